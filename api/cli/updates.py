"""Keeps the process of the scheduled updates running beside the server."""

import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import structlog

from api.cli.child import end, start_lotse
from corpus.city import City

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 300.0
STABLE = 600.0
"""Seconds; the pause before the next start doubles, and begins anew after so long a life."""

log = structlog.get_logger(__name__)


@contextmanager
def scheduled_updates(cities: Iterable[City]) -> Iterator[None]:
    """Run `lotse ingest --watch` while the block runs, if any city has a schedule."""
    if not any(city.schedule for city in cities):
        yield
        return
    keeper = Keeper(lambda: start_lotse(["ingest", "--watch"]))
    keeper.start()
    try:
        yield
    finally:
        keeper.stop()


class Keeper:
    """Starts a process, and starts it again with growing pauses whenever it ends."""

    def __init__(
        self, start: Callable[[], "subprocess.Popen[bytes]"], first_pause: float = FIRST_PAUSE
    ) -> None:
        self._start = start
        self._pause = self._first_pause = first_pause
        self._stopped = threading.Event()
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._keep, name="updates", daemon=True)

    @property
    def pid(self) -> int | None:
        """The number of the process that runs now."""
        with self._lock:
            return self._child.pid if self._child is not None else None

    def start(self) -> None:
        """Begin; doesn't wait for the process."""
        self._thread.start()

    def stop(self) -> None:
        """End the process and don't start it again."""
        self._stopped.set()
        with self._lock:
            child = self._child
        if child is not None:
            end(child)
        self._thread.join()

    def _keep(self) -> None:
        while not self._stopped.is_set():
            began = time.monotonic()
            code = self._live_once()
            if self._stopped.is_set():
                return
            if time.monotonic() - began >= STABLE:
                self._pause = self._first_pause
            log.warning("updates ended", code=code, again_in_s=self._pause)
            self._stopped.wait(self._pause)
            self._pause = min(self._pause * 2, LONGEST_PAUSE)

    def _live_once(self) -> int | None:
        with self._lock:
            if self._stopped.is_set():
                return None
            try:
                child = self._child = self._start()
            except OSError as error:  # no memory or no process to be had: later, perhaps
                log.warning("updates not started", reason=error.strerror)
                return None
        try:
            return child.wait()
        finally:
            with self._lock:
                self._child = None
            if child.stdin is not None:
                child.stdin.close()
