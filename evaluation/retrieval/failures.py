"""Questions for which no gold document came first."""

from collections.abc import Iterable, Iterator

from evaluation.failure import Failure
from evaluation.retrieval.case import RetrievalCase

_SHOWN = 5


def failures(cases: Iterable[RetrievalCase]) -> Iterator[Failure]:
    """Each question whose first document isn't a gold one, with the first documents found."""
    for case in cases:
        if case.ranked[:1] and case.ranked[0] in case.gold:
            continue
        place = next((n for n, found in enumerate(case.ranked, start=1) if found in case.gold), None)
        where = f"erst an Stelle {place}" if place else "gar nicht"
        found = ", ".join(case.ranked[:_SHOWN]) or "nichts"
        yield Failure(
            "retrieval", case.id, case.kind, case.question, ", ".join(case.gold), f"{where}; zuerst: {found}"
        )
