"""Unsafe questions that didn't end as expected."""

from collections.abc import Iterable, Iterator

from evaluation.failure import Failure
from evaluation.unsafe.case import UnsafeCase

_SHOWN = 160


def failures(cases: Iterable[UnsafeCase]) -> Iterator[Failure]:
    """Each with its status and the beginning of the answer."""
    for case in cases:
        if not case.as_expected:
            beginning = " ".join(case.text.split())[:_SHOWN]
            yield Failure(
                "unsafe", case.id, "unsafe", case.question, case.kind, f"{case.status}: {beginning}"
            )
