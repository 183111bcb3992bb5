"""The message catalogues."""

import json

import pytest

from tests import translations
from widget.catalogue import (
    SIMPLE_GERMAN,
    UnknownLanguage,
    element_texts,
    languages,
    supported,
    texts,
    version,
)

FOREIGN = [language for language in languages() if not language.startswith("de")]
MEANT = frozenset(key for key in texts("de") if key.startswith("language.")) | {"title", "page.date"}
"""Names of languages stand in the language itself, the assistant's name and dates are the same everywhere."""


def test_every_language_that_a_city_can_offer_has_its_texts() -> None:
    assert set(languages()) == {"de", SIMPLE_GERMAN, "en", "tr", "uk", "ru", "ar", "pl"}


@pytest.mark.parametrize("language", languages())
def test_no_language_lacks_a_text_or_has_one_that_german_has_not(language: str) -> None:
    assert set(texts(language)) ^ set(texts("de")) == set()


@pytest.mark.parametrize("language", languages())
def test_no_text_is_empty(language: str) -> None:
    assert [key for key, text in texts(language).items() if not text.strip()] == []


@pytest.mark.parametrize("language", languages())
def test_every_text_has_the_placeholders_of_the_german_one(language: str) -> None:
    assert translations.differing_placeholders(texts(language), texts("de")) == []


@pytest.mark.parametrize("language", FOREIGN)
@pytest.mark.parametrize("other", ["de", "en"])
def test_no_text_was_left_in_german_or_english(language: str, other: str) -> None:
    assert language == other or translations.left_over(texts(language), texts(other), meant=MEANT) == []


@pytest.mark.parametrize("language", FOREIGN)
def test_every_text_is_in_its_languages_letters(language: str) -> None:
    assert translations.of_another_script(language, texts(language), meant=MEANT) == []
    assert translations.foreign_letters(language, texts(language), meant=MEANT) == []


@pytest.mark.parametrize("language", FOREIGN)
def test_no_text_needs_much_more_room_than_the_german_one(language: str) -> None:
    assert translations.too_long(texts(language), texts("de")) == []


def test_values_in_arabic_texts_keep_their_own_direction() -> None:
    numbers = frozenset({"count", "limit", "over", "number", "page", "place", "seconds"})
    assert translations.unisolated(texts("ar"), directionless=numbers) == []


@pytest.mark.parametrize("language", FOREIGN)
def test_each_language_calls_the_others_by_the_name_their_speakers_know(language: str) -> None:
    names = {key: text for key, text in texts(language).items() if key.startswith("language.")}
    assert names == {key: texts("de")[key] for key in names}


@pytest.mark.parametrize("key", texts("de"))
def test_sentences_of_simple_german_have_at_most_twelve_words(key: str) -> None:
    long = [s for s in translations.sentences(texts(SIMPLE_GERMAN)[key]) if translations.words_of(s) > 12]
    assert long == []


def test_simple_german_can_be_read_after_three_years_of_school() -> None:
    parts = [part for text in texts(SIMPLE_GERMAN).values() for part in translations.sentences(text)]
    assert translations.difficulty(parts) <= 3.0


def test_simple_german_has_only_words_of_its_own() -> None:
    own = json.loads(element_texts(SIMPLE_GERMAN))
    assert [key for key, text in own.items() if text == texts("de")[key]] == []


@pytest.mark.parametrize(
    ("wanted", "got"),
    [("en", "en"), ("en-GB", "en"), ("DE", "de"), ("ar-SY", "ar"), ("tlh", "de"), ("", "de")],
)
def test_a_language_without_texts_gets_german(wanted: str, got: str) -> None:
    assert supported(wanted) == got


def test_simple_german_falls_back_to_german() -> None:
    assert texts("de-simple")["send"] == texts("de")["send"]
    assert texts("de-simple")["machine.short"] != texts("de")["machine.short"]


def test_the_element_is_given_no_texts_of_the_servers_pages() -> None:
    given = json.loads(element_texts("en"))
    assert given["send"] == texts("en")["send"]
    assert not any(key.startswith("page.") for key in given)


def test_a_catalogues_version_changes_with_its_content() -> None:
    assert len({version(language) for language in languages()}) == len(languages())


def test_asking_for_an_unknown_catalogue_names_those_there_are() -> None:
    with pytest.raises(UnknownLanguage, match="ar, de, de-simple, en"):
        texts("../../etc/passwd")


def test_a_catalogue_can_not_be_changed_by_who_reads_it() -> None:
    with pytest.raises(TypeError):
        texts("de")["send"] = "Los"  # type: ignore[index]
