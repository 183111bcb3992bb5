"""When a notice holds: its days as dates, the year taken from when the page was written."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.values.dates import find_dates
from corpus.values.value import Found
from corpus.values.weekdays import find_weekdays

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
# A page is written at most so long after the days that it still announces, and so long before them.
_AFTER = timedelta(days=31)
_BEFORE = timedelta(days=240)
# Without a printed weekday that fits, nothing but nearness speaks for the year.
_BEFORE_UNCHECKED = timedelta(days=90)
# "24., 25. und 31. Dezember", "Montag, 28., und Dienstag, 29. Dezember": days before one that has a month.
_EARLIER = re.compile(
    r"(?:(?<![\d.,:])\d{1,2}\.(?!\s?\d)[\s,]*(?:(?:und|sowie|u\.)\s)?(?:\w+tag,?\s(?:den\s|dem\s)?)?)+$"
)
_RANGE_WORD = re.compile(
    r"\s*,?\s*(?:bis|–|-|—|und)(?:\s(?:zum|einschließlich|inklusive|einschl\.))*\s*(?:\w+,?\s)?(?:dem\s|den\s)?"
)
_UNTIL = re.compile(
    r"\bbis\s(?:einschließlich\s|zum\s|inklusive\s|voraussichtlich\s|mindestens\s|\w+tag,?\s(?:den\s|dem\s)?)*$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:ab|seit)\s(?:dem\s|\w+tag,?\s(?:den\s|dem\s)?)*$", re.IGNORECASE)
_RANGE_START = re.compile(r"\b(?:vom|von|zwischen(?: dem)?)\s(?:\w+tag,?\s(?:den\s|dem\s)?)*$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bzwischen(?: dem)?\s$", re.IGNORECASE)
_WEEK = re.compile(r"\b(?:in der\s)?(?:(\d{1,2})\.\sKalenderwoche|(?:KW|Kalenderwoche)\s(\d{1,2}))\b")
_OPEN_END = re.compile(r"bis auf weiteres", re.IGNORECASE)


@dataclass(frozen=True)
class Period:
    """First and last day; None where it has no beginning or end, both None where they aren't certain."""

    first: date | None
    last: date | None

    @property
    def known(self) -> bool:
        """Whether it can be told on which days it holds."""
        return self.first is not None or self.last is not None


UNKNOWN = Period(None, None)


def find_periods(sentence: str, written: date | None) -> list[Period]:
    """The periods that a sentence names; none if it names no day at all.

    A day without a year is the nearest one around `written`, the day on which the page was last changed. It
    is uncertain (`UNKNOWN`) without that day, where the printed weekday is another one, and far away.
    """
    if week := _WEEK.search(sentence):
        return [_week(int(week[1] or week[2]), written)]
    found = [one for one in sorted(find_dates(sentence), key=lambda one: one.start) if _has_day(one)]
    if not found:
        return [Period(written, None)] if _OPEN_END.search(sentence) else []
    if _range(sentence, found):
        return [_from_to(sentence, found, written)]
    if len(found) == 1 and len(found[0].values) == 1 and not _EARLIER.search(sentence[: found[0].start]):
        before = sentence[: found[0].start]
        day = _day(sentence, found[0].values[0].canonical, written, found[0])
        if day is None:
            return [UNKNOWN]
        if _UNTIL.search(before):
            return [Period(written if written and written <= day else None, day)]
        return [Period(day, None if _SINCE.search(before) else day)]
    return _each(sentence, found, written)


def _has_day(found: Found) -> bool:
    return all(len(value.canonical.replace("--", "0000-")) == len("2026-01-01") for value in found.values)


def _range(sentence: str, found: list[Found]) -> bool:
    if len(found) == 1:
        # "vom 2. bis 5. Januar" is found as one date with two days.
        between = sentence[found[0].start : found[0].end]
        joined = re.search(r"bis|–|-", between) or _BETWEEN.search(sentence[: found[0].start])
        return len(found[0].values) == 2 and joined is not None
    if len(found) != 2:
        return False
    between = sentence[found[0].end : found[1].start]
    starts = _RANGE_START.search(sentence[: found[0].start]) is not None
    is_range = _RANGE_WORD.fullmatch(between) is not None
    return is_range and (starts or not re.match(r"\s*,?\s*und", between))


def _from_to(sentence: str, found: list[Found], written: date | None) -> Period:
    names = [value.canonical for one in found for value in one.values][:2]
    if names[1].startswith("--") and not names[0].startswith("--"):
        return UNKNOWN
    last = _day(sentence, names[1], written, found[-1] if len(found) > 1 else None)
    if last is None:
        return UNKNOWN
    if not names[0].startswith("--"):
        first: date | None = date.fromisoformat(names[0])
    else:
        first = _on(names[0], last.year) or None
        if first is not None and first > last:
            first = _on(names[0], last.year - 1)
    return Period(first, last) if first is not None and first <= last else UNKNOWN


def _each(sentence: str, found: list[Found], written: date | None) -> list[Period]:
    """A period a day: "am 24. und 31. Dezember"."""
    periods: list[Period] = []
    for one in found:
        for value in one.values:
            day = _day(sentence, value.canonical, written, one if len(one.values) == 1 else None)
            if day is None:
                return [UNKNOWN]
            periods.append(Period(day, day))
        for number in _earlier_days(sentence, one):
            day = (periods[-1].first or date.min).replace(day=1) + timedelta(days=number - 1)
            periods.append(Period(day, day))
    return sorted(set(periods), key=lambda one: one.first or date.min)


def _earlier_days(sentence: str, found: Found) -> list[int]:
    """The days before a date that share its month."""
    match = _EARLIER.search(sentence[: found.start])
    return [int(day) for day in re.findall(r"(\d{1,2})\.", match[0])] if match else []


def _day(sentence: str, canonical: str, written: date | None, place: Found | None) -> date | None:
    named = _weekday(sentence, place) if place is not None else None
    if not canonical.startswith("--"):
        day: date | None = date.fromisoformat(canonical)
    elif written is None:
        return None
    else:
        longest = _BEFORE if named else _BEFORE_UNCHECKED
        years = (written.year - 1, written.year, written.year + 1)
        near = [
            one for year in years if (one := _on(canonical, year)) and -_AFTER <= one - written <= longest
        ]
        day = near[0] if len(near) == 1 else None
    if day is None or named is None or named == _DAYS[day.weekday()]:
        return day
    return None


def _weekday(sentence: str, place: Found) -> str | None:
    """The weekday that is printed right before a date."""
    days = [one for one in find_weekdays(sentence) if one.end <= place.start and len(one.values) == 1]
    if not days or not re.fullmatch(r"[\s,.]*(?:den|dem|der)?[\s,]*", sentence[days[-1].end : place.start]):
        return None
    return days[-1].values[0].canonical


def _on(canonical: str, year: int) -> date | None:
    try:
        return date.fromisoformat(f"{year}{canonical[1:]}")
    except ValueError:
        return None


def _week(number: int, written: date | None) -> Period:
    if written is None:
        return UNKNOWN
    for year in (written.year, written.year + 1):
        try:
            first = date.fromisocalendar(year, number, 1)
        except ValueError:
            return UNKNOWN
        if -_AFTER <= first - written <= _BEFORE:
            return Period(first, first + timedelta(days=6))
    return UNKNOWN
