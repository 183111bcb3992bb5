"""Amounts of money in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus.values.number_words import BETWEEN, CHAIN, DIGITS, NUMERAL, plain, read_numeral
from corpus.values.value import Found, Value, ValueKind

_EURO = r"(?:€|\b(?:Euros?|EUR)\b)"
_SCALES = {
    "tsd": 1_000,
    "tausend": 1_000,
    "mio": 1_000_000,
    "mill": 1_000_000,
    "mrd": 10**9,
    "milliard": 10**9,
}
_SCALE = r"(?:\s?(?:Tsd\.?|Tausend|Mio\.?|Millionen|Million|Mrd\.?|Milliarden|Milliarde))"
_DASH = r"(?:,?(?:-{1,2}|–|—))"
_AFTER = re.compile(
    rf"(?P<chain>{NUMERAL}(?:{_DASH}?{BETWEEN}{NUMERAL})*)(?P<scale>{_SCALE}?){_DASH}?\s?(?:{_EURO}|(?P<cent>\b(?:Cent|ct)\b))",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"{_EURO}\s?(?P<chain>(?<![\w.,]){DIGITS})(?!\s?(?:%|\d))", re.IGNORECASE)
# The header of a column: "Gebühr in Euro: 37,00".
_HEADED = re.compile(rf"{_EURO}[)\]]?\s?:\s?(?P<chain>{CHAIN})", re.IGNORECASE)
_NUMERAL = re.compile(NUMERAL, re.IGNORECASE)
_FREE = re.compile(
    r"\b(?:kostenlos|kostenfrei|gebührenfrei|unentgeltlich|gratis)\w{0,2}\b|"
    r"\bkeine (?:Gebühr(?:en)?|Kosten)\b|\b(?:kostet|kosten|zahlen|bezahlen)(?: Sie)?(?: dafür)? nichts\b|"
    r"\bfree of charge\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in `currency`, printed as `printed` from `start` to `end` of the text (characters).

    In "10 bis 20 Euro" there are two; the first is printed as "10".
    """

    value: Decimal
    start: int
    end: int
    printed: str
    currency: str = "EUR"


def find_amounts(text: str) -> list[Amount]:
    """All amounts of money in `text`, in order: "37,00 Euro", "EUR 37", "37,- €", "zehn bis zwanzig Euro".

    What costs nothing ("gebührenfrei") states no amount here; `find_free` finds it.
    """
    taken: list[Amount] = []
    for pattern in (_AFTER, _HEADED, _BEFORE):
        for match in pattern.finditer(text):
            if not any(match.start() < other.end and other.start < match.end() for other in taken):
                taken.extend(_amounts(match))
    return sorted(taken, key=lambda amount: amount.start)


def find_free(text: str) -> list[Found]:
    """Where `text` says that something costs nothing; an amount of 0 Euro."""
    nothing = (amount_value(Decimal(0)),)
    return [Found(match.start(), match.end(), nothing) for match in _FREE.finditer(text)]


def amount_value(value: Decimal, currency: str = "EUR") -> Value:
    """The canonical form of an amount: "37 EUR"."""
    return Value(ValueKind.AMOUNT, f"{plain(value)} {currency}")


def _amounts(match: re.Match[str]) -> Iterator[Amount]:
    groups = match.groupdict()
    factor = Decimal(_scale(groups.get("scale") or ""))
    if groups.get("cent"):
        factor /= 100
    numerals = list(_NUMERAL.finditer(match.string, match.start("chain"), match.end("chain")))
    for position, numeral in enumerate(numerals):
        number = read_numeral(numeral[0])
        if number is None:
            continue
        start = match.start() if position == 0 else numeral.start()
        end = match.end() if position == len(numerals) - 1 else numeral.end()
        yield Amount(number * factor, start, end, match.string[start:end])


def _scale(word: str) -> int:
    word = word.strip().lower()
    return next((scale for start, scale in _SCALES.items() if word.startswith(start)), 1)
