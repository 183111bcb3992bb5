"""The message catalogues."""

import re

import pytest

from widget.catalogue import UnknownLanguage, languages, supported, texts

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


def test_asking_for_an_unknown_catalogue_names_those_there_are() -> None:
    with pytest.raises(UnknownLanguage, match="de, en"):
        texts("../../etc/passwd")


def test_a_catalogue_can_not_be_changed_by_who_reads_it() -> None:
    with pytest.raises(TypeError):
        texts("de")["send"] = "Los"  # type: ignore[index]
