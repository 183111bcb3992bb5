"""Our own wording is plain: what we say ourselves is easier to read than what we quote."""

import re

import pytest

from bot.compose.plain.readability import lix, wiener
from bot.texts import SIMPLE_GERMAN, texts
from tests import translations

# The formula was made for texts: in a label of a few words a single long one decides.
_LEAST_WORDS = 8
_PLACEHOLDER = re.compile(r"\{\w+\}")
_GENITIVE = re.compile(
    r"\b(?!(?:In|An|Auf|Aus|Bei|Für|Mit|Nach|Seit|Unter|Über|Von|Vor|Zu)\b)[A-ZÄÖÜ]\w+ "
    r"(?:der|des|eines|einer|Ihrer|Ihres) (?:\w+en )?[A-ZÄÖÜ]|\b(?:des|eines|dessen|deren|Ihres|seines)\b"
)
_NUMBER_WORD = re.compile(r"\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b", re.IGNORECASE)


def filled(language: str) -> dict[str, str]:
    """The texts as they are shown, a name standing for each value."""
    return {key: _PLACEHOLDER.sub("Amt", text) for key, text in texts(language).items()}


@pytest.mark.parametrize(("language", "hardest"), [("de", 7.0), (SIMPLE_GERMAN, 6.0)])
@pytest.mark.parametrize("key", texts("de"))
def test_no_text_of_ours_is_hard_to_read(key: str, language: str, hardest: float) -> None:
    text = filled(language)[key]
    assert translations.words_of(text) < _LEAST_WORDS or wiener(text) <= hardest


@pytest.mark.parametrize(("language", "hardest", "longest"), [("de", 7.0, 45), (SIMPLE_GERMAN, 4.0, 40)])
def test_all_our_texts_together_are_easy(language: str, hardest: float, longest: float) -> None:
    together = "\n".join(filled(language).values())
    assert wiener(together) <= hardest
    assert lix(together) <= longest


@pytest.mark.parametrize("key", texts("de"))
def test_simple_german_has_no_genitive_and_writes_numbers_as_digits(key: str) -> None:
    text = texts(SIMPLE_GERMAN)[key]
    assert not _GENITIVE.search(text)
    assert not _NUMBER_WORD.search(text)


def test_the_rule_would_notice_a_genitive() -> None:
    assert _GENITIVE.search("auf den Seiten der Stadt")
    assert _GENITIVE.search("wegen des Umzugs")
    assert not _GENITIVE.search("In der Nacht rufen Sie Ihren Arzt an.")


@pytest.mark.parametrize("key", texts("de"))
def test_sentences_of_standard_german_have_at_most_twenty_words(key: str) -> None:
    long = [s for s in translations.sentences(texts("de")[key]) if translations.words_of(s) > 20]
    assert long == []
