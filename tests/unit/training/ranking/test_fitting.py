"""Weights learned from choices among documents."""

import numpy as np
import pytest

from training.ranking.examples import Example
from training.ranking.fitting import cross_validated, figures, fit


def examples(count: int, *, telling: bool) -> list[Example]:
    """Questions with five documents each; the second feature is high for the right one if it is telling."""
    chance = np.random.default_rng(5)
    made = []
    for number in range(count):
        rows = chance.normal(size=(5, 2))
        gold = np.arange(5) == chance.integers(5)
        if telling:
            rows[gold, 1] += 4.0
        rows[gold, 0] += 1.0
        order = np.argsort(-rows[:, 0])
        rows, gold = rows[order], gold[order]
        ids = tuple(f"{number}-{place}" for place in range(5))
        wanted = tuple(name for name, right in zip(ids, gold, strict=True) if right)
        made.append(Example(f"page {number % 9}", "train", rows, gold, ids, wanted))
    return made


def test_a_telling_feature_gets_a_high_weight_and_puts_the_right_document_first() -> None:
    taught = examples(80, telling=True)
    weights = fit(taught, strength=1.0)
    assert weights[0] == pytest.approx(1.0)
    assert weights[1] > 1.0
    assert figures(examples(40, telling=True), weights)[0] > 0.9


def test_a_feature_that_tells_nothing_hardly_counts() -> None:
    assert abs(fit(examples(80, telling=False))[1]) < 0.3


def test_the_penalty_holds_weights_down_but_not_that_of_the_search() -> None:
    taught = examples(80, telling=True)
    assert fit(taught, strength=100.0)[1] < fit(taught, strength=1.0)[1]


def test_held_out_pages_are_ordered_well_too() -> None:
    found = examples(90, telling=True)
    assert cross_validated(found, [])[2] > figures(found)[2]


def test_without_weights_the_order_of_the_search_counts() -> None:
    example = examples(1, telling=False)[0]
    assert figures([example])[0] == float(example.gold[0])
