"""The endless calendar: every month links to the next, for ever, as on too many websites."""

import calendar
import re
from dataclasses import dataclass

from corpus.musterstadt.addresses import address, month_address
from corpus.musterstadt.content import Content
from corpus.musterstadt.front_matter import EventFront

_ADDRESS = re.compile(r"/veranstaltungen/kalender/(?P<year>[1-9]\d{3})/(?P<month>0[1-9]|1[0-2])\.html")
_NAMES = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)


@dataclass(frozen=True)
class Day:
    """A cell of the calendar; number 0 belongs to another month."""

    number: int
    events: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Month:
    """A month with its events (title and address) and its neighbours' addresses."""

    name: str
    weeks: tuple[tuple[Day, ...], ...]
    before: str
    after: str


def month_at(path: str, content: Content) -> Month | None:
    """The month that `path` shows, or None if it isn't a path of the calendar."""
    match = _ADDRESS.fullmatch(path)
    if match is None:
        return None
    year, month = int(match["year"]), int(match["month"])
    events: dict[int, list[tuple[str, str]]] = {}
    for entry in content.of("events"):
        front = entry.front
        if isinstance(front, EventFront) and (front.start.year, front.start.month) == (year, month):
            events.setdefault(front.start.day, []).append((front.title, address(entry)))
    weeks = tuple(
        tuple(Day(day, tuple(events.get(day, ()))) for day in week)
        for week in calendar.Calendar().monthdayscalendar(year, month)
    )
    return Month(
        f"{_NAMES[month - 1]} {year}",
        weeks,
        month_address(year - (month == 1), (month - 2) % 12 + 1),
        month_address(year + (month == 12), month % 12 + 1),
    )
