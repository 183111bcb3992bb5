"""The dense index: Chroma on disk, a collection for each audience and language.

A metadata filter makes Chroma's queries two hundred times slower, hence the collections. Importing chromadb
takes about a second and 55 MB, so it happens where an index is written or opened, not where this module is.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from corpus.embedding.embedder import Embedder
from corpus.records import Audience, Passage
from corpus.search.embedded import passage_vectors
from corpus.search.kept import Kept

if TYPE_CHECKING:
    import chromadb

SEARCH_WIDTH = 100
"""Candidates that HNSW keeps while it searches (`ef_search`); fewer than are asked for would cost recall."""

SMALL = 10_000
"""Up to so many passages, a town's, a collection is searched exactly.

Chroma puts the graph of its last thousand passages together anew, and by chance, whenever it is opened: the
same index found others of the farthest passages for a question in five. With `EXACT_WIDTH` it finds all
100 nearest, and so the same ones always, for a third of a millisecond more.
"""

EXACT_WIDTH = 1_000
"""`ef_search` of small collections."""

BUILD_WIDTH = 60
"""Candidates that HNSW keeps while it adds a passage (`ef_construction`).

Of the 100 nearest of 20,000 passages it finds 95 % then, and 96 % with 100 candidates, which takes half as
long again; what the lexical index finds is compared exactly anyway.
"""


_BESIDE = 2
"""Searches that run beside the lexical ones at a time; more wait, which takes a millisecond or two."""

_VECTORS = 8_000
"""Vectors that are kept of each collection: 1 KB each, all of a town's. Chroma takes long to give them."""


class DenseError(Exception):
    """The dense index can't be read; the message is Chroma's."""


def collection_name(audience: Audience, language: str) -> str:
    """The name of the collection that holds the passages of this audience and language."""
    return f"{audience.value}-{language}"


class DenseWriter:
    """Writes a new dense index into a folder of its own.

    Chroma is given ids and vectors, and no texts: it would index each in trigrams, which takes more time than
    the vectors do and five times the space, and nobody asks Chroma for texts.
    """

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self._client = _client(folder)
        self._embedder = embedder
        self._collections: dict[str, chromadb.Collection] = {}
        self._added: Counter[str] = Counter()

    def add(self, audience: Audience, passages: Iterable[Passage]) -> None:
        """Embed and add passages of one audience, of any languages."""
        for language, group in groupby(
            sorted(passages, key=lambda passage: passage.language), key=lambda passage: passage.language
        ):
            batch = list(group)
            name = collection_name(audience, language)
            self._added[name] += len(batch)
            self._collection(name).add(
                ids=[passage.id for passage in batch],
                embeddings=passage_vectors(batch, self._embedder),
            )

    def finish(self) -> None:
        """Write everything to disk; call it once, when all passages are added."""
        for name, count in self._added.items():
            if count <= SMALL:
                self._collections[name].modify(configuration={"hnsw": {"ef_search": EXACT_WIDTH}})
        self.close()

    def close(self) -> None:
        """Release Chroma's files; may be called twice."""
        self._client.close()

    def _collection(self, name: str) -> "chromadb.Collection":
        if name not in self._collections:
            self._collections[name] = self._client.create_collection(
                name,
                configuration={
                    "hnsw": {
                        "space": "cosine",
                        "ef_search": SEARCH_WIDTH,
                        "ef_construction": BUILD_WIDTH,
                    }
                },
                embedding_function=None,
            )
        return self._collections[name]


