"""Days as they are printed: "Mo–Mi, Fr", "werktags (Mo–Fr)", "1. und 3. Mittwoch im Monat"."""

from dataclasses import dataclass, field

from corpus.values.hours.cursor import Cursor
from corpus.values.hours.schedule import WORKDAYS
from corpus.values.hours.tokens import Uncertain
from corpus.values.hours.week import HOLIDAY
from corpus.values.number_words import read_ordinal_word
from corpus.values.weekdays import day_number, days_between

EVERY_OTHER = "nicht jede Woche"
_DAY_KINDS = ("day", "daily", "workday", "sundays", "holiday")
_ENGLISH_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}


@dataclass(slots=True)
class Days:
    """The days of a clause, which of them in the month, and what makes it uncertain which they are."""

    days: list[int] = field(default_factory=list)
    which: list[int] = field(default_factory=list)
    doubt: str = ""
    workdays: bool = False
    daily: bool = False


def read_days(cursor: Cursor) -> Days:
    """The days at the cursor, with what stands before and after them; raises `Uncertain`."""
    found = Days(which=_which(cursor))
    if cursor.skip("other"):
        found.doubt = EVERY_OTHER
    _read_names(cursor, found)
    if not found.days:
        raise Uncertain("no day")
    if cursor.peek() == "nth" and cursor.peek(1) in ("monthly", "and", "comma") and not found.which:
        found.which = _which(cursor)
    monthly = cursor.skip("monthly")
    if found.which and not monthly:
        # "jeden zweiten Donnerstag": every other one, or the second of the month?
        found.which, found.doubt = [], EVERY_OTHER
    elif monthly and not found.which:
        raise Uncertain("which in the month?")
    if cursor.skip("other"):
        found.doubt = EVERY_OTHER
    _read_exceptions(cursor, found)
    return found


def _which(cursor: Cursor) -> list[int]:
    found: list[int] = []
    while cursor.peek() == "nth":
        found.append(_number(cursor.take().text))
        if cursor.peek() in ("and", "comma") and cursor.peek(1) == "nth":
            cursor.take()
    return found


def _number(text: str) -> int:
    word = text.split()[-1].lower()
    if word[0].isdigit():
        return int(word[0])
    if word.startswith("letzt"):
        return -1
    number = _ENGLISH_ORDINALS.get(word) or read_ordinal_word(word)
    if number is None:
        raise Uncertain(word)
    return number


def _read_names(cursor: Cursor, found: Days) -> None:
    while cursor.peek() in _DAY_KINDS:
        _read_name(cursor, found)
        if cursor.peek() in ("and", "comma") and _names_a_day(cursor):
            cursor.take()
    if found.days:
        # "werktags (Mo–Fr)" says itself which days it means.
        found.workdays = False
    elif found.workdays:
        found.days = list(WORKDAYS)
    if found.daily and not found.days:
        found.days = list(range(7))


def _names_a_day(cursor: Cursor) -> bool:
    """Whether after the sign comes another day of the same list."""
    return cursor.peek(1) in _DAY_KINDS


def _read_name(cursor: Cursor, found: Days) -> None:
    token = cursor.take()
    match token.kind:
        case "daily":
            found.daily = True
        case "workday":
            found.workdays = True
        case "sundays":
            found.days.extend((6, HOLIDAY))
        case "holiday":
            found.days.append(HOLIDAY)
        case _:
            first = day_number(token.text.capitalize())
            if cursor.peek() == "dash" and cursor.peek(1) == "day":
                cursor.take()
                found.days.extend(days_between(first, day_number(cursor.take().text.capitalize())))
            else:
                found.days.append(first)


def _read_exceptions(cursor: Cursor, found: Days) -> None:
    """Take out "außer Mittwoch"; "außer in den Ferien" is no day and stays to be read."""
    while cursor.peek() == "except" and cursor.peek(1) in _DAY_KINDS:
        cursor.take()
        out = Days()
        _read_names(cursor, out)
        if found.workdays and 5 in out.days:
            found.workdays = False
        found.days = [day for day in found.days if day not in out.days]
        if HOLIDAY in out.days:
            found.daily = False
