"""Asks a corpus's questions in both styles and gathers what is said, and what the pages say."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.answer import Style
from bot.request import Question, QuestionError
from corpus.progress import Progress, silent
from evaluation.config import berlin_now
from evaluation.corpus_file import any_city, read_corpus
from evaluation.errors import EvaluationError
from evaluation.musterstadt.measuring import NAME, musterstadt_questions, opened_musterstadt
from evaluation.questions import GoldQuestion, read_questions
from evaluation.readability.case import Text, text_of_page, texts_of
from evaluation.session import embedding_cache
from evaluation.system import System, build, opened

STAGE = "questions"
"""The stage's name in progress reports."""


@contextmanager
def sample_city(data: Path) -> Iterator[tuple[System, tuple[GoldQuestion, ...]]]:
    """The sample city and its questions; raises `EvaluationError`."""
    with opened_musterstadt(data) as system:
        yield system, musterstadt_questions()[0]


@contextmanager
def corpus_files(folder: Path, data: Path) -> Iterator[tuple[System, tuple[GoldQuestion, ...]]]:
    """The corpus and the questions in `folder`; raises `EvaluationError`."""
    city, now = any_city(), berlin_now()
    with TemporaryDirectory(prefix="lotse-evaluate-") as place:
        build(Path(place), city, read_corpus(folder / "corpus.jsonl", city.id), embedding_cache(data))
        with opened(Path(place), city, lambda: now) as system:
            yield system, read_questions(folder / "questions.jsonl")


def corpora(measurements: Path) -> tuple[str, ...]:
    """What can be measured here: the sample city, and the measurement data where it lies."""
    return (NAME, *(name for name in ("munich", "omos") if (measurements / name).is_dir()))


def chosen(known: tuple[str, ...], only: list[str] | None) -> tuple[str, ...]:
    """The corpora to measure; raises `EvaluationError` for one that isn't here."""
    for name in only or ():
        if name not in known:
            raise EvaluationError(f"Den Korpus „{name}“ gibt es hier nicht (nur: {', '.join(known)}).")
    return tuple(only or known)


def measure(name: str, measurements: Path, data: Path, progress: Progress = silent) -> list[Text]:
    """All texts of a corpus's pages and of the answers to its questions; raises `EvaluationError`."""
    place = sample_city(data) if name == NAME else corpus_files(measurements / name, data)
    with place as (system, questions):
        texts = asyncio.run(_answers(system, questions, progress))
        pages = (text_of_page(document) for document in system.generation.documents())
        return [*texts, *(page for page in pages if page is not None)]


async def _answers(system: System, questions: tuple[GoldQuestion, ...], progress: Progress) -> list[Text]:
    texts: list[Text] = []
    for done, question in enumerate(questions, start=1):
        for style in Style:
            try:
                examined = await system.assistant.examine(Question(text=question.question, style=style))
            except QuestionError:
                continue
            texts.extend(texts_of(examined.answer))
        progress(STAGE, done, len(questions))
    return texts
