"""Embeddings kept by (model hash, text hash), so that a re-crawl computes only what changed."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.embedding.embedder import Embedder

# With rowids: SQLite keeps but a twentieth of a page of each row in a tree without them, so that a vector of
# 1 KB would take a page of 4 KB for itself.
_SCHEMA = """
CREATE TABLE IF NOT EXISTS embeddings (
    model TEXT NOT NULL, text BLOB NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (model, text)
)
"""
_LOOKUP = 500


class CachedEmbedder:
    """Another embedder with a memory for passages in the SQLite file `path`; questions aren't kept.

    A broken file is moved aside (".broken") and a new one begun: what it held can be computed again.
    """

    def __init__(self, embedder: Embedder, path: Path) -> None:
        self._embedder = embedder
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._prepare()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise
            path.replace(path.with_name(path.name + ".broken"))
            self._prepare()

    @property
    def name(self) -> str:
        """See `Embedder`."""
        return self._embedder.name

    @property
    def hash(self) -> str:
        """See `Embedder`."""
        return self._embedder.hash

    @property
    def dimensions(self) -> int:
        """See `Embedder`."""
        return self._embedder.dimensions

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """See `Embedder`."""
        return self._embedder.embed_query(text)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `Embedder`; computes only texts that the file doesn't hold."""
        keys = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest() for text in texts]
        known = self._read(set(keys))
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if missing:
            new = dict(zip(missing, self._embedder.embed_passages(list(missing.values())), strict=True))
            self._write(new)
            known |= new
        vectors = np.zeros((len(keys), self.dimensions), dtype=np.float32)
        for place, key in enumerate(keys):
            vectors[place] = known[key]
        return vectors

    def _read(self, keys: set[bytes]) -> dict[bytes, NDArray[np.float32]]:
        found: dict[bytes, NDArray[np.float32]] = {}
        ordered = sorted(keys)
        with self._connection() as connection:
            for start in range(0, len(ordered), _LOOKUP):
                part = ordered[start : start + _LOOKUP]
                marks = ",".join("?" * len(part))
                rows = connection.execute(
                    f"SELECT text, vector FROM embeddings WHERE model = ? AND text IN ({marks})",  # noqa: S608
                    (self.hash, *part),
                )
                found.update((text, np.frombuffer(vector, dtype="<f4")) for text, vector in rows)
        return {key: vector for key, vector in found.items() if len(vector) == self.dimensions}

    def _write(self, new: dict[bytes, NDArray[np.float32]]) -> None:
        rows = [(self.hash, key, vector.astype("<f4").tobytes()) for key, vector in new.items()]
        with self._connection() as connection, connection:
            connection.executemany("INSERT OR REPLACE INTO embeddings VALUES (?, ?, ?)", rows)

    def _prepare(self) -> None:
        with self._connection() as connection, connection:
            connection.execute(_SCHEMA)

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        # A connection a call: builds run in threads and processes of their own.
        with closing(sqlite3.connect(self._path, timeout=30)) as connection:
            yield connection
