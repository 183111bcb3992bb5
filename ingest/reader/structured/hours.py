"""Opening hours in structured data, written as German lines that are read like printed ones."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ingest.reader.structured.items import Item

_NAMES = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_TIME = re.compile(r"^(\d{1,2}):(\d{2})(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?$")
_DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su)"
_PRINTED = re.compile(rf"^({_DAY}(?:\s?[-,]\s?{_DAY})*)\s+(\d{{1,2}}:\d{{2}})\s?[-–]\s?(\d{{1,2}}:\d{{2}})$")
_LONGEST_NOTICE = 31
_DAY_END = 24 * 60


class Unsure(Exception):
    """Hours that can't be taken over with certainty."""


@dataclass(frozen=True)
class Hours:
    """Lines of the regular week ("Montag: 8:00–12:00 Uhr"), and sentences on days with other hours."""

    lines: tuple[str, ...] = ()
    special: tuple[tuple[date, str], ...] = ()


def hours_of(item: Item) -> Hours:
    """The hours of an office; no lines where anything about the week isn't certain: a season, a bad time."""
    specifications = item.items("openingHoursSpecification")
    special = [*item.items("specialOpeningHoursSpecification"), *filter(_is_special, specifications)]
    try:
        week = _week(one for one in specifications if not _is_special(one))
        if not specifications:
            week = _printed_week(item.texts("openingHours"))
    except Unsure:
        week = {}
    return Hours(tuple(_lines(week)), tuple(sentence for one in special if (sentence := _sentence(one))))


def _is_special(item: Item) -> bool:
    first, last = _date(item.text("validFrom")), _date(item.text("validThrough"))
    return first is not None and last is not None and (last - first).days < _LONGEST_NOTICE


def _week(specifications: Iterable[Item]) -> dict[int, list[tuple[int, int]]]:
    week: dict[int, list[tuple[int, int]]] = {}
    for one in specifications:
        if one.text("validFrom") or one.text("validThrough"):
            raise Unsure("a season")
        days = [_day(name) for name in one.texts("dayOfWeek")]
        if not days:
            raise Unsure("no day")
        for day in days:
            if day is not None:
                week.setdefault(day, []).extend(_span(one))
    return week


def _day(name: str) -> int | None:
    """The weekday; None for public holidays, on which offices are closed anyway."""
    last = name.rstrip("/").rsplit("/", 1)[-1].casefold()
    if last in _ENGLISH:
        return _ENGLISH.index(last)
    if last[:2].capitalize() in _SHORT and len(last) == 2:
        return _SHORT.index(last.capitalize())
    if last == "publicholidays":
        return None
    raise Unsure(name)


def _span(item: Item) -> list[tuple[int, int]]:
    """The span of time of a specification, empty where it says "closed" (both times alike, or none)."""
    opens, closes = item.text("opens"), item.text("closes")
    if not opens and not closes:
        return []
    first, last = _minutes(opens), _minutes(closes)
    if first == last:
        return []
    last = last or _DAY_END
    if not first < last <= _DAY_END:
        raise Unsure("over midnight")
    return [(first, last)]


def _minutes(text: str) -> int:
    match = _TIME.match(text)
    if match is None:
        raise Unsure(text)
    return int(match[1]) * 60 + int(match[2])


def _printed_week(texts: Iterable[str]) -> dict[int, list[tuple[int, int]]]:
    """Read schema.org's `openingHours` ("Mo-Fr 08:00-12:00")."""
    week: dict[int, list[tuple[int, int]]] = {}
    for text in texts:
        match = _PRINTED.match(text.strip())
        if match is None:
            raise Unsure(text)
        for days in match[1].replace(" ", "").split(","):
            first, _, last = days.partition("-")
            start, end = _SHORT.index(first), _SHORT.index(last or first)
            if end < start:
                raise Unsure(text)
            for day in range(start, end + 1):
                week.setdefault(day, []).append((_minutes(match[2]), _minutes(match[3]) or _DAY_END))
    return week


def _lines(week: dict[int, list[tuple[int, int]]]) -> Iterator[str]:
    for day in sorted(week):
        spans = sorted(week[day])
        if not spans:
            yield f"{_NAMES[day]}: geschlossen"
            continue
        yield f"{_NAMES[day]}: {' und '.join(f'{_clock(a)}–{_clock(b)} Uhr' for a, b in spans)}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"


def _sentence(item: Item) -> tuple[date, str] | None:
    """A notice's first day and its sentence; None where its times aren't certain."""
    first, last = _date(item.text("validFrom")), _date(item.text("validThrough"))
    try:
        spans = _span(item)
    except Unsure:
        return None
    if first is None or last is None or last < first or item.texts("dayOfWeek"):
        return None
    when = f"Am {first:%d.%m.%Y}" if first == last else f"Vom {first:%d.%m.%Y} bis {last:%d.%m.%Y}"
    if not spans:
        return first, f"{when} geschlossen."
    [(start, end)] = spans
    return first, f"{when} nur von {_clock(start)} bis {_clock(end)} Uhr geöffnet."


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
