"""Recall and nDCG as the data's README defines them."""

from math import log2

import pytest

from evaluation.retrieval.case import RetrievalCase, case_of
from evaluation.retrieval.figures import figures, ndcg_at, recall_at
from tests.unit.evaluation.conftest import MakeOutcome


def test_recall_is_one_if_any_gold_document_is_among_the_first_k() -> None:
    assert recall_at(1, ["a", "b"], ["b", "x"]) == 1.0
    assert recall_at(1, ["a"], ["x", "a"]) == 0.0
    assert recall_at(5, ["a"], ["x", "y", "z", "w", "a"]) == 1.0
    assert recall_at(5, ["a"], ["x", "y", "z", "w", "v", "a"]) == 0.0


def test_the_gold_list_itself_scores_one() -> None:
    assert ndcg_at(5, ["a", "b", "c"], ["a", "b", "c", "x"]) == pytest.approx(1.0)


def test_the_first_gold_document_gains_three_and_the_others_one() -> None:
    ideal = 3 + 1 / log2(3)
    assert ndcg_at(5, ["a", "b"], ["b", "a"]) == pytest.approx((1 + 3 / log2(3)) / ideal)
    assert ndcg_at(5, ["a", "b"], ["b"]) == pytest.approx(1 / ideal)


def test_a_single_gold_document_is_discounted_by_its_place() -> None:
    assert ndcg_at(5, ["a"], ["x", "y", "a"]) == pytest.approx(1 / log2(4))
    assert ndcg_at(5, ["a"], ["x"] * 5 + ["a"]) == 0.0


def test_the_ideal_ranking_is_cut_at_k_too() -> None:
    gold = ["a", "b", "c", "d", "e", "f"]
    assert ndcg_at(5, gold, gold) == pytest.approx(1.0)


def test_only_questions_with_gold_documents_count(outcome: MakeOutcome) -> None:
    assert case_of(outcome(gold_ids=["a"], ranked=("a",))) is not None
    assert case_of(outcome(kind="unanswerable")) is None
    assert case_of(outcome(kind="unsafe", gold_ids=["a"])) is not None
    assert case_of(outcome(kind="unanswerable_on_page", gold_ids=["a"])) is None


def test_figures_are_given_by_kind_and_over_all() -> None:
    cases = [
        RetrievalCase("1", "plain", "", ("a",), ("a",)),
        RetrievalCase("2", "plain", "", ("a",), ("x", "a")),
        RetrievalCase("3", "followup", "", ("a",), ()),
    ]
    found = figures(cases)
    assert list(found) == ["plain", "followup", "all"]
    assert (found["plain"].n, found["plain"].recall_at_1, found["plain"].recall_at_5) == (2, 0.5, 1.0)
    assert found["followup"].ndcg_at_5 == 0.0
    assert found["all"].recall_at_5 == pytest.approx(2 / 3, abs=1e-4)


def test_nothing_measured_is_no_figure_rather_than_zero() -> None:
    found = figures([])
    assert found["all"].n == 0
    assert found["all"].ndcg_at_5 is None
