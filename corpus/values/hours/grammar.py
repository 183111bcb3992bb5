"""The grammar of printed opening hours: clauses, each of which says something of days, a season or all."""

from collections.abc import Sequence

from corpus.values.hours.days import EVERY_OTHER
from corpus.values.hours.groups import APPOINTMENT, Groups, part_named
from corpus.values.hours.periods import Point, between, read_month, read_points
from corpus.values.hours.schedule import Schedule
from corpus.values.hours.tokens import Token, Uncertain, tokens

_PERIOD = ("summer", "month", "date", "dates")
_EVEN, _ODD = "week 2-52/2", "week 1-53/2"


def read_schedule(lines: Sequence[str]) -> Schedule:
    """What `lines` say; raises `Uncertain` unless all of it is understood."""
    return _Reader(tokens(lines)).read()


class _Reader(Groups):
    """Reads clauses; keeps what holds for the rest of the line or of the block."""

    def __init__(self, found: list[Token]) -> None:
        super().__init__(found)
        self.for_block = False
        self.part_for_block = False

    def read(self) -> Schedule:
        while self.peek():
            self.clause()
        return self.schedule

    def clause(self) -> None:
        kind = self.peek()
        if kind == "line":
            self.end_line()
        elif kind in ("and", "comma", "walkin"):
            self.take()
        elif kind in _PERIOD:
            self.period()
        elif kind in ("even", "odd"):
            self.fortnight(_EVEN if self.take().kind == "even" else _ODD)
        elif kind in ("morning", "afternoon"):
            self.part_of_day()
        elif kind == "school" or (kind == "except" and self.peek(1) == "school"):
            self.school()
        elif kind == "except" and self.peek(1) == "holiday":
            self.at += 2
            self.schedule.close(["PH off"])
        elif kind in APPOINTMENT:
            self.schedule.by_appointment = self.take().text
        elif kind == "extra":
            self.more_by_appointment()
        elif kind == "other":
            self.every_other()
        elif kind == "always":
            self.always()
        else:
            self.group()

    def end_line(self) -> None:
        self.take()
        self.last = None
        self.in_school_holidays = False
        if not self.for_block and self.selector:
            self.selector, self.after_season = "", True
        if not self.part_for_block:
            self.part = ""

    # What holds for more than a clause

    def period(self) -> None:
        """A season, or a day of the year on which something else holds."""
        if self.last is not None and self.tokens[self.at - 1].kind != "and":
            raise Uncertain("is the season meant for what stands before or after it?")
        if self.skip("summer"):
            self.skip("comma")
            if self.peek() not in _PERIOD[1:]:
                raise Uncertain("which months has summer?")
        selectors = self.selectors()
        if self.peek() == "closed":
            self.take()
            self.schedule.close(f"{one} off" for one in selectors)
        elif self.peek() == "time" and all(one[-1].isdigit() for one in selectors):
            times = ",".join(one.printed() for one in self.spans())
            self.schedule.close(f"{one} {times}" for one in selectors)
        elif len(selectors) != 1 or not self.peek():
            raise Uncertain("what holds then?")
        else:
            self.selector, self.for_block = selectors[0], self.after("comma", "and") == "line"
            self.after_season = False

    def selectors(self) -> list[str]:
        points = self.points()
        if self.peek() == "dash" and self.peek(1) in _PERIOD:
            self.take()
            last = self.points()
            if len(points) + len(last) != 2:
                raise Uncertain("days to days")
            return [between(points[0], last[0])]
        while self.peek() in ("and", "comma") and self.peek(1) in _PERIOD[1:]:
            self.take()
            points += self.points()
        return [point.print() for point in points]

    def points(self) -> list[Point]:
        token = self.take()
        return [read_month(token.text)] if token.kind == "month" else read_points(token.text)

    def fortnight(self, selector: str) -> None:
        if self.last is not None or self.selector:
            raise Uncertain("which days are meant every other week?")
        self.selector, self.for_block = selector, False

    def part_of_day(self) -> None:
        self.part = part_named(self.take())
        self.part_for_block = self.peek() == "line"

    def school(self) -> None:
        without = self.skip("except")
        plain = self.take().text.lower().split()[-1] in ("ferien", "schulferien")
        closed = self.skip("closed") or without
        self.schedule.close(["SH off" if closed and plain else 'SH unknown "in den Ferien anders"'])
        self.in_school_holidays = not closed

    def more_by_appointment(self) -> None:
        self.take()
        if self.last is None and not self.schedule.weeks:
            raise Uncertain("more than which hours?")

    def every_other(self) -> None:
        if self.peek(1) in ("day", "sundays"):
            self.group()
            return
        self.take()
        if self.last is None:
            raise Uncertain("what is every other week?")
        selector, days = self.last
        self.schedule.week(selector).doubt(days, EVERY_OTHER)

    def always(self) -> None:
        self.take()
        self.skip("daily")
        self.schedule.always = True
