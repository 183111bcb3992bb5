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


class UpdateRunning(Exception):
    """Another process updates the city; the message is a German sentence that names it."""


class Holder(BaseModel):
    """The process that updates a city, and since when."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    pid: int
    since: datetime


@contextmanager
def update_lock(data: Path, city: str) -> Iterator[None]:
    """Hold the city's lock; raises `UpdateRunning` if another process does.

    The lock is the kernel's (flock), so that one that was killed blocks nobody; the file only says who.
    """
    path = _path(data, city)
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UpdateRunning(_sentence(city, _read(path))) from None
        holder = Holder(pid=os.getpid(), since=datetime.now(UTC))
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, holder.model_dump_json().encode(), 0)
        yield
    finally:
        os.close(descriptor)


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


def _path(data: Path, city: str) -> Path:
    return data / LOCKS / f"{city}.lock"


def _read(path: Path) -> Holder | None:
    try:
        return Holder.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValidationError):
        return None


def _sentence(city: str, holder: Holder | None) -> str:
    who = (
        f"Prozess {holder.pid}, seit {holder.since.astimezone(BERLIN):%d.%m.%Y, %H:%M:%S} Uhr"
        if holder
        else "eben begonnen"
    )
    return (
        f"Für die Stadt „{city}“ wird schon eingelesen ({who}). Bitte warten, bis das fertig ist, "
        "oder jenen Prozess beenden."
    )
