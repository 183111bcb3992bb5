"""Official terms are explained in plain words, once, and only where nobody else does."""

import re

import pytest

from bot.compose.plain.readability import wiener
from bot.compose.plain.terms import Term, all_terms, find_terms
from tests import translations

TERMS = all_terms()
NAMED = [term for term in TERMS if term.pattern.search(term.name)]
NUMBER = re.compile(r"\d|§|\b(?:zwei|drei|vier|fünf|sechs|Wochen|Monate|Euro)\b")


def names(texts: list[str], **more: str) -> list[str]:
    return [term.name for term in find_terms(texts, **more)]


def test_there_are_terms_of_all_parts_of_a_town_hall_and_none_twice() -> None:
    assert len(TERMS) >= 120
    assert len({term.name for term in TERMS}) == len(TERMS)


@pytest.mark.parametrize("term", NAMED, ids=lambda term: term.name)
def test_a_term_is_found_by_its_own_name(term: Term) -> None:
    assert term.name in names([f"Bringen Sie mit: {term.name}, bitte."])


def test_few_terms_are_found_by_forms_only() -> None:
    assert len(TERMS) - len(NAMED) <= 8


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.name)
def test_an_explanation_is_one_plain_thought_without_amounts_or_deadlines(term: Term) -> None:
    assert not NUMBER.search(term.means + term.simple)
    assert translations.words_of(term.means) <= 14
    assert all(translations.words_of(part) <= 12 for part in translations.sentences(term.simple))


def test_explanations_are_as_plain_as_our_other_words() -> None:
    assert wiener("\n".join(term.means for term in TERMS)) <= 7
    assert wiener("\n".join(term.simple for term in TERMS)) <= 6


def test_terms_are_found_in_their_forms_and_in_the_order_of_use() -> None:
    sentences = ["Legen Sie Aufenthaltstitel vor.", "Auch eine beglaubigte Abschrift und Vollmachten gehen."]
    assert names(sentences) == ["Aufenthaltstitel", "beglaubigte Kopie", "Vollmacht"]


def test_a_longer_term_goes_before_the_one_in_it() -> None:
    assert names(["Sie brauchen ein erweitertes Führungszeugnis."]) == ["erweitertes Führungszeugnis"]


@pytest.mark.parametrize("word", ["Bescheinigung", "Besatzung", "Duldungen wegen", "Bevollmächtigungen"])
def test_a_term_is_a_whole_word(word: str) -> None:
    assert "Bescheid" not in names([word])
    assert "Satzung" not in names([word])
    assert "Vollmacht" not in names([word])


def test_what_the_citizen_said_or_the_page_explains_is_not_explained() -> None:
    sentence = ["Legen Sie die Fiktionsbescheinigung vor."]
    assert names(sentence) == ["Fiktionsbescheinigung"]
    assert names(sentence, known="Was tun mit der Fiktionsbescheinigung?") == []
    assert names(sentence, page="Eine Fiktionsbescheinigung ist ein vorläufiges Papier.") == []
    assert names(sentence, page="Die Fiktionsbescheinigung ist mitzubringen.") == ["Fiktionsbescheinigung"]
