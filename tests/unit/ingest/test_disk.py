"""A full disk is said in one sentence, whichever library noticed; other errors stay what they are."""

import errno
import sqlite3
from pathlib import Path

import pytest

from corpus.generations.errors import GenerationError
from corpus.store.errors import StoreError
from ingest.disk import DiskFull, clear_disk_errors


def chained() -> GenerationError:
    error = GenerationError("Die Generation ist beschädigt.")
    error.__cause__ = OSError(errno.ENOSPC, "No space left on device")
    return error


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EFBIG, "File too large"),
        OSError(errno.EDQUOT, "Disk quota exceeded"),
        sqlite3.OperationalError("database or disk is full"),
        StoreError("Die Datenbank antwortet nicht richtig (database or disk is full): Bitte prüfen."),
        ValueError("An IO error occurred: 'No space left on device (os error 28)'"),
        chained(),
    ],
)
def test_a_full_disk_is_said(error: Exception, tmp_path: Path) -> None:
    said = rf"{tmp_path}.*MB sind dort frei.*Bitte schaffen Sie Abhilfe"
    with pytest.raises(DiskFull, match=said), clear_disk_errors(tmp_path):
        raise error


@pytest.mark.parametrize(
    "error", [FileNotFoundError(errno.ENOENT, "x"), ValueError("x"), StoreError("Die Datenbank schläft.")]
)
def test_other_errors_pass(error: Exception, tmp_path: Path) -> None:
    with pytest.raises(type(error)) as raised, clear_disk_errors(tmp_path):
        raise error
    assert raised.value is error
