"""German number words ("siebenunddreißig") and printed numbers ("1.000,50") as numbers."""

import re
from decimal import Decimal

_SMALL = {
    "null": 0, "eins": 1, "ein": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6,
    "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14,
    "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
}  # fmt: skip
_TENS = {
    "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
    "achtzig": 80, "neunzig": 90,
}  # fmt: skip
_ENGLISH = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
}  # fmt: skip
_IRREGULAR_ORDINALS = {"erst": 1, "dritt": 3, "siebt": 7, "siebent": 7, "acht": 8}

# A run of the pieces of number words; `read_number_word` decides whether it is one.
NUMBER_WORD = (
    r"(?:eins?|zwei|zwo|drei|vier|f(?:ü|ue)nf|sechs?|sieben|sieb|acht|neun|zehn|elf|zw(?:ö|oe)lf|zwan|"
    r"zig|(?:ß|ss)ig|und|hundert|tausend|null)+"
)
ENGLISH_NUMBER_WORD = "|".join(_ENGLISH)
# "ein", "einem" … count only before a unit.
ONE = r"ein(?:e[mnrs]?)?"
_GROUPED = r"\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?:,\d+)?|\d{1,3}(?: \d{3})+(?:,\d{2})?"
DIGITS = rf"(?:{_GROUPED}|\d+(?:,\d+|\.\d{{1,2}})?)(?!\d)"
NUMERAL = rf"(?:(?<![\w.,:]){DIGITS}|\b(?:{NUMBER_WORD}|{ONE}|{ENGLISH_NUMBER_WORD})\b)"
# What may stand between the numbers of a range or a choice.
BETWEEN = r"\s?(?:-|–|—|/|bis(?: zu)?|und|oder|bzw\.|to|or|and)\s?"
CHAIN = rf"{NUMERAL}(?:{BETWEEN}{NUMERAL})*"


def read_numeral(text: str) -> Decimal | None:
    """The number that digits or a number word say; None for what is neither.

    "1.000,50", "1 000,50" and "1000.5" are the same; a dot before exactly three digits groups thousands.
    """
    if not text[:1].isdigit():
        word = read_number_word(text)
        if word is None and re.fullmatch(ONE, text, re.IGNORECASE):
            word = 1
        return None if word is None else Decimal(word)
    plain = re.sub(r"[.\s](?=\d{3}(?:\D|$))", "", text).replace(",", ".")
    return Decimal(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else None


def read_number_word(word: str) -> int | None:
    """The number from 0 to 999,999 that a German word says, or a small English one; None for other words."""
    word = word.lower().replace("ue", "ü").replace("oe", "ö").replace("ssig", "ßig")
    if word in _ENGLISH:
        return _ENGLISH[word]
    if "tausend" not in word:
        return _below_thousand(word)
    left, _, right = word.partition("tausend")
    thousands = _below_thousand(left) if left else 1
    rest = _below_thousand(right.removeprefix("und")) if right else 0
    return None if thousands is None or rest is None or not thousands else thousands * 1000 + rest


def read_ordinal_word(word: str) -> int | None:
    """The number of "erste", "zweiten", "einundzwanzigster"; None for other words."""
    match = re.fullmatch(r"(\w+?)(s?t)e[nrsm]?", word.lower())
    if match is None:
        return None
    if (stem := match[1] + match[2]) in _IRREGULAR_ORDINALS:
        return _IRREGULAR_ORDINALS[stem]
    number = read_number_word(match[1])
    return number if number and (number < 20) == (match[2] == "t") else None


def plain(number: Decimal) -> str:
    """`number` in its shortest form: "37" for 37.00."""
    return f"{number.normalize():f}"


def _below_thousand(word: str) -> int | None:
    if "hundert" not in word:
        return _below_hundred(word)
    left, _, right = word.partition("hundert")
    hundreds = _SMALL.get(left, 0) if left else 1
    rest = _below_hundred(right.removeprefix("und")) if right else 0
    return None if rest is None or not 1 <= hundreds <= 9 else hundreds * 100 + rest


def _below_hundred(word: str) -> int | None:
    if word in _SMALL:
        return _SMALL[word]
    if word in _TENS:
        return _TENS[word]
    unit, _, ten = word.partition("und")
    if ten in _TENS and 1 <= _SMALL.get(unit, 0) <= 9:
        return _SMALL[unit] + _TENS[ten]
    return None
