"""Pages that were read wrongly: no right line taken, or lines where none answers."""

from collections.abc import Collection, Iterable, Iterator

from evaluation.failure import Failure
from evaluation.reading.case import ReadingCase

_SHOWN = 240


def failures(cases: Iterable[ReadingCase]) -> Iterator[Failure]:
    """Each page of which no right line was taken, and each that was read though it doesn't answer."""
    for case in cases:
        if case.gold & case.read or not (case.gold or case.read):
            continue
        yield Failure(
            "reading", case.id, case.kind, case.question, _lines(case, case.gold), _lines(case, case.read)
        )


def _lines(case: ReadingCase, indices: Collection[int]) -> str:
    text = " / ".join(case.lines[index] for index in sorted(indices))
    return text[:_SHOWN] or "hier nicht beantwortet"
