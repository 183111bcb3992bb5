"""The grammar of printed opening hours: groups of days, and what holds on them."""

import re
from collections.abc import Sequence

from corpus.values.hours_tokens import Token, Uncertain, tokens
from corpus.values.hours_week import Span, Week
from corpus.values.number_words import read_ordinal_word
from corpus.values.weekdays import day_number, days_between


def read_week(lines: Sequence[str]) -> Week:
    """What `lines` say about a week; raises `Uncertain` unless all of it is understood."""
    return _Reader(tokens(lines)).week()


class _Reader:
    """Reads groups of days and what holds on them."""

    def __init__(self, found: list[Token]) -> None:
        self.tokens = found
        self.at = 0

    def peek(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.tokens[place].kind if place < len(self.tokens) else ""

    def take(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def skip(self, kind: str) -> bool:
        skipped = False
        while self.peek() == kind:
            self.at += 1
            skipped = True
        return skipped

    def week(self) -> Week:
        week = Week()
        self.skip("and")
        while self.peek():
            self.group(week)
            self.skip("and")
        return week

    def group(self, week: Week) -> None:
        also = self.skip("also")
        which = self.which()
        days, holiday = self.days()
        if not days and not (holiday and not which):
            raise Uncertain("no day")
        if which and not self.skip("monthly"):
            raise Uncertain("first … of what?")
        if self.peek(1) in ("time", "closed"):
            self.skip("and")
        also = self.skip("also") or also
        if self.skip("closed"):
            if which:
                raise Uncertain("closed once a month")
            week.close(days)
            week.holidays_closed = week.holidays_closed or holiday
            return
        if holiday:
            raise Uncertain("hours on holidays")
        spans = self.spans()
        if which:
            week.add_monthly(which, days, spans)
        else:
            week.add(days, spans, also=also)

    def which(self) -> list[int]:
        found: list[int] = []
        while self.peek() == "nth":
            found.append(_which(self.take().text))
            if self.peek() == "and" and self.peek(1) == "nth":
                self.take()
        return found

    def days(self) -> tuple[list[int], bool]:
        days: list[int] = []
        holiday = False
        while self.peek() in ("day", "daily", "holiday"):
            token = self.take()
            if token.kind == "holiday":
                holiday = True
            elif token.kind == "daily":
                days.extend(range(7))
            elif self.peek() == "dash" and self.peek(1) == "day":
                self.take()
                days.extend(days_between(day_number(token.text.capitalize()), self.last_day()))
            else:
                days.append(day_number(token.text.capitalize()))
            if self.peek() == "and" and self.peek(1) in ("day", "holiday"):
                self.take()
        return days, holiday

    def last_day(self) -> int:
        return day_number(self.take().text.capitalize())

    def spans(self) -> list[Span]:
        spans = [self.span()]
        while self.peek() == "time" or (self.peek() in ("and", "also") and self.next_is_time()):
            while self.peek() in ("and", "also"):
                self.take()
            spans.append(self.span())
        if self.peek() == "and" and (
            self.peek(1) == "closed" or (self.peek(1) == "dash" and self.peek(2) in ("and", ""))
        ):
            # The empty afternoon of a table: "Nachmittag: geschlossen", "Nachmittag: –".
            self.at += 2
        return spans

    def next_is_time(self) -> bool:
        ahead = 0
        while self.peek(ahead) in ("and", "also"):
            ahead += 1
        return self.peek(ahead) == "time"

    def span(self) -> Span:
        texts = []
        for kind in ("time", "dash", "time"):
            if self.peek() != kind:
                raise Uncertain("no span of time")
            texts.append(self.take().text)
        start, end = _minutes(texts[0]), _minutes(texts[2])
        if not start < end <= 24 * 60:
            raise Uncertain("ends before it starts")
        return start, end


def _which(text: str) -> int:
    word = text.split()[-1]
    if word[0].isdigit():
        return int(word[0])
    if word.lower().startswith("letzt"):
        return -1
    number = read_ordinal_word(word)
    if number is None:
        raise Uncertain(word)
    return number


def _minutes(text: str) -> int:
    match = re.match(r"(\d{1,2})(?:[:.](\d{2}))?", text)
    if match is None:
        raise Uncertain(text)
    return int(match[1]) * 60 + int(match[2] or 0)
