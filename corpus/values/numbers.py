"""Numbers that are nothing more special: counts, years, postcodes, house numbers, ordinals, codes."""

import re

from corpus.values.number_words import (
    ENGLISH_NUMBER_WORD,
    NUMBER_WORD,
    plain,
    read_number_word,
    read_numeral,
    read_ordinal_word,
)
from corpus.values.value import Found, Value, ValueKind

_CODE = re.compile(r"(?<![\w])(?=\w*\d)(?=\w*[^\W\d])\w+(?![\w])")
_ORDINAL = re.compile(r"(?<![\w.,])(\d{1,3})\.(?=\s[A-ZÄÖÜ]|\s?(?:und|bis|oder|–|-)\s?\d{1,3}\.)")
_ORDINAL_WORD = re.compile(
    r"\b(?:erste|zweite|dritte|\w+(?:ßig|zig|hundert)ste|(?:vier|fünf|sechs|sieb|ach|neun|\w*zehn|elf|zwölf)te)"
    r"[nrsm]?\b(?=\s[A-ZÄÖÜ])"
)
_DIGITS = re.compile(r"(?<![\w])\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?:,\d+)?(?!\w)|(?<![\w])\d+(?:,\d+(?!\w))?")
_WORDS = re.compile(rf"\b(?:{NUMBER_WORD}|{ENGLISH_NUMBER_WORD})\b", re.IGNORECASE)


def find_numbers(text: str) -> list[Found]:
    """Codes ("B96", "2a"), ordinals ("2. Stock", "zweite Mahnung") and numbers ("zwölf") in `text`."""
    found: list[Found] = []
    for match in _CODE.finditer(text):
        _add(found, match, ValueKind.CODE, match[0].lower())
    for match in _ORDINAL.finditer(text):
        _add(found, match, ValueKind.ORDINAL, match[1])
    for match in _ORDINAL_WORD.finditer(text):
        if ordinal := read_ordinal_word(match[0]):
            _add(found, match, ValueKind.ORDINAL, str(ordinal))
    for match in _DIGITS.finditer(text):
        if (number := read_numeral(match[0])) is not None:
            # Leading zeros mean something in postcodes and file numbers.
            _add(found, match, ValueKind.NUMBER, match[0] if match[0].startswith("0") else plain(number))
    for match in _WORDS.finditer(text):
        word = match[0].lower()
        # "ein" is an article; "und" is no number.
        if word != "ein" and (count := read_number_word(word)) is not None:
            _add(found, match, ValueKind.NUMBER, str(count))
    return found


def _add(found: list[Found], match: re.Match[str], kind: ValueKind, canonical: str) -> None:
    if not any(match.start() < other.end and other.start < match.end() for other in found):
        found.append(Found(match.start(), match.end(), (Value(kind, canonical),)))
