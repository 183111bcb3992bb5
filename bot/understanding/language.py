"""Which language a question is written in."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lingua import LanguageDetector

# Words that make a short question German or English beyond doubt; "kita" alone makes lingua say Turkish.
_GERMAN = re.compile(
    r"\b(ich|wir|und|oder|der|die|das|ein|eine|mein|meine|was|wie|wo|wann|kann|muss|ist|nicht|für|mit|beim?|von"
    r"|zum|zur|im|am|brauch\w*|kostet|beantrag\w*|anmeld\w*)\b|ß",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(the|how|what|where|when|do|does|i|my|is|are|can|need|much|to|for|of|a|an|and|you|it)\b",
    re.IGNORECASE,
)
# Polish has "to", "do", "i", "a" and "my" too; these it hasn't.
_ENGLISH_ONLY = re.compile(
    r"\b(the|how|what|where|when|does|is|are|can|need|much|of|and|you|it)\b", re.IGNORECASE
)
_SURE = 0.6
_WORDS_FOR_DOUBT = 3


def detect_language(text: str, *, expected: str) -> str:
    """The ISO 639-1 code of `text`'s language; `expected` (the page's) where the text doesn't tell.

    Only the languages that the assistant knows are told apart: de, en, tr, uk, ru, ar, pl.
    """
    words = text.split()
    german, english = len(_GERMAN.findall(text)), len(_ENGLISH.findall(text))
    if german and german > english:
        return "de" if expected == "de" or german > 1 else _by_model(text, expected)
    if english > german and len(words) >= _WORDS_FOR_DOUBT and _ENGLISH_ONLY.search(text):
        return "en"
    if len(words) < _WORDS_FOR_DOUBT and text.isascii():
        return expected
    return _by_model(text, expected)


# Letters of one language that the other doesn't have.
_RUSSIAN, _UKRAINIAN = re.compile("[ыэъё]", re.IGNORECASE), re.compile("[іїєґ]", re.IGNORECASE)


def _by_model(text: str, expected: str) -> str:
    if _RUSSIAN.search(text) and not _UKRAINIAN.search(text):
        return "ru"
    if _UKRAINIAN.search(text) and not _RUSSIAN.search(text):
        return "uk"
    found = _by_trigrams(text, expected)
    # "Я хочу умереть" could be either: then the page's language tells.
    return expected if {found, expected} == {"ru", "uk"} else found


def _by_trigrams(text: str, expected: str) -> str:
    ranked = _detector().compute_language_confidence_values(text)
    if ranked and ranked[0].value >= _SURE:
        return str(ranked[0].language.iso_code_639_1.name).lower()
    return expected


@cache
def _detector() -> "LanguageDetector":
    from lingua import Language, LanguageDetectorBuilder

    # Low accuracy keeps trigrams only: some 15 MB instead of several hundred, enough for seven languages.
    return (
        LanguageDetectorBuilder.from_languages(
            Language.GERMAN,
            Language.ENGLISH,
            Language.TURKISH,
            Language.UKRAINIAN,
            Language.RUSSIAN,
            Language.ARABIC,
            Language.POLISH,
        )
        .with_low_accuracy_mode()
        .build()
    )
