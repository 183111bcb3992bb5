"""Answers that miss a fact or state a wrong amount."""

from collections.abc import Iterable, Iterator

from evaluation.facts.case import FactCase
from evaluation.failure import Failure

_SHOWN = 240


def failures(cases: Iterable[FactCase]) -> Iterator[Failure]:
    """Each answer without one of its facts, then each with an amount that no gold document states."""
    known = list(cases)
    for case in known:
        if case.missed:
            beginning = " ".join(case.text.split())[:_SHOWN]
            yield Failure("facts", case.id, case.kind, case.question, "; ".join(case.missed), beginning)
    expected = "nur Beträge der richtigen Dokumente"
    for case in known:
        if case.foreign:
            yield Failure("amounts", case.id, case.kind, case.question, expected, "; ".join(case.foreign))
