"""Months and days of the year as OpenStreetMap's selectors: "Apr-Sep", "2026 Dec 23-2027 Jan 02"."""

import re
from dataclasses import dataclass

from corpus.values.dates import find_dates
from corpus.values.hours.tokens import Uncertain

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NAMES = {
    "jan": 1, "jän": 1, "feb": 2, "mär": 3, "mrz": 3, "mar": 3, "apr": 4, "mai": 5, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dez": 12, "dec": 12,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """A month, or a day in it, with the year if it was printed."""

    month: int
    day: int = 0
    year: int = 0

    def print(self) -> str:
        """In OpenStreetMap's syntax."""
        parts = [str(self.year)] if self.year else []
        return " ".join([*parts, _MONTHS[self.month - 1], *([f"{self.day:02}"] if self.day else [])])


def read_month(text: str) -> Point:
    """The month that `text` names ("September 2026", "Sept.")."""
    year = re.search(r"20\d\d", text)
    return Point(_NAMES[text[:3].lower()], year=int(year[0]) if year else 0)


def read_points(text: str) -> list[Point]:
    """The days that `text` names ("24. und 31. Dezember"); raises `Uncertain` for what is no date."""
    days = [int(day) for day in re.findall(r"(\d{1,2})\.(?=\s?(?:,|/|u\.|und|sowie|\+))", text)]
    found = [value.canonical for one in find_dates(text) for value in one.values]
    if not found:
        raise Uncertain(text)
    year, month, day = re.fullmatch(r"(?:-|(\d{4}))-(\d\d)-(\d\d)", found[-1]).groups()  # type: ignore[union-attr] # every day in a year has this form
    return [Point(int(month), one, int(year or 0)) for one in dict.fromkeys([*days, int(day)])]


def between(first: Point, last: Point) -> str:
    """The selector of a period; a year that only its end names holds for its start too, or the one before."""
    if bool(first.day) != bool(last.day):
        raise Uncertain("from a month to a day")
    if last.year and not first.year:
        before = (first.month, first.day) > (last.month, last.day)
        first = Point(first.month, first.day, last.year - before)
    if first.year and not last.year:
        raise Uncertain("the end has no year")
    if first == last:
        return first.print()
    if first.year and first.year == last.year and not first.day:
        return f"{first.year} {_MONTHS[first.month - 1]}-{_MONTHS[last.month - 1]}"
    if first.year and not first.day:
        raise Uncertain("months over the year's end")
    return f"{first.print()}-{last.print()}"
