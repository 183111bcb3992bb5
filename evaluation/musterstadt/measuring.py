"""Serves the sample city's website, crawls it over HTTP, and puts the questions to what came of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.embedding.cache import CachedEmbedder
from corpus.embedding.choose import load_embedder
from corpus.embedding.embedder import EmbeddingError
from corpus.musterstadt.serve import SampleSite
from corpus.progress import Progress, silent
from corpus.store.documents import open_store
from evaluation.config import BERLIN, Measured, file_hash
from evaluation.errors import EvaluationError
from evaluation.questions import GoldQuestion, read_questions
from evaluation.session import Finished, embedding_cache, measure, missing_documents
from evaluation.system import System, opened
from ingest.update import update_city

NAME = "musterstadt"
# A Monday morning on which everybody is in; answers say who is open now.
NOW = datetime(2026, 11, 23, 10, tzinfo=BERLIN)


@contextmanager
def opened_musterstadt(data: Path, progress: Progress = silent) -> Iterator[System]:
    """The sample city, crawled over HTTP and opened; embeddings are kept in `data`.

    Raises `EvaluationError`.
    """
    with TemporaryDirectory(prefix="lotse-evaluate-") as folder, SampleSite() as site:
        place, city = Path(folder), site.city()
        crawl(site, place, data, progress)
        with opened(place / "generations" / city.id, city, lambda: NOW) as system:
            yield system


def measure_musterstadt(data: Path, progress: Progress = silent) -> Finished:
    """Measure the sample city; embeddings are kept in `data`. Raises `EvaluationError`."""
    with opened_musterstadt(data, progress) as system:
        questions, questions_hash = musterstadt_questions()
        missing = missing_documents(system, questions)
        if missing:
            raise EvaluationError(
                f"Diese Seiten der Musterstadt wurden nicht gefunden: {', '.join(missing)}. Bitte "
                "gleichen Sie evaluation/musterstadt/questions.jsonl mit der Website ab."
            )
        measured = Measured(
            corpus=NAME,
            corpus_hash=system.generation.manifest.corpus_hash,
            questions=f"{NAME}/questions.jsonl",
            questions_hash=questions_hash,
            reader=False,
            embedding=system.embedder.name,
            now=NOW,
        )
        return measure(system, questions, measured, progress)


def crawl(site: SampleSite, place: Path, data: Path, progress: Progress = silent) -> None:
    """Read the served website into a published generation below `place`; raises `EvaluationError`."""
    city = site.city()
    try:
        embedder = CachedEmbedder(load_embedder(city.embedding), embedding_cache(data))
    except EmbeddingError as error:
        raise EvaluationError(str(error)) from error
    with open_store(f"sqlite:///{place / 'stadtlotse.db'}") as store:
        report = update_city(city, place, store, embedder, progress)
    if not report.published:
        raise EvaluationError(f"Die Musterstadt wurde nicht veröffentlicht: {' '.join(report.reasons)}")


def musterstadt_questions() -> tuple[tuple[GoldQuestion, ...], str]:
    """The question set that comes with the program, and the hash of its file."""
    with as_file(files("evaluation.musterstadt") / "questions.jsonl") as path:
        return read_questions(path), file_hash(path)
