"""The manifest: what a generation holds and what it was made with and from."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from platform import python_version
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.embedding.embedder import Embedder
from corpus.generations.durable import write_text
from corpus.generations.errors import GenerationError

FILE = "manifest.json"
DENSE = "dense"
LEXICAL_PASSAGES = "lexical/passages"
LEXICAL_DOCUMENTS = "lexical/documents"
CONTENT = "documents.sqlite"
_TOOLS = ("stadtlotse", "chromadb", "tantivy", "numpy")


class EmbeddingUsed(BaseModel):
    """The embedding that a generation's vectors come from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    hash: str
    dimensions: int

    @classmethod
    def of(cls, embedder: Embedder) -> Self:
        """The embedding that this embedder computes."""
        return cls(name=embedder.name, hash=embedder.hash, dimensions=embedder.dimensions)


class Manifest(BaseModel):
    """Counts, embedding, hashes and versions of one generation; written last, so it marks a complete one.

    `collections` counts passages by dense collection, `audiences` by audience. `files` are SHA-256 sums; the
    files of Chroma aren't among them, since opening and querying changes them: their rows are counted.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal[1] = 1
    name: str
    city: str
    created: datetime
    seconds: float = Field(description="how long it took to build")
    documents: int
    passages: int
    audiences: dict[str, int]
    collections: dict[str, int]
    embedding: EmbeddingUsed
    corpus_hash: str = Field(description="SHA-256 over ids and content hashes of all documents, by id")
    versions: dict[str, str]
    index_code: str | None = Field(default=None, description="see `index_code`; older ones don't say")
    files: dict[str, str]

    def holds(self, corpus: str, embedding: EmbeddingUsed, code: str) -> bool:
        """Whether this is what would be built of documents with this corpus hash, now."""
        return (self.corpus_hash, self.embedding, self.index_code, self.versions) == (
            corpus,
            embedding,
            code,
            versions(),
        )

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read a generation's manifest; raises `GenerationError`."""
        path = folder / FILE
        try:
            return cls.model_validate_json(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise GenerationError(
                f"Die Generation {folder.name} ist unvollständig: Bitte `lotse ingest` ausführen."
            ) from None
        except (OSError, UnicodeDecodeError, ValidationError) as error:
            raise GenerationError(
                f"Die Beschreibung der Generation {folder.name} ({path}) ist nicht lesbar oder von einer "
                "anderen Fassung von Stadtlotse: Bitte `lotse ingest` ausführen."
            ) from error

    def write(self, folder: Path) -> None:
        """Write the manifest; from now on the generation counts as complete."""
        write_text(folder / FILE, self.model_dump_json(indent=2) + "\n")


def corpus_hash(content_hashes: Iterable[tuple[str, str]]) -> str:
    """One SHA-256 for all documents, whatever order they came in."""
    total = hashlib.sha256()
    for document_id, digest in sorted(content_hashes):
        total.update(f"{document_id}\0{digest}\n".encode())
    return total.hexdigest()


def file_hashes(folder: Path) -> dict[str, str]:
    """The SHA-256 sums of a generation's own files, without Chroma's."""
    return {str(path.relative_to(folder)): _file_hash(path) for path in sorted(_own_files(folder))}


def versions() -> dict[str, str]:
    """The versions of what makes an index."""
    found = {"python": python_version()}
    for tool in _TOOLS:
        try:
            found[tool] = version(tool)
        except PackageNotFoundError:  # run from a checkout without installing
            found[tool] = "unknown"
    return found


def _own_files(folder: Path) -> Iterator[Path]:
    yield folder / CONTENT
    for index in (LEXICAL_PASSAGES, LEXICAL_DOCUMENTS):
        for path in (folder / index).rglob("*"):
            if path.is_file() and not path.name.startswith("."):  # tantivy's lock files are hidden
                yield path


def _file_hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
