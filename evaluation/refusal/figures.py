"""Shares of questions that were refused or answered with a question."""

from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict

from evaluation.kinds import by_kind, share
from evaluation.refusal.case import RefusalCase


class KindRefusal(BaseModel):
    """Shares of the `n` questions of one kind."""

    model_config = ConfigDict(frozen=True)

    n: int
    refused: float | None
    clarified: float | None


class RefusalFigures(BaseModel):
    """The share of unanswerable questions refused (should be 1) and of answerable ones (should be 0).

    `clarified` is the share of all these questions that were answered with a question; those are not refused.
    """

    model_config = ConfigDict(frozen=True)

    unanswerable_refused: float | None
    answerable_refused: float | None
    clarified: float | None
    by_kind: dict[str, KindRefusal]


def figures(cases: Iterable[RefusalCase]) -> RefusalFigures:
    """The figures over all, and by kind."""
    groups = by_kind(cases)
    everything = groups["all"]
    return RefusalFigures(
        unanswerable_refused=_refused([case for case in everything if not case.answerable]),
        answerable_refused=_refused([case for case in everything if case.answerable]),
        clarified=_clarified(everything),
        by_kind={
            kind: KindRefusal(n=len(group), refused=_refused(group), clarified=_clarified(group))
            for kind, group in groups.items()
        },
    )


def _refused(cases: Sequence[RefusalCase]) -> float | None:
    return share(sum(case.refused for case in cases), len(cases))


def _clarified(cases: Sequence[RefusalCase]) -> float | None:
    return share(sum(case.clarified for case in cases), len(cases))
