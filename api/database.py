"""The database as the server uses it: opened when needed, and again after it was out of reach."""

from collections.abc import Callable
from threading import Lock
from time import monotonic

from corpus.store.documents import DocumentStore, open_store
from corpus.store.errors import StoreError

PAUSE = 10.0
"""Seconds between two attempts to open a database that can't be reached."""


class Database:
    """Opens the store at `url` at the first need; safe to use from many threads."""

    def __init__(self, url: str, clock: Callable[[], float] = monotonic) -> None:
        self._url, self._clock = url, clock
        self._lock = Lock()
        self._store: DocumentStore | None = None
        self._failed: tuple[float, str] | None = None

    def store(self) -> DocumentStore:
        """The open store; raises `StoreError`, for `PAUSE` seconds without another attempt."""
        with self._lock:
            if self._store is not None:
                return self._store
            if self._failed is not None and self._clock() - self._failed[0] < PAUSE:
                raise StoreError(self._failed[1])
            try:
                self._store = open_store(self._url)
            except StoreError as error:
                self._failed = (self._clock(), str(error))
                raise
            return self._store

    def close(self) -> None:
        """Close the connections, if there are any."""
        with self._lock:
            store, self._store = self._store, None
        if store is not None:
            store.close()
