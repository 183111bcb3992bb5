"""Whether an office is open at a moment."""

import re
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

import opening_hours

from corpus.values.hours.school import perhaps_school_holidays

BERLIN = ZoneInfo("Europe/Berlin")
_NO_ZONE = "now needs a time zone, such as corpus.values.hours.BERLIN"


@lru_cache(maxsize=4096)
def _is_valid(osm: str) -> bool:
    """Whether hours can be read; the offices of a city print the same ones again and again."""
    return bool(opening_hours.validate(osm))


def open_now(osm: str, state: str, now: datetime) -> bool | None:
    """Whether an office with hours `osm` is open at `now`; None where that isn't certain.

    `state` is the ISO 3166-2:DE code without "DE-" ("BY"); its public holidays close, other than for "24/7".
    Not certain are broken hours, 24 and 31 December, holidays of some municipalities only (15 August in
    parts of Bavaria), hours with their own rule for holidays, and those that change in school holidays, where
    schools may have some. `now` must know its time zone, else
    `ValueError`.
    """
    if now.tzinfo is None:
        raise ValueError(_NO_ZONE)
    local = now.astimezone(BERLIN)
    if not _is_valid(osm):
        return None
    if osm.strip() == "24/7":
        return True
    if local.date() in _holidays(state, local.year):
        return None if re.search(r"\b(?:PH|SH)\b(?!\s*(?:off|closed))", osm) else False
    hours = opening_hours.OpeningHours(osm, timezone=BERLIN)
    if hours.is_unknown(local):
        return None
    if not hours.is_open(local):
        # Other hours in the school holidays may be open when the usual ones aren't.
        return None if "SH unknown" in osm and perhaps_school_holidays(local.date()) else False
    if "SH" in osm and perhaps_school_holidays(local.date()):
        return None
    return None if _perhaps_closed(local.date(), state) else True


def doubt_at(osm: str, now: datetime) -> str | None:
    """Why hours `osm` don't say whether it is open at `now` ("nur mit Termin"); None if they do."""
    if now.tzinfo is None:
        raise ValueError(_NO_ZONE)
    if not _is_valid(osm):
        return None
    state, comment = opening_hours.OpeningHours(osm, timezone=BERLIN).state(now.astimezone(BERLIN))
    return comment if state == opening_hours.State.UNKNOWN and comment else None


def changes_between(osm: str, start: datetime, end: datetime) -> list[datetime]:
    """The moments between `start` and `end` (aware) at which the state of hours `osm` changes."""
    if not _is_valid(osm):
        return []
    parts = opening_hours.OpeningHours(osm, timezone=BERLIN).intervals(start, end)
    return [moment for part in parts for moment in part[:2] if start < moment < end]


def is_holiday(day: date, state: str) -> bool:
    """Whether `day` is a public holiday in the whole state (ISO 3166-2:DE code without "DE-")."""
    return day in _holidays(state, day.year)


def _perhaps_closed(day: date, state: str) -> bool:
    return (day.month == 12 and day.day in (24, 31)) or day in _local_holidays(state, day.year)


@lru_cache(maxsize=64)
def _holidays(state: str, year: int) -> frozenset[date]:
    import holidays

    return frozenset(holidays.country_holidays("DE", subdiv=state, years=year))


@lru_cache(maxsize=64)
def _local_holidays(state: str, year: int) -> frozenset[date]:
    """Days that are holidays in some municipalities of the state only."""
    import holidays

    catholic = holidays.country_holidays("DE", subdiv=state, years=year, categories="catholic")
    return frozenset(catholic) - _holidays(state, year)
