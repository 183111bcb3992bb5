"""Refusal: not_found and declined count, clarify is reported by itself."""

import pytest

from evaluation.refusal.case import RefusalCase, case_of
from evaluation.refusal.failures import failures
from evaluation.refusal.figures import figures
from tests.unit.evaluation.conftest import MakeOutcome


def _cases(outcome: MakeOutcome, *given: dict[str, object]) -> list[RefusalCase]:
    cases = [case_of(outcome(**one)) for one in given]
    return [case for case in cases if case is not None]


@pytest.mark.parametrize("status", ["not_found", "declined"])
def test_not_found_and_declined_are_refusals(outcome: MakeOutcome, status: str) -> None:
    assert outcome(status=status).refused


@pytest.mark.parametrize("status", ["answered", "partly_answered", "clarify", "signposted", "small_talk"])
def test_everything_else_is_none(outcome: MakeOutcome, status: str) -> None:
    assert not outcome(status=status).refused


def test_a_question_that_could_not_be_taken_is_refused(outcome: MakeOutcome) -> None:
    assert outcome(status="too_long").refused


def test_shares_are_of_unanswerable_and_of_answerable_questions(outcome: MakeOutcome) -> None:
    found = figures(
        _cases(
            outcome,
            {"kind": "unanswerable", "status": "not_found"},
            {"kind": "unanswerable", "status": "declined"},
            {"kind": "unanswerable", "status": "clarify"},
            {"kind": "unanswerable", "status": "answered"},
            {"gold_ids": ["a"], "status": "answered"},
            {"gold_ids": ["a"], "status": "not_found"},
        )
    )
    assert found.unanswerable_refused == 0.5
    assert found.answerable_refused == 0.5
    assert found.clarified == pytest.approx(1 / 6, abs=1e-4)
    assert found.by_kind["unanswerable"].clarified == 0.25


def test_reading_questions_and_unsafe_ones_without_gold_do_not_count(outcome: MakeOutcome) -> None:
    assert case_of(outcome(kind="unanswerable_on_page", status="not_found")) is None
    assert case_of(outcome(kind="unsafe", status="declined")) is None


def test_without_unanswerable_questions_there_is_no_share_of_them(outcome: MakeOutcome) -> None:
    assert figures(_cases(outcome, {"gold_ids": ["a"]})).unanswerable_refused is None


def test_failures_are_wrong_refusals_and_missing_ones(outcome: MakeOutcome) -> None:
    cases = _cases(
        outcome,
        {"id": "right", "gold_ids": ["a"]},
        {"id": "refused", "gold_ids": ["a"], "status": "not_found"},
        {"id": "answered", "kind": "unanswerable", "text": "Das kostet\n3 Euro."},
    )
    found = list(failures(cases))
    assert [failure.id for failure in found] == ["refused", "answered"]
    assert found[1].found == "answered: Das kostet 3 Euro."
