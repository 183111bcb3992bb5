"""The assistant's own words, in every language."""

from typing import get_args

import pytest

from bot.answer import Style
from bot.request import ProblemCode
from bot.safety.distress import helplines
from bot.texts import SIMPLE_GERMAN, languages, say, texts
from bot.understanding.aspects import find_aspects
from bot.understanding.followup import refer
from bot.understanding.language import detect_language
from corpus.city import State
from corpus.parts import Language
from corpus.records import FactKind
from tests import translations

FOREIGN = [language for language in languages() if not language.startswith("de")]
DISTRESS = ["suicide", "violence", "child", "missing", "poison", "emergency", "illness", "homeless"]


def test_every_language_that_a_city_can_offer_has_its_texts() -> None:
    assert set(languages()) == {*get_args(Language), SIMPLE_GERMAN}


@pytest.mark.parametrize("language", languages())
def test_no_language_lacks_a_text_or_has_one_that_german_has_not(language: str) -> None:
    assert set(texts(language)) ^ set(texts("de")) == set()


@pytest.mark.parametrize("language", languages())
def test_every_text_names_the_values_of_the_german_one(language: str) -> None:
    assert translations.differing_placeholders(texts(language), texts("de")) == []


@pytest.mark.parametrize("language", languages())
def test_every_problem_and_kind_of_fact_and_helpline_has_its_words(language: str) -> None:
    lines = {line.key for kind in DISTRESS for line in helplines(kind, State.HE)}
    needed = {
        *(f"problem.{code.value}" for code in ProblemCode),
        *(f"fact.{kind.value}" for kind in FactKind),
        *(f"helpline.{key}" for key in lines),
        *(f"distress.{kind}" for kind in DISTRESS),
    }
    assert needed - set(texts(language)) == set()


@pytest.mark.parametrize("language", FOREIGN)
@pytest.mark.parametrize("other", ["de", "en"])
def test_no_text_was_left_in_german_or_english(language: str, other: str) -> None:
    meant = frozenset({"helpline.line", "action.telephone", "suggestion", "opening.from"})
    assert language == other or translations.left_over(texts(language), texts(other), meant=meant) == []


@pytest.mark.parametrize("language", FOREIGN)
def test_every_text_is_in_its_languages_letters(language: str) -> None:
    assert translations.of_another_script(language, texts(language)) == []
    assert translations.foreign_letters(language, texts(language)) == []


@pytest.mark.parametrize("language", FOREIGN)
def test_no_text_needs_much_more_room_than_the_german_one(language: str) -> None:
    assert translations.too_long(texts(language), texts("de")) == []


def test_values_in_arabic_texts_keep_their_own_direction() -> None:
    numbers = frozenset({"limit", "seconds"})
    assert translations.unisolated(texts("ar"), directionless=numbers) == []
    line = say("helpline.line", "ar", name=say("helpline.medical", "ar"), number="116 117")
    assert "\u2068116 117\u2069" in line


@pytest.mark.parametrize("key", texts("de"))
def test_sentences_of_simple_german_have_at_most_twelve_words(key: str) -> None:
    long = [s for s in translations.sentences(texts(SIMPLE_GERMAN)[key]) if translations.words_of(s) > 12]
    assert long == []


def test_simple_german_can_be_read_after_three_years_of_school() -> None:
    parts = [part for text in texts(SIMPLE_GERMAN).values() for part in translations.sentences(text)]
    assert translations.difficulty(parts) <= 3.0


def test_simple_german_is_spoken_only_to_those_who_read_german() -> None:
    assert say("not_found", "de", Style.EINFACH) == texts(SIMPLE_GERMAN)["not_found"]
    assert say("not_found", "de", Style.EINFACH) != say("not_found", "de")
    assert say("not_found", "en", Style.EINFACH) == say("not_found", "en")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", ["suicide", "poison", "emergency", "illness"])
def test_who_is_in_danger_of_life_is_told_the_emergency_number(language: str, kind: str) -> None:
    assert "112" in texts(language)[f"distress.{kind}"]


@pytest.mark.parametrize("language", languages())
def test_a_name_that_is_asked_for_at_the_counter_is_given_in_german_too(language: str) -> None:
    assert "elderegister" in texts(language)["declined.private_person"]
    assert "Telefonseelsorge" in texts(language)["helpline.telefonseelsorge"]
    assert "otruf" in texts(language)["helpline.poison"]


SUGGESTED = [
    (language, key) for language in get_args(Language) for key in texts("de") if key.startswith("suggest.")
]


@pytest.mark.parametrize(("language", "key"), SUGGESTED)
def test_a_suggested_question_is_understood_when_it_is_asked(language: str, key: str) -> None:
    question = say(key, language)
    assert [aspect.name for aspect in find_aspects(question)] == [key.removeprefix("suggest.")]
    assert refer(question, german=language == "de", named=(), before=()).stays
    assert detect_language(question, expected=language) == language


@pytest.mark.parametrize("language", ["xx", "../../secret", ""])
def test_an_unknown_language_is_answered_in_german(language: str) -> None:
    assert say("clarify", language) == say("clarify", "de")
