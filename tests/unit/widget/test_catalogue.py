"""The message catalogues."""

import json
import re

import pytest

from widget.catalogue import UnknownLanguage, element_texts, languages, supported, texts, version

PLACEHOLDER = re.compile(r"\{\w+\}")


def test_german_and_english_are_there() -> None:
    assert {"de", "en"} <= set(languages())


@pytest.mark.parametrize("language", languages())
def test_no_language_lacks_a_text_or_has_one_that_german_has_not(language: str) -> None:
    assert set(texts(language)) ^ set(texts("de")) == set()


@pytest.mark.parametrize("language", languages())
def test_no_text_is_empty(language: str) -> None:
    assert [key for key, text in texts(language).items() if not text.strip()] == []


@pytest.mark.parametrize("language", languages())
def test_every_text_has_the_placeholders_of_the_german_one(language: str) -> None:
    german = texts("de")
    differing = [
        key
        for key, text in texts(language).items()
        if set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(german[key]))
    ]
    assert differing == []


@pytest.mark.parametrize(
    ("wanted", "got"), [("en", "en"), ("en-GB", "en"), ("DE", "de"), ("tlh", "de"), ("", "de")]
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
    with pytest.raises(UnknownLanguage, match="de, de-simple, en"):
        texts("../../etc/passwd")


def test_a_catalogue_can_not_be_changed_by_who_reads_it() -> None:
    with pytest.raises(TypeError):
        texts("de")["send"] = "Los"  # type: ignore[index]
