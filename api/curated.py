"""The editors' own answers of a city, read from the database now and then."""

from collections.abc import Callable, Sequence
from threading import Lock, Thread
from time import monotonic

import structlog

from api.database import Database
from corpus.records import CuratedAnswer
from corpus.store.errors import StoreError

log = structlog.get_logger(__name__)
LIFETIME = 10.0
"""Seconds after which the next question has the answers read again."""


class CuratedAnswers:
    """Gives the curated answers as they were last read; a call never waits for the database.

    While the database can't be reached the last known ones stay in force: answering doesn't depend on it.
    """

    def __init__(self, database: Database, city: str, clock: Callable[[], float] = monotonic) -> None:
        self._database, self._city, self._clock = database, city, clock
        self._lock = Lock()
        self._answers: Sequence[CuratedAnswer] = ()
        self._read: float | None = None
        self._thread: Thread | None = None

    def __call__(self) -> Sequence[CuratedAnswer]:
        """The answers last read, in force or not; the pipeline looks at their validity."""
        with self._lock:
            stale = self._read is None or self._clock() - self._read >= LIFETIME
            if stale and (self._thread is None or not self._thread.is_alive()):
                self._thread = Thread(target=self.refresh, name="curated", daemon=True)
                self._thread.start()
            return self._answers

    def refresh(self) -> None:
        """Read them now; a database that can't be used is logged, and tried again later."""
        try:
            answers = self._database.store().curated(self._city)
        except StoreError as error:
            log.warning("curated answers", city=self._city, reason=str(error))
            answers = None
        with self._lock:
            self._read = self._clock()
            if answers is not None:
                self._answers = answers

    def wait(self) -> None:
        """Wait until a reading that a call started is done."""
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join()
