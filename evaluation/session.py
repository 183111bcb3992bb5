"""One measurement from beginning to end: ask, read, count, keep."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bot.reader.reader import load_reader
from corpus.progress import Progress, silent
from corpus.records import Document
from evaluation.asking import RANKED, ask_all
from evaluation.config import Measured, berlin_now, file_hash
from evaluation.corpus_file import any_city, read_corpus
from evaluation.errors import EvaluationError
from evaluation.measure import Cases, cases_of, results_of
from evaluation.questions import GoldQuestion, Kind, read_questions
from evaluation.reading.case import ReadingCase, case_of
from evaluation.runs import FOLDER, Run
from evaluation.system import System, build, opened

READING_STAGE = "reading"
"""The stage's name in progress reports."""


@dataclass(frozen=True)
class Finished:
    """A run with the cases behind its figures, what the operator should know, and the documents named."""

    run: Run
    cases: Cases
    remarks: tuple[str, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)

    def document(self, document_id: str) -> Document | None:
        """A document that was found or should have been."""
        return self.documents.get(document_id)


def measure_files(
    corpus: Path, questions: Path, data: Path, *, reader: bool = False, progress: Progress = silent
) -> Finished:
    """Build a generation of a corpus file in a temporary folder and measure it with a question file.

    Embeddings are kept in `data`/evaluations. Raises `EvaluationError`.
    """
    city, now = any_city(), berlin_now()
    asked = read_questions(questions)
    if reader and not any(question.page_lines for question in asked):
        raise EvaluationError(
            f"{questions} enthält keine Seiten zum Lesen (page_lines). Bitte lassen Sie --reader weg."
        )
    with TemporaryDirectory(prefix="lotse-evaluate-") as folder:
        documents = read_corpus(corpus, city.id)
        build(Path(folder), city, documents, embedding_cache(data), progress)
        with opened(Path(folder), city, lambda: now) as system:
            measured = Measured(
                corpus=_name(corpus),
                corpus_hash=system.generation.manifest.corpus_hash,
                questions=_name(questions),
                questions_hash=file_hash(questions),
                reader=reader,
                embedding=system.embedder.name,
                now=now,
            )
            return measure(system, asked, measured, progress)


def measure(
    system: System, questions: Sequence[GoldQuestion], measured: Measured, progress: Progress = silent
) -> Finished:
    """Measure an opened system with these questions; with `measured.reader` its reader, too."""
    started, start = datetime.now(UTC), perf_counter()
    outcomes = asyncio.run(ask_all(system.assistant, questions, progress))
    reading = _read_pages(system, questions, progress) if measured.reader else None
    cases = cases_of(outcomes, system.generation.document, reading)
    run = Run(
        measured=measured,
        started=started,
        seconds=round(perf_counter() - start, 3),
        results=results_of(cases),
    )
    return Finished(run, cases, tuple(_remarks(system, questions)), _named(system, cases))


def _named(system: System, cases: Cases) -> dict[str, Document]:
    """The documents that questions found first and should have found, by id; reports show them."""
    keys = {key for one in cases.outcomes for key in (*one.ranked[:RANKED], *one.question.gold_ids)}
    found = ((key, system.generation.document(key)) for key in keys)
    return {key: document for key, document in found if document is not None}


def embedding_cache(data: Path) -> Path:
    """Where embeddings of measured corpora are kept."""
    return data / FOLDER / "embeddings.sqlite"


def missing_documents(system: System, questions: Sequence[GoldQuestion]) -> list[str]:
    """The gold documents that the generation doesn't hold, by id."""
    known = system.generation.document_ids()
    wanted = dict.fromkeys(document for question in questions for document in question.gold_ids)
    return [document for document in wanted if document not in known]


def _read_pages(system: System, questions: Sequence[GoldQuestion], progress: Progress) -> list[ReadingCase]:
    reader = load_reader(system.embedder)
    pages = [question for question in questions if question.page_lines is not None]
    cases: list[ReadingCase] = []
    for done, question in enumerate(pages, start=1):
        case = case_of(question, reader, system.generation.rarity)
        if case is not None:
            cases.append(case)
        progress(READING_STAGE, done, len(pages))
    return cases


def _remarks(system: System, questions: Sequence[GoldQuestion]) -> Iterator[str]:
    missing = missing_documents(system, questions)
    if missing:
        yield (
            f"{len(missing)} Dokumente aus gold_ids stehen nicht im Korpus und können nicht gefunden werden, "
            f"zuerst: {', '.join(missing[:3])}."
        )
    known = set(Kind)
    others = dict.fromkeys(question.kind for question in questions if question.kind not in known)
    if others:
        yield f"Unbekannte Arten von Fragen, nur für sich gezählt: {', '.join(others)}."


def _name(path: Path) -> str:
    """The file with its folder: enough to recognise it, nothing about the machine."""
    return "/".join(path.absolute().parts[-2:])
