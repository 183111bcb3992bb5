"""What commands print: one clear sentence for errors, bars for long work."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeRemainingColumn,
)

from api.mistakes import MISTAKES
from corpus.progress import Progress as Report

BAD_INPUT = 2
FAILED = 1


def console() -> Console:
    """Messages go to standard error; standard output is for results."""
    return Console(stderr=True, highlight=False)


@contextmanager
def clear_errors() -> Iterator[None]:
    """Turn what an operator can put right into its sentence and exit code 2."""
    try:
        yield
    except MISTAKES as error:
        fail(str(error))


def fail(sentence: str, code: int = BAD_INPUT) -> None:
    """Print one sentence and leave with `code`."""
    sys.stderr.write(f"{sentence}\n")
    raise typer.Exit(code)


@contextmanager
def progress_bars() -> Iterator[Report]:
    """A `corpus.progress.Progress` that shows a bar for each stage."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console()) as bars:
        stages: dict[str, int] = {}

        def report(stage: str, done: int, total: int | None = None) -> None:
            if stage not in stages:
                stages[stage] = bars.add_task(stage, total=total)
            bars.update(stages[stage], completed=done, total=total)  # type: ignore[arg-type]  # TaskID is an int

        yield report
