"""Builds a generation in an empty folder, beside the one that is being served."""

import os
import time
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from corpus.embedding.embedder import Embedder
from corpus.generations.code import index_code
from corpus.generations.content import ContentWriter
from corpus.generations.durable import sync_tree
from corpus.generations.errors import GenerationError
from corpus.generations.manifest import (
    CONTENT,
    DENSE,
    LEXICAL_DOCUMENTS,
    LEXICAL_PASSAGES,
    EmbeddingUsed,
    Manifest,
    corpus_hash,
    file_hashes,
    versions,
)
from corpus.generations.shelf import lock_folder
from corpus.progress import Progress, silent
from corpus.records import Audience, Contradiction, Document, Passage
from corpus.search.dense import DenseWriter, collection_name
from corpus.search.lexical import Entry, LexicalWriter
from corpus.search.passages import cut

BATCH = 500
"""Passages that are embedded and added at a time."""
STAGE = "index"
"""The stage's name in progress reports; counted in documents."""


def build_generation(
    folder: Path,
    city: str,
    documents: Iterable[Document],
    embedder: Embedder,
    progress: Progress = silent,
    *,
    total: int | None = None,
    contradictions: Iterable[Contradiction] = (),
) -> Manifest:
    """Index `documents` in the empty `folder` and write its manifest last, once all is on disk.

    Of two documents with one id the first counts. `total` is the number of documents, for progress reports;
    `contradictions` are kept with the documents.
    Raises `ValueError` for a document of another city and `GenerationError` if the folder isn't empty.
    A build that fails or dies leaves a folder without a manifest, which is never served and which the next
    build's `Shelf.new_folder` removes.
    """
    started = time.monotonic()
    lock = lock_folder(folder)
    try:
        if any(folder.iterdir()):
            raise GenerationError(f"Der Ordner {folder} ist nicht leer: Bitte einen neuen Ordner angeben.")
        if total is None and isinstance(documents, list | tuple):
            total = len(documents)
        with _Building(folder, embedder) as building:
            for document in documents:
                if document.city != city:
                    raise ValueError(f"Document {document.id} is of {document.city}, not of {city}.")
                building.add(document)
                progress(STAGE, len(building.hashes), total)
            building.finish(contradictions)
        manifest = building.manifest(city, started)
        sync_tree(folder)
        manifest.write(folder)
    finally:
        os.close(lock)
    return manifest


@dataclass
class _Building:
    """The indexes of a generation while they are written.

    The dense one is written in a thread of its own: tokenizers, NumPy and Chroma give up the interpreter's
    lock, so that a second core embeds while this one cuts words.
    """

    folder: Path
    embedder: Embedder
    hashes: dict[str, str] = field(default_factory=dict)
    collections: Counter[str] = field(default_factory=Counter)
    audiences: Counter[str] = field(default_factory=Counter)
    _waiting: dict[Audience, list[Passage]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._content = ContentWriter(self.folder / CONTENT)
        self._lexical_passages = LexicalWriter(self.folder / LEXICAL_PASSAGES)
        self._lexical_documents = LexicalWriter(self.folder / LEXICAL_DOCUMENTS)
        self._dense = DenseWriter(self.folder / DENSE, self.embedder)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="dense")
        self._batch: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.shutdown()
        self._content.close()
        self._dense.close()

    def add(self, document: Document) -> None:
        """Add a document to all indexes; one whose id is there already is left out."""
        if document.id in self.hashes:
            return
        self.hashes[document.id] = document.content_hash()
        passages = cut(document)
        self._content.add(document, passages)
        if not passages:
            return
        self.audiences[document.audience.value] += len(passages)
        self.collections[collection_name(document.audience, document.language)] += len(passages)
        self._lexical_passages.add(Entry.of_passage(passage, document.audience) for passage in passages)
        self._lexical_documents.add([Entry.of_document(document)])
        waiting = self._waiting.setdefault(document.audience, [])
        waiting.extend(passages)
        if len(waiting) >= BATCH:
            self._embed(document.audience)

    def finish(self, contradictions: Iterable[Contradiction]) -> None:
        """Embed what is waiting and write everything."""
        for audience in self._waiting:
            self._embed(audience)
        self._lexical_passages.finish()
        self._lexical_documents.finish()
        self._content.add_contradictions(contradictions)
        self._content.finish()
        self._finish_batch()
        self._dense.finish()

    def manifest(self, city: str, started: float) -> Manifest:
        """The manifest of what was written; `started` on the monotonic clock."""
        return Manifest(
            name=self.folder.name,
            city=city,
            created=datetime.now(UTC),
            seconds=round(time.monotonic() - started, 3),
            documents=len(self.hashes),
            passages=self.audiences.total(),
            audiences=dict(self.audiences),
            collections=dict(self.collections),
            embedding=EmbeddingUsed.of(self.embedder),
            corpus_hash=corpus_hash(self.hashes.items()),
            versions=versions(),
            index_code=index_code(),
            files=file_hashes(self.folder),
        )

    def _embed(self, audience: Audience) -> None:
        """Hand a batch to the thread, once it is done with the last: no more than two are in memory."""
        self._finish_batch()
        self._batch = self._thread.submit(self._dense.add, audience, self._waiting[audience])
        self._waiting[audience] = []

    def _finish_batch(self) -> None:
        if self._batch is not None:
            self._batch.result()
