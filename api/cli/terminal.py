"""What commands print: one clear sentence for errors, texts of the sources without control characters."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console

from api.mistakes import MISTAKES
from ingest.disk import DiskFull
from ingest.lock import UpdateRunning

FAILED = 1
BAD_INPUT = 2
DISK_FULL = 74
"""As sysexits.h: an error occurred while doing I/O."""
BUSY = 75
"""As sysexits.h: a temporary failure; here that another process holds the lock."""


def console() -> Console:
    """Messages go to standard error; standard output is for results."""
    return Console(stderr=True, highlight=False)


@contextmanager
def clear_errors() -> Iterator[None]:
    """Turn what an operator can put right into its sentence and an exit code."""
    try:
        yield
    except MISTAKES as error:
        fail(str(error))
    except UpdateRunning as error:
        fail(str(error), BUSY)
    except DiskFull as error:
        fail(str(error), DISK_FULL)


def fail(sentence: str, code: int = BAD_INPUT) -> None:
    """Print one sentence and leave with `code`."""
    sys.stderr.write(f"{sentence}\n")
    raise typer.Exit(code)


def printable(text: str) -> str:
    """A line from a source, without what would steer the terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
