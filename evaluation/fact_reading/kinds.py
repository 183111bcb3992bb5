"""The kinds of facts that are measured, and who compares what is read with the gold."""

from collections.abc import Callable, Iterator, Mapping

from evaluation.fact_reading.hours import read_hours
from evaluation.fact_reading.outcome import Outcome
from evaluation.fact_reading.snippet import Snippet, snippets

KINDS: Mapping[str, Callable[[Snippet], Outcome]] = {"hours": read_hours}
"""By the name of the gold file; each reads one snippet and compares."""


def outcomes(kind: str) -> Iterator[Outcome]:
    """Read all snippets of a kind; raises `EvaluationError` for a broken gold file."""
    for snippet in snippets(kind):
        yield KINDS[kind](snippet)
