"""The kinds of facts that are measured, and who compares what is read with the gold."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from evaluation.fact_reading.deadlines import read_deadlines, read_periods
from evaluation.fact_reading.fees import read_fees, read_fees_for_whom
from evaluation.fact_reading.hours import read_hours
from evaluation.fact_reading.outcome import Outcome
from evaluation.fact_reading.snippet import Snippet, snippets


@dataclass(frozen=True)
class Kind:
    """The name of a gold file, and who reads one of its snippets and compares."""

    gold: str
    read: Callable[[Snippet], Outcome]


KINDS: Mapping[str, Kind] = {
    "hours": Kind("hours", read_hours),
    "fees": Kind("fees", read_fees),
    "fees-for-whom": Kind("fees", read_fees_for_whom),
    "deadlines": Kind("deadlines", read_deadlines),
    "deadlines-period": Kind("deadlines", read_periods),
}
"""What is measured, by the name that it has in the report."""


def outcomes(kind: str) -> Iterator[Outcome]:
    """Read all snippets of a kind; raises `EvaluationError` for a broken gold file."""
    measured = KINDS[kind]
    for snippet in snippets(measured.gold):
        yield measured.read(snippet)
