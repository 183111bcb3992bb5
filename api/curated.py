"""The editors' own answers of a city, read from the database now and then."""

from collections.abc import Callable, Sequence
from time import monotonic

import structlog

from corpus.records import CuratedAnswer
from corpus.store.documents import DocumentStore
from corpus.store.errors import StoreError

log = structlog.get_logger(__name__)
LIFETIME = 10.0


class CuratedAnswers:
    """Gives the curated answers, at most `LIFETIME` seconds old.

    While the database can't be reached the last known ones stay in force: answering doesn't depend on it.
    """

    def __init__(self, store: DocumentStore, city: str, clock: Callable[[], float] = monotonic) -> None:
        self._store, self._city, self._clock = store, city, clock
        self._answers: Sequence[CuratedAnswer] = ()
        self._read: float | None = None

    def __call__(self) -> Sequence[CuratedAnswer]:
        """The answers in force or not; the pipeline looks at their validity."""
        now = self._clock()
        if self._read is None or now - self._read >= LIFETIME:
            self._read = now
            try:
                self._answers = self._store.curated(self._city)
            except StoreError as error:
                log.warning("curated answers", reason=str(error))
        return self._answers
