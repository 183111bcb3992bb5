"""Shares of what was stopped and of what was let pass."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from evaluation.verifying.case import Case
from evaluation.verifying.corruptions.all import FACTS
from evaluation.verifying.handmade import PLAIN, SIMPLE
from evaluation.verifying.sources import HALVES


@dataclass(frozen=True)
class Share:
    """`hits` of `count` cases; 1.0 where there is none."""

    hits: int
    count: int

    @property
    def value(self) -> float:
        """The share, 0 to 1."""
        return self.hits / self.count if self.count else 1.0


@dataclass(frozen=True)
class Figures:
    """What a verifier does with corrupted sentences (stopped) and with rewordings (rejected).

    `plain` and `simple` are those rejected that say a sentence anew in plain language and in simple German;
    they aren't among `rejected`.
    """

    facts: Share
    all: Share
    rejected: Share
    plain: Share
    simple: Share


def figures(
    corrupted: Sequence[Case], rewordings: Sequence[Case], released: Callable[[Case], bool]
) -> Figures:
    """The figures of a verifier over these cases."""
    return Figures(
        facts=share((case for case in corrupted if case.kind in FACTS), lambda case: not released(case)),
        all=share(corrupted, lambda case: not released(case)),
        rejected=share(
            (case for case in rewordings if case.kind not in (PLAIN, SIMPLE)), lambda case: not released(case)
        ),
        plain=share((case for case in rewordings if case.kind == PLAIN), lambda case: not released(case)),
        simple=share((case for case in rewordings if case.kind == SIMPLE), lambda case: not released(case)),
    )


def share(cases: Iterable[Case], hit: Callable[[Case], bool]) -> Share:
    """How many of `cases` are hits."""
    told = [hit(case) for case in cases]
    return Share(sum(told), len(told))


def by_half(cases: Iterable[Case]) -> dict[str, list[Case]]:
    """The cases of each half."""
    listed = list(cases)
    return {half: [case for case in listed if case.half == half] for half in HALVES}
