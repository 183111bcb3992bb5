"""The object that `--json` prints, from outcomes."""

import json

from evaluation.measure import cases_of, failures_of, results_of
from evaluation.reading.case import ReadingCase
from tests.unit.evaluation.conftest import MakeOutcome

_PAGE = ReadingCase("q", "plain", "Was?", ("a", "b"), frozenset({0}), frozenset({0}), "dev")


def test_the_object_has_the_promised_shape(outcome: MakeOutcome) -> None:
    outcomes = [
        outcome(gold_ids=["a"], gold_facts=["3 Euro"], ranked=("a",), text="3 €"),
        outcome(kind="unanswerable", status="not_found"),
    ]
    data = json.loads(json.dumps(results_of(cases_of(outcomes, lambda _: None, [_PAGE])).as_json()))
    assert set(data["retrieval"]) == {"plain", "all"}
    assert set(data["retrieval"]["all"]) == {"n", "recall_at_1", "recall_at_5", "ndcg_at_5"}
    assert data["refusal"]["unanswerable_refused"] == 1.0
    assert data["refusal"]["answerable_refused"] == 0.0
    assert data["facts"] == {"plain": 1.0, "all": 1.0}
    assert {"precision", "recall", "f1"} <= set(data["reading"])
    assert {"no_answer_precision", "no_answer_recall", "no_answer_f1"} <= set(data["reading"])
    assert {"p50", "p95"} <= set(data["latency_ms"])


def test_without_reader_there_is_no_reading(outcome: MakeOutcome) -> None:
    assert "reading" not in results_of(cases_of([outcome()], lambda _: None)).as_json()


def test_every_figure_has_a_path(outcome: MakeOutcome) -> None:
    figures = results_of(cases_of([outcome(gold_ids=["a"], ranked=("x", "a"))], lambda _: None)).figures()
    assert figures["retrieval.all.recall_at_1"] == 0.0
    assert figures["retrieval.plain.recall_at_5"] == 1.0
    assert "facts.all" not in figures


def test_failures_of_all_tasks_are_listed(outcome: MakeOutcome) -> None:
    outcomes = [outcome(gold_ids=["a"], gold_facts=["3 Euro"], status="not_found")]
    misread = ReadingCase("q", "plain", "Was?", ("a", "b"), frozenset({0}), frozenset({1}), None)
    found = failures_of(cases_of(outcomes, lambda _: None, [misread]))
    assert [failure.task for failure in found] == ["retrieval", "refusal", "facts", "reading"]
