"""Whether an office is open, now or on a day, from its hours and the notices that override them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from corpus.records import Document, Fact, FactKind
from corpus.validity import holds_on
from corpus.values.hours import BERLIN, by_telephone, changes_between, doubt_at, is_holiday, open_now

# A section's heading for hours as such ("Wann wir für Sie da sind"), not for a part of the office.
_SAYS_HOURS = re.compile(
    r"^(?:unsere |allgemeine )?(?:öffnungs|sprech|service|besuchs|betriebs)(?:zeit|stunde)\w*:?$"
    r"|^wann\b.*\b(?:da|auf|offen|geöffnet|erreichbar)\b|^so (?:erreichen|finden) sie uns|^opening hours:?$",
    re.IGNORECASE,
)
_HALF_HOLIDAYS = frozenset({(12, 24), (12, 31)})
AHEAD = timedelta(days=14)
"""How long before it begins a notice is shown."""


@dataclass(frozen=True)
class OpenDay:
    """Whether an office is open on a day (None: not certain), from when to when, in local time.

    `holiday` says that a public holiday of the state closes it; `hint` in few words why it isn't certain.
    """

    is_open: bool | None
    spans: tuple[tuple[time, time], ...] = ()
    holiday: bool = False
    hint: str | None = None


def hours_of(office: Document) -> list[Fact]:
    """The hours that an office prints, to come and to call."""
    return [fact for fact in office.facts if fact.kind is FactKind.HOURS]


def printed_hours(hours: Sequence[Fact]) -> tuple[str, ...]:
    """The hours line by line; where there are several, or they are for calls, each with what they are for."""
    labels = {fact.label for fact in hours}
    lines: list[str] = []
    for fact in hours:
        calls = by_telephone(fact.label) and not by_telephone(fact.value)
        parts = len(labels) > 1 and not _SAYS_HOURS.search(fact.label)
        if fact.label and (calls or parts) and fact.label not in fact.value:
            lines.append(f"{fact.label}:")
        lines.extend(fact.value.splitlines())
    return tuple(dict.fromkeys(lines))


def notices_at(office: Document, today: date) -> list[Fact]:
    """The notices to show: those in force first, then those that begin within a fortnight.

    One whose days aren't certain is shown as long as the office's page prints it.
    """
    notices = [fact for fact in office.facts if fact.kind is FactKind.NOTICE]
    soon = [
        fact
        for fact in notices
        if not _in_force(fact, today) and fact.valid_from and today < fact.valid_from <= today + AHEAD
    ]
    return [
        *(fact for fact in notices if _in_force(fact, today)),
        *sorted(soon, key=lambda fact: fact.valid_from or today),
    ]


def notices_in_force(office: Document, day: date) -> list[Fact]:
    """The notices that hold on `day`."""
    return [fact for fact in notices_at(office, day) if _in_force(fact, day)]


def open_at(office: Document, state: str, now: datetime) -> bool | None:
    """Whether the office is open at `now`, an aware time; None where that isn't certain ("please call").

    A notice in force goes before the hours. Hours of several parts of an office count where they agree.
    """
    today = now.astimezone(BERLIN).date()
    in_force = notices_in_force(office, today)
    if in_force:
        told = {None if fact.osm is None else open_now(fact.osm, state, now) for fact in in_force}
        return told.pop() if len(told) == 1 else None
    return _by_hours(_visits(office), state, now)


def open_on(office: Document, state: str, day: date) -> OpenDay:
    """The times at which the office is open on `day`; not certain where any of its hours on it isn't."""
    spans: list[tuple[time, time]] = []
    for start, end in _pieces(office, day):
        middle = start + (end - start) / 2
        is_open = open_at(office, state, middle)
        if is_open is None:
            return OpenDay(None, hint=hint_at(office, middle))
        if not is_open:
            continue
        if spans and spans[-1][1] == start.time():
            spans[-1] = (spans[-1][0], end.time())
        else:
            spans.append((start.time(), end.time()))
    return OpenDay(bool(spans), tuple(spans), not spans and is_holiday(day, state))


def is_usual_day_in_print(office: Document, state: str, day: date) -> bool:
    """Whether only hours that couldn't be read tell of `day`: it is no holiday, and no notice is near."""
    special = (
        is_holiday(day, state) or (day.month, day.day) in _HALF_HOLIDAYS or bool(notices_at(office, day))
    )
    return not special and all(fact.osm is None for fact in _visits(office))


def _pieces(office: Document, day: date) -> list[tuple[datetime, datetime]]:
    """The day in pieces within which nothing about the office's hours changes."""
    first = datetime.combine(day, time(), BERLIN)
    last = datetime.combine(day + timedelta(days=1), time(), BERLIN)
    told = [*_visits(office), *notices_at(office, day)]
    changes = {moment for fact in told if fact.osm for moment in changes_between(fact.osm, first, last)}
    moments = sorted({first, last, *changes})
    return list(pairwise(moments))


def hint_at(office: Document, now: datetime) -> str | None:
    """Why it isn't certain that the office is open, in few words ("nur mit Termin"), if that is said."""
    hints = (doubt_at(fact.osm, now) for fact in _visits(office) if fact.osm)
    return next((hint for hint in hints if hint), None)


def _visits(office: Document) -> list[Fact]:
    """The hours to come; where some are labelled with the office's own name, those alone."""
    visits = [fact for fact in hours_of(office) if not (by_telephone(fact.label) or by_telephone(fact.value))]
    title = office.title.casefold()
    own = [fact for fact in visits if title in fact.label.casefold()]
    return own or visits


def _by_hours(hours: Sequence[Fact], state: str, now: datetime) -> bool | None:
    if not hours or any(fact.osm is None for fact in hours):
        return None
    parsed = dict.fromkeys(fact.osm for fact in hours if fact.osm)
    walk_in = {open_now(osm, state, now) for osm in parsed if not _by_appointment(osm)}
    arranged = {open_now(osm, state, now) for osm in parsed if _by_appointment(osm)}
    if walk_in == {True}:
        return True
    return False if walk_in | arranged == {False} else None


def _by_appointment(osm: str) -> bool:
    """Whether nobody is let in without an appointment at any of these hours."""
    return all("unknown" in rule or rule.endswith(("off", "closed")) for rule in osm.split("; "))


def _in_force(fact: Fact, today: date) -> bool:
    return holds_on(today, fact.valid_from, fact.valid_until)
