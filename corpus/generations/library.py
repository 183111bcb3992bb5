"""Lends the served generation to requests, and changes to a new one without interrupting any."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock, Thread

from corpus.embedding.embedder import Embedder
from corpus.generations.errors import GenerationError
from corpus.generations.opened import Generation
from corpus.generations.shelf import CURRENT, Shelf

_LOG = logging.getLogger(__name__)


@dataclass
class _Lent:
    """An opened generation and the number of its borrowers."""

    generation: Generation
    users: int = 0
    retired: bool = False


class Library:
    """The served generation of one city, for any number of threads.

    `borrow` lends it. When the shelf's `current` file changes, the next `borrow` starts a thread that opens
    and warms the new generation; requests keep using the old one until then, and it is closed after its last
    request. A generation that can't be used is passed over for the one before it; `problems` says why.
    """

    def __init__(self, shelf: Shelf, embedder: Embedder) -> None:
        self._shelf = shelf
        self._embedder = embedder
        self._lock = Lock()  # guards the fields; never held while something is opened
        self._opening = Lock()  # one thread opens at a time
        self._lent: _Lent | None = None
        self._seen: tuple[int, int, int] | None = None
        self._thread: Thread | None = None
        self._problems: dict[str, str] = {}

    @property
    def name(self) -> str | None:
        """The name of the generation that is lent now; None before the first."""
        with self._lock:
            return self._lent.generation.name if self._lent else None

    @property
    def problems(self) -> dict[str, str]:
        """Why generations on the shelf were passed over, by name."""
        with self._lock:
            return dict(self._problems)

    @contextmanager
    def borrow(self) -> Iterator[Generation]:
        """Lend the served generation for one request.

        Raises `GenerationError` if there is none that can be used.
        """
        lent = self._take()
        try:
            yield lent.generation
        finally:
            self._give_back(lent)

    def warm(self) -> None:
        """Open the served generation with its dense index; falls back to the one before if it is damaged.

        Meant for a thread at start-up: searches meanwhile use the lexical index. Raises `GenerationError` if
        no generation can be used wholly; one whose dense index alone is damaged keeps answering lexically.
        """
        self.refresh()
        with self.borrow() as generation:
            try:
                generation.warm()
            except GenerationError as error:
                self._note(generation.name, error)
                failure = error
            else:
                return
        self._reopen(failure)

    def refresh(self) -> None:
        """Look at the shelf now, and change to the generation that it serves, if that isn't lent already."""
        with self._opening:
            self._mark_seen()
            served = self._shelf.served()
            if not served:
                raise GenerationError(
                    f"Für diese Stadt gibt es noch keine Daten ({self._shelf.root}): "
                    "Bitte `lotse ingest` ausführen."
                )
            with self._lock:
                self._problems.clear()
            self._change_to(served)

    def wait(self) -> None:
        """Wait until a change that `borrow` started is done."""
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join()

    def close(self) -> None:
        """Close the generation after its last request."""
        self.wait()
        with self._lock:
            lent, self._lent = self._lent, None
        if lent is not None:
            self._retire(lent)

    def _take(self) -> _Lent:
        if self._changed():
            with self._lock:
                empty = self._lent is None
            if empty:
                self.refresh()
            else:
                self._refresh_in_background()
        with self._lock:
            if self._lent is not None:
                self._lent.users += 1
                return self._lent
        self.refresh()  # the last attempt failed; say why
        with self._lock:
            if self._lent is None:
                raise GenerationError("Die Daten dieser Stadt wurden gerade geschlossen.")
            self._lent.users += 1
            return self._lent

    def _give_back(self, lent: _Lent) -> None:
        with self._lock:
            lent.users -= 1
            last = lent.retired and lent.users == 0
        if last:
            lent.generation.close()

    def _retire(self, lent: _Lent) -> None:
        with self._lock:
            lent.retired = True
            unused = lent.users == 0
        if unused:
            lent.generation.close()

    def _refresh_in_background(self) -> None:
        with self._lock:
            if self._thread is not None and self._thread.is_alive():
                return
            self._thread = Thread(target=self._refresh_or_log, name="generation", daemon=True)
            self._thread.start()

    def _refresh_or_log(self) -> None:
        try:
            self.refresh()
        except GenerationError as error:
            _LOG.error("no new generation: %s", error)

    def _reopen(self, failure: GenerationError) -> None:
        """Change to another generation than those with problems; raises `failure` if there is none."""
        with self._opening:
            with self._lock:
                rest = [name for name in self._shelf.served() if name not in self._problems]
            if not rest:
                raise failure
            self._change_to(rest)

    def _change_to(self, names: tuple[str, ...] | list[str]) -> None:
        with self._lock:
            old = self._lent
        failure: GenerationError | None = None
        for name in names:
            if old is not None and old.generation.name == name:
                return
            try:
                new = self._open(name, warm=old is not None)
            except GenerationError as error:
                self._note(name, error)
                failure = failure or error
                continue
            with self._lock:
                self._lent = _Lent(new)
            if old is not None:
                self._retire(old)
            return
        if failure is not None:
            raise failure

    def _open(self, name: str, *, warm: bool) -> Generation:
        generation = Generation.open(self._shelf.root / name, self._embedder)
        if warm:
            try:
                generation.warm()
            except GenerationError:
                generation.close()
                raise
        return generation

    def _note(self, name: str, error: GenerationError) -> None:
        _LOG.warning("generation %s is passed over: %s", name, error)
        with self._lock:
            self._problems[name] = str(error)

    def _changed(self) -> bool:
        signature = self._signature()
        with self._lock:
            return signature != self._seen

    def _mark_seen(self) -> None:
        signature = self._signature()
        with self._lock:
            self._seen = signature

    def _signature(self) -> tuple[int, int, int] | None:
        try:
            found = (self._shelf.root / CURRENT).stat()
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size
