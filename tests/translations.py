"""What is checked of all catalogues of texts, the chat's and the answers': whole, translated, short enough?

A catalogue is a mapping from keys to texts; each check gives the keys that fail it.
"""

import re
from collections.abc import Mapping
from string import Formatter

Catalogue = Mapping[str, str]

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d+|\{\w+\}")
_SENTENCE_END = re.compile(r"(?<=[.!?…:;])\s+")
_PLACEHOLDER = re.compile(r"\{\w+\}")
_DIPHTHONG = re.compile(r"ie|ei|eu|äu|au|ai")
_VOWELS = re.compile(r"[aeiouyäöü]+")
_LATIN = re.compile(r"[A-Za-z]")
_SCRIPTS = {
    "uk": re.compile(r"[\u0400-\u04ff]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
}
_LETTERS = {
    "en": re.compile(r"[äöüßÄÖÜ]"),
    "tr": re.compile(r"[äßÄwqxWQX]"),
    "uk": re.compile(r"[ыэёъЫЭЁЪ]"),
    "ru": re.compile(r"[іїєґІЇЄҐ]"),
    "pl": re.compile(r"[äöüßÄÖÜ]"),
}
_BRACKETS = re.compile(r"\([^)]*\)")
_SHORT = 15
_LONGEST_RATIO = 1.8
_ROOM = 24
_ISOLATE = re.compile("\u2068[^\u2068\u2069]*\u2069")


def placeholders(text: str) -> list[str]:
    """The names in braces, sorted; raises `ValueError` where braces don't match."""
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def differing_placeholders(own: Catalogue, german: Catalogue) -> list[str]:
    """Texts that name other values than the German ones do, or one of them twice."""
    return [key for key, text in own.items() if placeholders(text) != placeholders(german[key])]


def left_over(own: Catalogue, other: Catalogue, *, meant: frozenset[str] = frozenset()) -> list[str]:
    """Texts of more than 15 letters that are the same in another language; `meant` are so on purpose."""
    return [
        key
        for key, text in own.items()
        if text == other.get(key)
        and len(text) > _SHORT
        and _PLACEHOLDER.sub("", text).strip()
        and key not in meant
    ]


def of_another_script(language: str, own: Catalogue, *, meant: frozenset[str] = frozenset()) -> list[str]:
    """Texts without a letter of the language's script; none where that is Latin."""
    script = _SCRIPTS.get(language)
    if script is None:
        return []
    bare = {key: _PLACEHOLDER.sub("", text) for key, text in own.items() if key not in meant}
    return [key for key, text in bare.items() if not script.search(text) and _LATIN.search(text)]


def foreign_letters(language: str, own: Catalogue, *, meant: frozenset[str] = frozenset()) -> list[str]:
    """Texts with letters that the language hasn't; German names in brackets and in Latin script may stand."""
    letters = _LETTERS.get(language)
    if letters is None:
        return []
    bare = {key: _BRACKETS.sub("", _PLACEHOLDER.sub("", text)) for key, text in own.items()}
    return [key for key, text in bare.items() if letters.search(text) and key not in meant]


def too_long(own: Catalogue, german: Catalogue) -> list[str]:
    """Texts over 1.8 times as long as the German ones, for which the layout is made.

    Up to 24 letters more are fine, and German terms in brackets come on top.
    """
    lengths = {key: len(_BRACKETS.sub("", text)) for key, text in own.items()}
    room = {key: max(_LONGEST_RATIO * len(german[key]), len(german[key]) + _ROOM) for key in own}
    return [key for key in own if lengths[key] > room[key]]


def unisolated(own: Catalogue, *, directionless: frozenset[str]) -> list[str]:
    """Right-to-left texts with a value that is not isolated (Unicode UAX 9, FSI and PDI).

    Without that "116 117" is shown as "117 116". `directionless` values are single numbers, which are safe.
    """
    return [key for key, text in own.items() if set(placeholders(_ISOLATE.sub("", text))) - directionless]


def sentences(text: str) -> list[str]:
    """The sentences of at least four words; what is shorter is a label."""
    return [part for part in _SENTENCE_END.split(text) if len(WORD.findall(part)) >= 4]


def words_of(sentence: str) -> int:
    """How many words a sentence has; a number or a placeholder is one."""
    return len(WORD.findall(sentence))


def difficulty(parts: list[str]) -> float:
    """The fourth Wiener Sachtextformel (Bamberger and Vanecek 1984): the school year that can read it."""
    words = [word for part in parts for word in WORD.findall(part)]
    long = sum(_syllables(word) >= 3 for word in words)
    return 0.2656 * len(words) / len(parts) + 27.44 * long / len(words) - 1.693


def _syllables(word: str) -> int:
    return len(_VOWELS.findall(_DIPHTHONG.sub("a", word.lower())))
