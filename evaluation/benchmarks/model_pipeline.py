"""How much of an answer's time is the model's own, and how much the pipeline around it takes."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import httpx

from bot.answer import Style
from bot.assistant import Assistant
from bot.compose.plain.readability import wiener
from bot.model.client.connect import connect
from bot.model.client.settings import ModelSettings
from bot.request import Question
from bot.settings import BotSettings
from corpus.embedding.choose import load_embedder
from corpus.generations.library import Library
from corpus.generations.shelf import Shelf
from corpus.musterstadt.serve import SampleSite
from corpus.progress import Progress
from evaluation.musterstadt.measuring import NAME, NOW, musterstadt_questions

_PATIENCE = 300.0
_BUSY = "lotse_model_busy_seconds_total "


@dataclass(frozen=True)
class Overhead:
    """Answers in which the model was asked; seconds in all, and those in which the model was computing."""

    answers: int
    seconds: float
    model_seconds: float

    @property
    def share(self) -> float:
        """The share of the time that isn't the model's."""
        return 1 - self.model_seconds / self.seconds if self.seconds else 0.0


def pipeline_overhead(url: str, data: Path, questions: int, progress: Progress) -> Overhead:
    """Ask questions about the sample city in simple German, with the model at `url` wording the answers."""
    with SampleSite() as site:
        city = site.city()
    embedder = load_embedder(city.embedding)
    library = Library(Shelf(data / "generations" / NAME), embedder)
    library.warm()
    try:
        assistant = Assistant(
            city,
            library,
            embedder,
            secret="benchmark",  # noqa: S106  # signs contexts that nobody gets
            clock=lambda: NOW,
            settings=BotSettings(model_first_sentence=_PATIENCE, model_total=_PATIENCE),
            model=connect(ModelSettings(url=url, silence_seconds=_PATIENCE)),
        )
        texts = [question.question for question in musterstadt_questions()[0]]
        return asyncio.run(_measure(assistant, url, texts, questions, progress))
    finally:
        library.close()


async def _measure(
    assistant: Assistant, url: str, texts: list[str], count: int, progress: Progress
) -> Overhead:
    """The first questions for which the model is asked; the very first one loads what is loaded once."""
    # As a server does at its start.
    wiener("Guten Tag.")
    answers, seconds, model_seconds = 0, 0.0, 0.0
    for text in texts:
        before, began = _busy_seconds(url), perf_counter()
        # Like `answer`, but without a line in the log.
        await assistant.examine(Question(text=text, language="de", style=Style.EINFACH))
        took, model = perf_counter() - began, _busy_seconds(url) - before
        if model == 0:
            continue
        answers += 1
        if answers > 1:
            seconds, model_seconds = seconds + took, model_seconds + model
        progress("questions", answers, count)
        if answers == count:
            break
    return Overhead(max(0, answers - 1), seconds, model_seconds)


def _busy_seconds(url: str) -> float:
    text = httpx.get(f"{url}/metrics", trust_env=False).text
    return sum(float(line.removeprefix(_BUSY)) for line in text.splitlines() if line.startswith(_BUSY))
