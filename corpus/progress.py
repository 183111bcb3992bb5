"""How long work reports where it is; who shows it (a bar, a log, nobody) is the caller's business."""

from typing import Protocol


class Progress(Protocol):
    """Called with the stage's name, the number of things done, and how many there are, if known."""

    def __call__(self, stage: str, done: int, total: int | None = None) -> None: ...


def silent(stage: str, done: int, total: int | None = None) -> None:
    """Report nothing."""
