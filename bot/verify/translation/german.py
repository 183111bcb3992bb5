"""Writes the values of a foreign sentence as German does, so that one reader of values serves all."""

import re
import unicodedata
from functools import cache

from bot.verify.translation.language import Language, language

_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
_DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_ANY_MONTH = "|".join(_MONTHS)
_ANY_DAY = "|".join(_DAYS)
_DAY_FIRST = re.compile(rf"(?<![\d.,:])(\d{{1,2}})(?:\.|['’]\w+| of| de)?\s+(?={_ANY_MONTH})")
_DAY_LAST = re.compile(rf"\b({_ANY_MONTH})\s+(?:the\s)?(\d{{1,2}})(?![\d:])(?:,(?=\s\d{{4}}))?\.?")
_VOWEL_SIGNS = re.compile(r"[\u0640\u064b-\u0652]")
Rule = tuple[re.Pattern[str], str]


def with_german_values(text: str, code: str) -> str:
    """`text` (in the language `code`) with its digits, months, weekdays, units and number words in German.

    Everything else stays: the result is for reading values from, not for people. Raises `KeyError` for a
    language that the assistant doesn't speak.
    """
    text = _european_digits(text)
    for pattern, replacement in _rules(code):
        text = pattern.sub(_thousands if replacement == "thousands" else replacement, text)
    text = _DAY_FIRST.sub(r"\1. ", text)
    return _DAY_LAST.sub(r"\2. \1", text)


def _european_digits(text: str) -> str:
    text = _VOWEL_SIGNS.sub("", text)
    return "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() and not letter.isascii() else letter
        for letter in text
    )


def _thousands(match: re.Match[str]) -> str:
    whole = re.sub(r"[,٬]", ".", match[1])
    return f"{whole},{match[2]}" if match[2] else whole


@cache
def _rules(code: str) -> tuple[Rule, ...]:
    told = language(code)
    # A word that is free of charge would otherwise leave its "no" behind.
    rules = [(told.pattern(told.free, any_case=True), "kostenlos")]
    rules += [(re.compile(pattern), replacement) for pattern, replacement in told.rewrites]
    rules += _names(told)
    rules += [
        (told.pattern(rf"(?:{word})(?=[\s-]+(?:{_following(told)}))", any_case=True), str(number))
        for number, word in _numerals(told)
    ]
    rules += [
        (re.compile(rf"(?<=\d)[\s\u00a0-]?(?:{pattern})(?!\w)", re.IGNORECASE), f" {unit}")
        for unit, pattern in told.units.items()
    ]
    rules += [
        (told.pattern(word, any_case=True), str(number)) for number, word in _numerals(told) if number > 1
    ]
    between = rf"\s(?:{told.between})\s?"
    rules += [(re.compile(rf"(?<=tag|och){between}(?={_ANY_DAY})"), " bis ")]
    rules += [(re.compile(rf"(?<=\d){between}(?=\d)"), " bis ")]
    return tuple(rules)


def _names(told: Language) -> list[Rule]:
    suffix = r"(?:['’]\w+)?" if told.prefix == "" else ""
    # Longer patterns first: "Pazartesi" before "Pazar", "square metres" before "metres".
    months = [
        (told.pattern(f"(?:{month}){suffix}"), name) for month, name in zip(told.months, _MONTHS, strict=True)
    ]
    days = [
        (told.pattern(rf"(?:{day})['’]?[dt][ae]n"), f"{name} bis")
        for day, name in zip(told.weekdays, _DAYS, strict=True)
    ]
    days += [
        (told.pattern(f"(?:{day}){suffix}(?:[yn]?[ae])?"), name)
        for day, name in zip(told.weekdays, _DAYS, strict=True)
    ]
    return [*months, *days]


def _numerals(told: Language) -> list[tuple[int, str]]:
    # The longest first: "on iki" holds "iki".
    every = [*told.more.items(), *reversed(list(enumerate(told.numbers, start=1)))]
    return [*every, (1, told.one)]


def _following(told: Language) -> str:
    return "|".join(told.units.values())
