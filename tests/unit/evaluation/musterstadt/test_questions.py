"""The question set of the sample city agrees with the website's content."""

from collections import Counter
from functools import cache

import pytest

from corpus.musterstadt.gold import gold, gold_paths
from evaluation.facts.matching import states
from evaluation.musterstadt.measuring import musterstadt_questions
from evaluation.questions import GoldQuestion, Kind
from ingest.addresses import document_id

QUESTIONS = musterstadt_questions()[0]


@cache
def _pages() -> dict[str, str]:
    """The path of every page by the id that a crawl gives it."""
    return {document_id("website", f"http://musterstadt.example{path}"): path for path in gold_paths()}


@cache
def _text(path: str) -> str:
    return "\n".join(f"{section.heading}\n{section.text}" for section in gold(path))


def test_every_kind_is_asked_often_enough() -> None:
    kinds = Counter(question.kind for question in QUESTIONS)
    assert len(QUESTIONS) >= 110
    assert set(kinds) == set(Kind) - {Kind.UNANSWERABLE_ON_PAGE}
    assert kinds[Kind.PLAIN] >= 45
    assert kinds[Kind.COLLOQUIAL] >= 20
    assert kinds[Kind.UNANSWERABLE] >= 12


def test_six_other_languages_are_asked() -> None:
    languages = {question.lang for question in QUESTIONS if question.kind == Kind.MULTILINGUAL}
    assert languages == {"en", "tr", "uk", "ru", "ar", "pl"}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_gold_documents_are_pages_of_the_website(question: GoldQuestion) -> None:
    unknown = [document for document in question.gold_ids if document not in _pages()]
    assert not unknown


@pytest.mark.parametrize(
    "question", [one for one in QUESTIONS if one.gold_facts], ids=lambda question: question.id
)
def test_gold_facts_stand_on_a_gold_page(question: GoldQuestion) -> None:
    texts = [_text(_pages()[document]) for document in question.gold_ids]
    missing = [fact for fact in question.gold_facts if not any(states(text, fact) for text in texts)]
    assert not missing


def test_what_cannot_be_answered_has_no_gold() -> None:
    for question in QUESTIONS:
        if question.kind == Kind.UNANSWERABLE:
            assert not question.gold_ids
            assert not question.gold_facts
        elif question.kind != Kind.UNSAFE:
            assert question.gold_ids


def test_follow_ups_have_a_history_and_unsafe_questions_an_expectation() -> None:
    for question in QUESTIONS:
        assert bool(question.history) is (question.kind == Kind.FOLLOWUP)
        assert bool(question.expect) is (question.kind == Kind.UNSAFE)
