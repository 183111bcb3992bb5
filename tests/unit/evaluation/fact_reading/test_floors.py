"""The facts read from hand-checked snippets hold their floors."""

import pytest

from evaluation.fact_reading.floors import missed_floors
from evaluation.fact_reading.kinds import KINDS, outcomes
from evaluation.fact_reading.outcome import Figures, Outcome, figures


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_reading_facts_holds_its_floors(kind: str) -> None:
    assert missed_floors(kind, figures(outcomes(kind))) == []


def test_a_kind_below_its_floor_is_named() -> None:
    (sentence,) = missed_floors("hours", Figures(snippets=1, facts=1, precision=0.5, recall=1.0))
    assert sentence == "hours: Genauigkeit 0.5 liegt unter 0.99."


def test_a_fact_read_with_another_value_costs_precision_and_recall() -> None:
    found = figures(
        [Outcome("a", "first", 3), Outcome("b", "first", 0, ("Mo 08:00-12:00",), ("Mo 09:00-12:00",))]
    )
    assert (found.facts, found.precision, found.recall) == (4, 0.75, 0.75)
