"""The share of gold facts stated, and of answers with a wrong amount."""

from collections.abc import Iterable

from evaluation.facts.case import FactCase
from evaluation.kinds import by_kind, share


def facts_stated(cases: Iterable[FactCase]) -> dict[str, float | None]:
    """The share of all gold facts that the answers state, by kind and over all; no kind without any."""
    shares = {
        kind: share(
            sum(len(case.stated) for case in group),
            sum(len(case.stated) + len(case.missed) for case in group),
        )
        for kind, group in by_kind(cases).items()
    }
    return {kind: value for kind, value in shares.items() if value is not None or kind == "all"}


def wrong_amounts(cases: Iterable[FactCase]) -> dict[str, float | None]:
    """The share of answers that state an amount which no gold document has, by kind and over all."""
    answers = [case for case in cases if case.answered]
    return {
        kind: share(sum(bool(case.foreign) for case in group), len(group))
        for kind, group in by_kind(answers).items()
    }