class DenseIndex:
    """An opened dense index; safe to use from many threads."""

    def __init__(self, folder: Path, counts: Mapping[str, int]) -> None:
        """Open the collections in `folder`.

        `counts` says how many passages each collection holds. Raises `DenseError` if they don't.
        """
        if not (folder / "chroma.sqlite3").is_file():  # Chroma would make an empty one
            raise DenseError(f"{folder / 'chroma.sqlite3'} is missing")
        with _chroma_errors():
            self._client = _client(folder)
        try:
            with _chroma_errors():
                self._collections = {
                    name: self._client.get_collection(name, embedding_function=None) for name in counts
                }
                for name, count in counts.items():
                    _prove(self._collections[name], count)
        except DenseError:
            self._client.close()
            raise
        self._beside = ThreadPoolExecutor(_BESIDE, thread_name_prefix="dense")
        self._vectors: dict[str, Kept[str, NDArray[np.float32] | None]] = {
            name: Kept(_VECTORS) for name in counts
        }

    def collections(self, audiences: Collection[Audience]) -> list[str]:
        """The names of the collections of these audiences, in all languages."""
        return [name for name in self._collections if name.partition("-")[0] in audiences]

    def search(
        self, vector: NDArray[np.float32], limit: int, collections: Collection[str]
    ) -> dict[str, float]:
        """The cosine similarities of the `limit` nearest passages of each collection, by passage id."""
        found: dict[str, float] = {}
        with _chroma_errors():
            for name in collections:
                answer = self._collections[name].query(
                    query_embeddings=[vector], n_results=limit, include=["distances"]
                )
                for passage_id, distance in zip(answer["ids"][0], answer["distances"][0], strict=True):
                    found[passage_id] = 1.0 - float(distance)
        return found

    def begin(
        self, vector: NDArray[np.float32], limit: int, collections: Collection[str]
    ) -> Future[dict[str, float]]:
        """Let `search` run beside what the caller does meanwhile; its result raises what `search` raises."""
        return self._beside.submit(self.search, vector, limit, collections)

    def similarities(
        self, vector: NDArray[np.float32], passage_ids: Sequence[str], collections: Collection[str]
    ) -> dict[str, float]:
        """The exact cosine similarities of these passages, as far as they are in these collections."""
        found: dict[str, float] = {}
        length = float(np.linalg.norm(vector))
        if not passage_ids or length == 0.0:
            return found
        for name in collections:
            kept = self._vectors[name].of(passage_ids, partial(self._read, name))
            held = {passage_id: row for passage_id, row in kept.items() if row is not None}
            if held:
                rows = np.stack(list(held.values()))
                lengths = np.maximum(np.linalg.norm(rows, axis=1), 1e-12)
                cosines = rows @ vector / (lengths * length)
                found.update(zip(held, cosines.tolist(), strict=True))
        return found

    def _read(self, name: str, passage_ids: Sequence[str]) -> dict[str, NDArray[np.float32] | None]:
        """The vectors of these passages in a collection; None for those that it doesn't hold."""
        with _chroma_errors():
            answer = self._collections[name].get(ids=list(passage_ids), include=["embeddings"])
        rows = np.asarray(answer["embeddings"], dtype=np.float32)
        # A copy of each: a row that is kept mustn't keep all that came with it.
        found = {one: row.copy() for one, row in zip(answer["ids"], rows, strict=True)}
        return dict.fromkeys(passage_ids) | found

    def close(self) -> None:
        """Release Chroma's files and memory; no search may be running."""
        self._beside.shutdown()
        self._client.close()


def _client(folder: Path) -> "chromadb.ClientAPI":
    import chromadb
    from chromadb.config import Settings

    # Without `_env_file` Chroma would take settings from a .env file wherever the process was started.
    settings = Settings(_env_file=None, anonymized_telemetry=False)
    return chromadb.PersistentClient(str(folder), settings)


def _prove(collection: "chromadb.Collection", count: int) -> None:
    """Count and query once: Chroma opens a collection whose vectors are gone without a word."""
    if collection.count() != count:
        raise DenseError(f"{collection.name} holds {collection.count()} passages instead of {count}")
    some = collection.get(limit=1, include=["embeddings"])
    wanted = min(count, 20)
    answer = collection.query(query_embeddings=some["embeddings"], n_results=wanted, include=["distances"])
    if len(answer["ids"][0]) < wanted:
        raise DenseError(f"{collection.name} has lost vectors")


@contextmanager
def _chroma_errors() -> Iterator[None]:
    from chromadb.errors import ChromaError

    try:
        yield
    except (ChromaError, OSError, ValueError) as error:
        raise DenseError(str(error)) from error
