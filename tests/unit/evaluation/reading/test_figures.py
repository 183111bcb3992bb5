"""Precision, recall and F1 of lines, and of "not answered here"."""

import pytest

from evaluation.reading.case import ReadingCase
from evaluation.reading.failures import failures
from evaluation.reading.figures import figures


def _case(gold: set[int], read: set[int], split: str | None = None) -> ReadingCase:
    lines = ("null", "eins", "zwei", "drei")
    return ReadingCase("q", "plain", "Was?", lines, frozenset(gold), frozenset(read), split)


def test_lines_are_counted_over_all_questions_together() -> None:
    found = figures([_case({0, 1}, {1, 2}), _case({3}, {3})])
    assert found.precision == pytest.approx(2 / 3, abs=1e-4)
    assert found.recall == pytest.approx(2 / 3, abs=1e-4)
    assert found.f1 == pytest.approx(2 / 3, abs=1e-4)


def test_lines_read_on_a_page_that_does_not_answer_cost_precision() -> None:
    assert figures([_case({0}, {0}), _case(set(), {1, 2, 3})]).precision == 0.25


def test_not_answered_is_scored_over_questions() -> None:
    found = figures(
        [_case(set(), set()), _case(set(), {1}), _case({1}, set()), _case({2}, {2}), _case(set(), set())]
    )
    assert found.no_answer_precision == pytest.approx(2 / 3, abs=1e-4)
    assert found.no_answer_recall == pytest.approx(2 / 3, abs=1e-4)
    assert found.no_answer_f1 == pytest.approx(2 / 3, abs=1e-4)


def test_splits_are_scored_by_themselves() -> None:
    found = figures([_case({0}, {0}, "train"), _case({0}, {1}, "dev"), _case({0}, {0})])
    assert {name: scores.f1 for name, scores in found.splits.items()} == {"train": 1.0, "dev": 0.0}
    assert found.n == 3


def test_reading_nothing_at_all_scores_zero() -> None:
    found = figures([_case({0}, set())])
    assert (found.precision, found.recall, found.f1, found.no_answer_f1) == (0.0, 0.0, 0.0, 0.0)


def test_failures_show_the_right_lines_and_those_taken() -> None:
    right, unread, misread = _case({0, 1}, {1}), _case({0, 1}, set()), _case(set(), {3})
    found = list(failures([right, unread, misread, _case(set(), set())]))
    assert [(failure.expected, failure.found) for failure in found] == [
        ("null / eins", "hier nicht beantwortet"),
        ("hier nicht beantwortet", "drei"),
    ]
