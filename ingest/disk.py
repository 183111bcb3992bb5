"""Says in one sentence that there is no room, whichever library noticed it first."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.generations.errors import GenerationError
from corpus.store.errors import StoreError

_ERRNOS = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
# What SQLite, Chroma and tantivy say; none of them hands on the number.
_WORDS = (
    "database or disk is full",
    "no space left on device",
    "file too large",
    "disk quota exceeded",
    "os error 28",
    "os error 27",
    "disk i/o error",
)
_MEGABYTE = 1_000_000


class DiskFull(Exception):
    """There is no room to write; the message is a German sentence that says where and what to do."""


@contextmanager
def clear_disk_errors(data: Path) -> Iterator[None]:
    """Turn errors of a full disk, of whatever library, into `DiskFull`; others pass."""
    try:
        yield
    except (OSError, sqlite3.Error, StoreError, GenerationError, ValueError, RuntimeError) as error:
        if not _is_full(error):
            raise
        raise DiskFull(_sentence(data)) from error
    except Exception as error:  # Chroma's own base class, without importing Chroma to name it
        if not type(error).__module__.startswith("chromadb") or not _is_full(error):
            raise
        raise DiskFull(_sentence(data)) from error


def _is_full(error: BaseException) -> bool:
    """Whether this error, or one that it came from, is about room."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, OSError) and seen.errno in _ERRNOS:
            return True
        if any(words in str(seen).lower() for words in _WORDS):
            return True
        seen = seen.__cause__ or seen.__context__
    return False


def _sentence(data: Path) -> str:
    try:
        free = f"{shutil.disk_usage(data).free // _MEGABYTE} MB sind dort frei"
    except OSError:
        free = "wie viel dort frei ist, ist nicht zu erfahren"
    return (
        f"Unter {data.absolute()} lässt sich nicht weiterschreiben: Der Platz reicht nicht, oder der "
        f"Datenträger ist gestört ({free}). Bitte schaffen Sie Abhilfe und starten Sie „lotse ingest“ neu; "
        "was in Betrieb ist, bleibt unverändert."
    )
