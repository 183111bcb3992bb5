"""What is measured: the assistant of a city over a generation of its documents, as it answers citizens."""

import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.assistant import Assistant
from corpus.city import City
from corpus.embedding.cache import CachedEmbedder
from corpus.embedding.choose import load_embedder
from corpus.embedding.embedder import Embedder, EmbeddingError
from corpus.generations.build import build_generation
from corpus.generations.errors import GenerationError
from corpus.generations.library import Library
from corpus.generations.opened import Generation
from corpus.generations.shelf import Shelf
from corpus.progress import Progress, silent
from corpus.records import Document
from evaluation.errors import EvaluationError

Clock = Callable[[], datetime]


@dataclass(frozen=True)
class System:
    """An assistant with the generation that it answers from."""

    assistant: Assistant
    generation: Generation
    embedder: Embedder


def build(
    root: Path,
    city: City,
    documents: Sequence[Document],
    cache: Path,
    progress: Progress = silent,
) -> None:
    """Build a generation of `documents` on the shelf at `root` and publish it.

    Embeddings are kept in the SQLite file `cache`. Raises `EvaluationError`.
    """
    shelf = Shelf(root)
    try:
        folder = shelf.new_folder()
        embedder = CachedEmbedder(load_embedder(city.embedding), cache)
        build_generation(folder, city.id, documents, embedder, progress)
        shelf.publish(folder)
    except (GenerationError, EmbeddingError) as error:
        raise EvaluationError(str(error)) from error


@contextmanager
def opened(root: Path, city: City, clock: Clock) -> Iterator[System]:
    """Open the generation published on the shelf at `root`, wholly, with an assistant that answers from it.

    Raises `EvaluationError`.
    """
    try:
        # Without the cache: questions and lines are embedded here as a server embeds them.
        embedder = load_embedder(city.embedding)
        library = Library(Shelf(root), embedder)
        library.warm()
    except (GenerationError, EmbeddingError) as error:
        raise EvaluationError(str(error)) from error
    try:
        assistant = Assistant(city, library, embedder, secret=secrets.token_hex(16), clock=clock)
        with library.borrow() as generation:
            yield System(assistant, generation, embedder)
    finally:
        library.close()
