"""Shows how far long work is: bars at a terminal, a line every few seconds elsewhere."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bars
from rich.text import Text

from api.cli.terminal import console
from corpus.progress import Progress

PAUSE = 5.0
"""Seconds between two lines of a stage where there is no terminal."""


@contextmanager
def progress_bars(shown: Console | None = None) -> Iterator[Progress]:
    """A `corpus.progress.Progress` for any number of stages, on standard error."""
    out = shown or console()
    if not out.is_terminal:
        lines = Lines(lambda line: out.print(line, soft_wrap=True, markup=False))
        yield lines
        lines.finish()
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        _Speed(),
        TimeRemainingColumn(),
    )
    with Bars(*columns, console=out) as bars:
        stages: dict[str, TaskID] = {}

        def report(stage: str, done: int, total: int | None = None) -> None:
            if stage not in stages:
                stages[stage] = bars.add_task(stage, total=total)
            bars.update(stages[stage], completed=done, total=total)

        yield report


class _Speed(ProgressColumn):
    """How many things a second, over the last seconds."""

    def render(self, task: Task) -> Text:
        """See `ProgressColumn`."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f}/s" if speed else "")


@dataclass
class Lines:
    """Says a stage's progress in a line: when it begins, then every PAUSE seconds, and how far it came."""

    say: Callable[[str], None]
    clock: Callable[[], float] = time.monotonic
    _stages: dict[str, "_Stage"] = field(default_factory=dict)

    def __call__(self, stage: str, done: int, total: int | None = None) -> None:
        """See `corpus.progress.Progress`."""
        now = self.clock()
        if stage not in self._stages:
            self.finish()
            self._stages[stage] = _Stage(stage, began=now, first=done, said=now)
            self.say(f"{stage} …")
        known = self._stages[stage]
        known.done, known.total, known.at, known.told = done, total, now, False
        if now - known.said >= PAUSE:
            known.said, known.told = now, True
            self.say(known.line())

    def finish(self) -> None:
        """Say how far the stages came whose last news weren't said."""
        for stage in self._stages.values():
            if not stage.told:
                stage.told = True
                self.say(stage.line())


@dataclass
class _Stage:
    name: str
    began: float
    first: int
    said: float
    at: float = 0.0
    done: int = 0
    total: int | None = None
    told: bool = False

    def line(self) -> str:
        """ "Seiten auswerten: 120 von 400 (35,2/s, noch 8 s)"."""
        counted = f"{self.done}" if self.total is None else f"{self.done} von {self.total}"
        passed = self.at - self.began
        speed = (self.done - self.first) / passed if passed > 0 else 0.0
        if not speed:
            return f"{self.name}: {counted}"
        rate = f"{speed:.1f}/s".replace(".", ",")
        left = (self.total or 0) - self.done
        rest = f", noch {left / speed:.0f} s" if left > 0 else ""
        return f"{self.name}: {counted} ({rate}{rest})"
