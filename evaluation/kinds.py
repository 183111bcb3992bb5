"""Figures by kind of question, and over all."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

ALL = "all"


class OfKind(Protocol):
    """Anything that belongs to a kind of question."""

    @property
    def kind(self) -> str: ...


Item = TypeVar("Item", bound=OfKind)


def by_kind(items: Iterable[Item]) -> dict[str, list[Item]]:
    """The items of each kind, in the order in which the kinds first occur, and under "all" every one."""
    groups: dict[str, list[Item]] = {}
    everything: list[Item] = []
    for item in items:
        groups.setdefault(item.kind, []).append(item)
        everything.append(item)
    groups.pop(ALL, None)
    return {**groups, ALL: everything}


def share(part: int | float, whole: int) -> float | None:
    """`part` of `whole`, rounded to four places; None of nothing."""
    return round(part / whole, 4) if whole else None
