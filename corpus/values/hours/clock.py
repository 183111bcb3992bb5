"""Spans of time as they are printed: "8–12 Uhr", "8.00 Uhr bis 12.00 Uhr", "2–4 pm"."""

import re

from corpus.values.hours.cursor import Cursor
from corpus.values.hours.tokens import Uncertain
from corpus.values.hours.week import NOON, Opening

_DAY = 24 * 60
_EARLIEST = 5 * 60
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?:\s?([ap])\.?m\b)?", re.IGNORECASE)


def read_span(cursor: Cursor) -> Opening:
    """The span at the cursor; raises `Uncertain` if there is none, or one that nobody can mean."""
    first = _take_time(cursor)
    # "von: 08:00; bis: 12:00" in a table has a sign between.
    if cursor.peek() == "and" and cursor.peek(1) == "dash":
        cursor.take()
    if cursor.peek() != "dash":
        raise Uncertain("no span of time")
    cursor.take()
    start, end = _minutes(first, _take_time(cursor))
    # "18.00 – 0.00 Uhr" ends at midnight.
    end = end or (_DAY if start >= NOON else 0)
    # "2–5 Uhr" is rather meant in the afternoon.
    perhaps_afternoon = 0 < start < _EARLIEST and end <= NOON and not re.search(r"[:.]\d", first)
    if not start < end <= _DAY or perhaps_afternoon:
        raise Uncertain("no span that is meant so")
    return Opening(start, end)


def read_time(text: str) -> int:
    """Minutes since midnight."""
    return _minutes(text, text)[0]


def _take_time(cursor: Cursor) -> str:
    if cursor.peek() not in ("time", "noon"):
        raise Uncertain("no time")
    token = cursor.take()
    return "12" if token.kind == "noon" else token.text


def _minutes(first: str, last: str) -> tuple[int, int]:
    start, end = _TIME.match(first), _TIME.match(last)
    if start is None or end is None:
        raise Uncertain(first)
    half = start[3]
    if end[3] and not half:
        # "2–4 pm" begins in the afternoon too, "8–12 pm" and "9–5 pm" in the morning.
        same_half = int(start[1]) % 12 < int(end[1]) % 12
        half = end[3] if same_half else "a"
    return _of_day(start[1], start[2], half), _of_day(end[1], end[2], end[3])


def _of_day(hour: str, minute: str | None, half: str | None) -> int:
    number = int(hour)
    if half:
        if number > 12:
            raise Uncertain(f"{hour} {half}m")
        number = number % 12 + (12 if half.lower() == "p" else 0)
    return number * 60 + int(minute or 0)
