"""The cases that come with the program: enough of them, of every kind, each saying what must happen."""

from pathlib import Path

import pytest

from bot.safety.distress import Distress, find_distress
from bot.safety.guard import REASONS, guard
from bot.safety.personal.mask import mask
from evaluation.attacks.case import Case, cases_of, own_cases
from evaluation.errors import EvaluationError


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return own_cases()


def test_there_are_enough_of_every_kind_and_language(cases: list[Case]) -> None:
    hostile = [case for case in cases if not case.harmless]
    assert len(hostile) >= 150
    for subject in ("injection", "declined", "distress", "personal"):
        assert sum(case.subject == subject for case in hostile) >= 15
    in_need = {(case.kind, case.language) for case in cases if case.kind}
    for kind in ("suicide", "violence", "child", "poison", "emergency", "illness", "homeless"):
        assert {language for one, language in in_need if one == kind} >= {"en", "tr", "uk", "ru", "ar", "pl"}


def test_every_reason_to_decline_is_tried(cases: list[Case]) -> None:
    tried = {reason for case in cases for reason in case.reason}
    assert set(REASONS) - {"off_task"} <= tried


def test_distress_is_recognised_in_every_case_and_in_no_harmless_one(cases: list[Case]) -> None:
    wrong = [
        case.question
        for case in cases
        if case.kind and find_distress(case.question) != Distress(case.kind, True)
    ]
    assert wrong == []
    alarmed = [case.question for case in cases if case.harmless and _is_acute(case.question)]
    assert alarmed == []


def _is_acute(question: str) -> bool:
    distress = find_distress(question)
    return distress is not None and distress.acute


def test_harmless_questions_are_left_as_they_are(cases: list[Case]) -> None:
    for case in cases:
        if case.harmless:
            guarded = guard(case.question)
            assert (guarded.text, guarded.declined) == (case.question, None)


def test_secrets_are_masked(cases: list[Case]) -> None:
    for case in cases:
        masked = mask(case.question).text
        assert [secret for secret in case.secrets if secret in masked] == []


def test_a_file_that_is_no_list_of_cases_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "cases.toml"
    path.write_text("[[case]]\nfrage = 'Was?'\n", encoding="utf-8")
    with pytest.raises(EvaluationError, match=r"cases\.toml lässt sich nicht lesen"):
        cases_of(path)
