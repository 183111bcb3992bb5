"""Shows on stderr how far a run is."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from corpus.progress import Progress as Report

_STAGES = {
    "crawl": "Website lesen",
    "index": "Index bauen",
    "questions": "Fragen stellen",
    "reading": "Seiten lesen",
}


@contextmanager
def shown(console: Console) -> Iterator[Report]:
    """A progress report that draws a bar for each stage on `console`."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as bars:
        tasks: dict[str, TaskID] = {}

        def report(stage: str, done: int, total: int | None = None) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(_STAGES.get(stage, stage), total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield report
