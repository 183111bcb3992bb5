"""One update of a city at a time: whoever updates holds a lock that dies with the process."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.values.hours import BERLIN

LOCKS = "locks"
_WATCH = ".watch"
"""No city's id begins with a dot."""


class UpdateRunning(Exception):
    """Another process holds the lock; the message is a German sentence that names it."""


class Holder(BaseModel):
    """The process that holds a lock, and since when."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    pid: int
    since: datetime

    def __str__(self) -> str:
        return f"Prozess {self.pid}, seit {self.since.astimezone(BERLIN):%d.%m.%Y, %H:%M:%S} Uhr"


@contextmanager
def update_lock(data: Path, city: str) -> Iterator[None]:
    """Hold a city's lock; raises `UpdateRunning` if another process does."""
    with _held(data, city, f"Für die Stadt „{city}“ wird schon eingelesen"):
        yield


@contextmanager
def watch_lock(data: Path) -> Iterator[None]:
    """Be the one process that starts the scheduled updates; raises `UpdateRunning` if another is."""
    with _held(data, _WATCH, "Die regelmäßigen Läufe werden schon von einem anderen Prozess gestartet"):
        yield


def lock_holder(data: Path, city: str) -> Holder | None:
    """Who updates the city now; None if nobody does, or if it isn't said yet."""
    path = _path(data, city)
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return _read(path)
    finally:
        os.close(descriptor)
    return None


@contextmanager
def _held(data: Path, name: str, what: str) -> Iterator[None]:
    """The lock is the kernel's (flock): one that was killed blocks nobody. The file only says who has it."""
    path = _path(data, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UpdateRunning(
                f"{what} ({_read(path) or 'eben begonnen'}). Bitte warten, bis das fertig ist, "
                "oder jenen Prozess beenden."
            ) from None
        os.ftruncate(descriptor, 0)
        holder = Holder(pid=os.getpid(), since=datetime.now(UTC))
        os.pwrite(descriptor, holder.model_dump_json().encode(), 0)
        yield
    finally:
        os.close(descriptor)


def _path(data: Path, name: str) -> Path:
    return data / LOCKS / f"{name}.lock"


def _read(path: Path) -> Holder | None:
    try:
        return Holder.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValidationError):
        return None
