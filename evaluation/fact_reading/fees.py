"""Fees read from a snippet, compared by amount (or by the printed value), and by whom they are for."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from corpus.analysis.tokens import stems
from corpus.records import Fact, FactKind
from evaluation.fact_reading.outcome import Outcome
from evaluation.fact_reading.snippet import Snippet
from evaluation.fact_reading.spelling import plain
from ingest.facts import find_facts

_Same = Callable[[Fact, Mapping[str, Any], str], bool]


def read_fees(snippet: Snippet) -> Outcome:
    """Compare the fees of a snippet with its gold: `{"value": …, "amount": "37.00" or null}` an entry.

    A fee that can be computed with is right if its amount is; of others the printed value must hold all of
    the gold's words ("ab 30 Euro"), and must not have an amount.
    """
    return _compare(snippet, _same_value)


def read_fees_for_whom(snippet: Snippet) -> Outcome:
    """Compare as `read_fees`, and whom a fee is for: `"for"` in its label, `"reduced"` as its flag.

    The words of `"for"` may stand in the label or in the heading above it, inflected in any way.
    """
    return _compare(snippet, _same_value_and_label)


def _compare(snippet: Snippet, same: _Same) -> Outcome:
    read = [fact for fact in find_facts([snippet.as_section()]) if fact.kind is FactKind.FEE]
    missed: list[str] = []
    right = 0
    for gold in snippet.gold:
        match = next((fact for fact in read if same(fact, gold, snippet.heading)), None)
        if match is None:
            missed.append(f"{gold['value']} ({gold.get('for', '')})")
        else:
            read.remove(match)
            right += 1
    wrong = tuple(f"{fact.value} ({fact.label}) = {fact.amount}" for fact in read)
    return Outcome(snippet.id, snippet.half, right, wrong, tuple(missed))


def _same_value(fact: Fact, gold: Mapping[str, Any], _heading: str) -> bool:
    if gold["amount"] is not None:
        return fact.amount == Decimal(gold["amount"])
    return fact.amount is None and plain(gold["value"]) in plain(fact.value)


def _same_value_and_label(fact: Fact, gold: Mapping[str, Any], heading: str) -> bool:
    told = set(stems(f"{fact.label} {heading}"))
    wanted = set(stems(gold.get("for", "")))
    return _same_value(fact, gold, heading) and wanted <= told and fact.reduced == gold.get("reduced", False)
