"""Dates in a text: whole ones, days of a month, months of a year."""

import re
from datetime import date

from corpus.values.number_words import read_ordinal_word
from corpus.values.value import Found, Value, ValueKind

_MONTHS = {
    "januar": 1, "jänner": 1, "jan": 1, "february": 2, "februar": 2, "feb": 2, "märz": 3, "mär": 3, "mrz": 3,
    "april": 4, "apr": 4, "mai": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "august": 8, "aug": 8,
    "september": 9, "sept": 9, "sep": 9, "oktober": 10, "okt": 10, "november": 11, "nov": 11, "dezember": 12,
    "dez": 12, "january": 1, "march": 3, "may": 5, "june": 6, "july": 7, "october": 10, "december": 12,
}  # fmt: skip
_LONG = r"Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_ENGLISH = r"January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = r"(?:Jan|Feb|Mär|Mrz|Apr|Jun|Jul|Aug|Sept|Sep|Okt|Nov|Dez)\b\.?"
_MONTH = rf"(?:{_LONG}|{_SHORT})"
_YEAR = r"(?:19|20)\d{2}"
_DAY = r"(?<![\d.,:])\d{1,2}"
_RANGE = r"(?:(?P<first>(?<![\d.,:])\d{1,2})\.?\s?(?:-|–|—|bis(?: zum)?|und|oder)\s?)?"
_WORD = r"\b(?:ersten?|\w+(?:ten?|tem|ter|tes))\b"

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\d-])(?P<year>{_YEAR})-(?P<month>\d{{2}})-(?P<day>\d{{2}})(?![\d-])",
        rf"{_RANGE}(?P<day>{_DAY})\.\s?(?P<name>{_MONTH})(?:\s(?P<year>{_YEAR}))?(?!\w)",
        rf"(?P<word>{_WORD})\s(?P<name>{_LONG})(?:\s(?P<year>{_YEAR}))?\b",
        rf"(?P<day>{_DAY})(?:st|nd|rd|th)?(?: of)?\s(?P<name>{_ENGLISH})(?:,?\s(?P<year>{_YEAR}))?\b",
        rf"\b(?P<name>{_ENGLISH})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(?P<year>{_YEAR}))?",
        rf"{_RANGE}(?P<day>{_DAY})\.\s?(?P<month>\d{{1,2}})\.(?:\s?(?P<year>{_YEAR})|(?P<short>\d{{2}}))?(?!\d|,\d)",
        rf"\b(?P<name>{_LONG}|{_ENGLISH})\s(?P<year>{_YEAR})\b",
        rf"\b(?P<name>{_LONG})\b",
    )
)


def find_dates(text: str) -> list[Found]:
    """Dates in `text`: "1.12.2025" is "2025-12-01", "1. Dezember" "--12-01", "Dezember 2025" "2025-12".

    A month alone is "--12". What can't be a date ("32.12.") isn't one.
    """
    found: list[Found] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            free = not any(match.start() < other.end and other.start < match.end() for other in found)
            if free and (values := _values(match)):
                found.append(Found(match.start(), match.end(), values))
    return found


def date_carried(date_text: str, by: str) -> bool:
    """Whether canonical date `by` says at least what `date_text` says ("2025-12-01" carries "--12-01")."""
    year, month, day = _parts(date_text)
    source_year, source_month, source_day = _parts(by)
    return month == source_month and year in ("", source_year) and day in ("", source_day)


def _parts(canonical: str) -> tuple[str, str, str]:
    year, rest = ("", canonical[2:]) if canonical.startswith("--") else (canonical[:4], canonical[5:])
    month, _, day = rest.partition("-")
    return year, month, day


def _values(match: re.Match[str]) -> tuple[Value, ...]:
    groups = match.groupdict()
    name, word = groups.get("name"), groups.get("word")
    month = _MONTHS[name.lower().rstrip(".")] if name else int(groups["month"] or 0)
    year = groups.get("year") or (f"20{short}" if (short := groups.get("short")) else "")
    days = [int(day) for day in (groups.get("first"), groups.get("day")) if day]
    if word:
        days = [number] if (number := read_ordinal_word(word)) else [0]
    if not days:
        return (_month(year, month),)
    if not all(_possible(year, month, day) for day in days):
        return ()
    return tuple(Value(ValueKind.DATE, f"{_month(year, month).canonical}-{day:02}") for day in days)


def _month(year: str, month: int) -> Value:
    return Value(ValueKind.DATE, f"{year}-{month:02}" if year else f"--{month:02}")


def _possible(year: str, month: int, day: int) -> bool:
    try:
        date(int(year or 2000), month, day)
    except ValueError:
        return False
    return True
