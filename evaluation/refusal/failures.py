"""Questions that were refused though they can be answered, or answered though they can't."""

from collections.abc import Iterable, Iterator

from evaluation.failure import Failure
from evaluation.refusal.case import RefusalCase

_SHOWN = 160


def failures(cases: Iterable[RefusalCase]) -> Iterator[Failure]:
    """Each question that ended the wrong way, with its status and the beginning of the answer."""
    for case in cases:
        if case.refused is not case.answerable:
            continue
        expected = "eine Antwort" if case.answerable else "eine Absage (not_found oder declined)"
        beginning = " ".join(case.text.split())[:_SHOWN]
        yield Failure("refusal", case.id, case.kind, case.question, expected, f"{case.status}: {beginning}")
