"""Deadlines and durations read from a snippet, compared by their words, and by their period."""

from collections.abc import Mapping
from typing import Any

from corpus.records import Fact, FactKind
from corpus.values.normalise import values_in
from evaluation.fact_reading.outcome import Outcome
from evaluation.fact_reading.snippet import Snippet
from evaluation.fact_reading.spelling import plain
from ingest.facts import find_facts

_KINDS = frozenset({FactKind.DEADLINE, FactKind.DURATION})


def read_deadlines(snippet: Snippet) -> Outcome:
    """Compare the times of a snippet with its gold: `{"kind": "deadline", "value": …, "period": …}` an entry.

    A fact is right if it has the kind, states all of the gold's values and its text holds the gold's, or is
    a part of it. A whole sentence may state two entries.
    """
    return _compare(snippet, with_period=False)


def read_periods(snippet: Snippet) -> Outcome:
    """Compare as `read_deadlines`, and the period (null in the gold: none may be computed with)."""
    return _compare(snippet, with_period=True)


def _compare(snippet: Snippet, *, with_period: bool) -> Outcome:
    read = [fact for fact in find_facts([snippet.as_section()]) if fact.kind in _KINDS]
    missed: list[str] = []
    used: set[int] = set()
    for gold in snippet.gold:
        match = next((n for n, fact in enumerate(read) if _same(fact, gold, with_period=with_period)), None)
        if match is None:
            missed.append(f"{gold['kind']}: {gold['value']} = {gold['period']}")
        else:
            used.add(match)
    wrong = tuple(
        f"{fact.kind.value}: {fact.value} = {fact.period}" for n, fact in enumerate(read) if n not in used
    )
    return Outcome(snippet.id, snippet.half, len(snippet.gold) - len(missed), wrong, tuple(missed))


def _same(fact: Fact, gold: Mapping[str, Any], *, with_period: bool) -> bool:
    stated, read = plain(gold["value"]), plain(fact.value)
    return (
        fact.kind.value == gold["kind"]
        and (stated in read or read in stated)
        and values_in(gold["value"]) <= values_in(fact.value)
        and (not with_period or fact.period == gold["period"])
    )
