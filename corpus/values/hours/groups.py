"""Groups of days, and what is said of them: open, closed, by appointment."""

from abc import ABC, abstractmethod

from corpus.values.hours.clock import read_span, read_time
from corpus.values.hours.cursor import Cursor
from corpus.values.hours.days import Days, read_days
from corpus.values.hours.schedule import Schedule
from corpus.values.hours.tokens import Token, Uncertain
from corpus.values.hours.week import NOON, Mode, Opening, Part, Week
from corpus.values.weekdays import DAYS

_SIGNS = ("and", "comma", "line")
APPOINTMENT = ("only", "appointment")


class Groups(Cursor, ABC):
    """Reads groups of days into a schedule.

    `selector`, `part` and `in_school_holidays` are what the line or the block is about, `after_season` that a
    line about a season came before, `last` the selector and the days of the last group of the line.
    """

    def __init__(self, found: list[Token]) -> None:
        super().__init__(found)
        self.schedule = Schedule()
        self.selector = ""
        self.part: Part = ""
        self.in_school_holidays = False
        self.after_season = False
        self.last: tuple[str, list[int]] | None = None

    @abstractmethod
    def period(self) -> None:
        """Read a season or a date."""

    def group(self) -> None:
        self.skip("long", *(["instead"] if self.in_school_holidays else []))
        also = self.skip("also") or self.comes_on_top()
        if self.skip("closed"):
            self.close(read_days(self), "")
            return
        days = read_days(self)
        if self.peek() in ("comma", "") and self.peek(1) in ("date", "dates"):
            self.take()
        if self.peek() in ("date", "dates"):
            # "Freitag, 9. Mai: geschlossen" is about that day.
            self.period()
            return
        # "Donnerstag zusätzlich", and the times in the next line.
        also = self.skip("also") or also
        self.skip("line")
        pieces = 0
        while self.piece(days, also=also or pieces > 0):
            pieces += 1
        if not pieces and also and self.as_before(days):
            return
        if not pieces and not self.in_school_holidays:
            raise Uncertain("nothing is said of the day")
        self.last = (self.selector, days.days)

    def as_before(self, days: Days) -> bool:
        """Give days the hours of those before ("täglich 9–18 Uhr, auch an Feiertagen"), if they have one."""
        if self.last is None or days.which or days.doubt or self.peek() not in ("", "line", "comma"):
            return False
        week = self.schedule.week(self.last[0])
        known = {tuple(week.openings.get(day, ())) for day in self.last[1]}
        if len(known) != 1 or not (openings := known.pop()):
            return False
        new = [day for day in days.days if day not in self.last[1]]
        if any(day in week.openings for day in new):
            return False
        week.add(new, openings, mode="")
        return True

    def comes_on_top(self) -> bool:
        """Whether "sowie" leads to the group: what it names comes on top of what stands before."""
        before = self.tokens[self.at - 1] if self.at else None
        return before is not None and before.kind == "and" and before.text.casefold() == "sowie"

    def piece(self, days: Days, *, also: bool) -> bool:
        """One thing that is said of the days; tells whether there was one."""
        start = self.at
        while self.peek() in _SIGNS and self.continues():
            self.take()
        part = part_named(self.take()) if self.peek() in ("morning", "afternoon") else self.part
        self.skip("comma")
        mode: Mode = "also" if self.skip("also") or also else ""
        if self.skip("instead"):
            mode = "instead"
        match self.peek():
            case "closed":
                self.take()
                self.close(days, part)
            case "time":
                self.open(days, mode, part, "")
            case "always" if not (days.which or part or self.selector or self.in_school_holidays):
                self.take()
                self.week().add(days.days, [Opening(0, 24 * 60, days.doubt)], mode=mode)
            case "dash" if self.peek(1) == "time":
                self.take()
                self.until(days, read_time(self.take().text))
            case "dash" if part or self.after("dash") in ("", *_SIGNS):
                self.take()
            case "only" | "appointment" | "walkin":
                self.with_appointment(days, mode, part)
            case _:
                self.at = start
                return False
        return True

    def continues(self) -> bool:
        """Whether what comes after these signs is still about the same days."""
        ahead = self.after(*_SIGNS)
        if ahead in ("morning", "afternoon"):
            # A part of the day that names days itself begins something new.
            return self.kind_after_part() not in ("day", "daily", "line", "workday", "nth", "")
        if ahead in ("time", "closed", "walkin"):
            return True
        if ahead == "also":
            return self.after(*_SIGNS, "also") == "time"
        return ahead in ("dash", *APPOINTMENT) and self.peek() != "line"

    def kind_after_part(self) -> str:
        return self.after(*_SIGNS, "morning", "afternoon")

    def with_appointment(self, days: Days, mode: Mode, part: Part) -> None:
        """By appointment (or without): either hours follow, or it is said of those before."""
        token = self.take()
        why = "" if token.kind == "walkin" else token.text
        if self.peek() == "time":
            self.open(days, mode, part, why)
        elif why and not self.in_school_holidays:
            self.week().doubt(days.days, why, part)

    def open(self, days: Days, mode: Mode, part: Part, why: str) -> None:
        openings = self.spans()
        if self.peek() == "comma" and self.peek(1) in APPOINTMENT:
            self.take()
        if self.peek() in APPOINTMENT:
            why = self.take().text
        elif self.peek() == "walkin":
            self.take()
        self.skip("extra")
        self.skip_empty_part()
        doubt = _quotable(days.doubt or why)
        openings = [Opening(one.start, one.end, doubt) for one in openings]
        if self.in_school_holidays:
            return
        if self.after_season:
            raise Uncertain("does the season hold for this line too?")
        if days.which:
            self.week().add_monthly(days.which, days.days, openings)
            return
        self.week().add(days.days, openings, mode=mode, part=part)
        if days.workdays:
            self.schedule.perhaps_saturday.setdefault(self.selector, []).extend(openings)

    def skip_empty_part(self) -> None:
        """Pass over the empty afternoon of a table: "8–12 Uhr; –", "8–12 Uhr; geschlossen"."""
        if self.peek() == "and" and self.peek(1) in ("dash", "closed") and self.peek(2) in ("", *_SIGNS):
            self.at += 2

    def spans(self) -> list[Opening]:
        spans = [read_span(self)]
        while self.peek() == "time" or (
            self.peek() in (*_SIGNS, "also") and self.after(*_SIGNS, "also") == "time"
        ):
            self.skip(*_SIGNS, "also")
            spans.append(read_span(self))
            if spans[-1].start < min(spans[-2].start, NOON // 2):
                raise Uncertain("9.30 bis 12.30 und 1.30 bis 4.30: at night, or in the afternoon?")
        return spans

    def until(self, days: Days, end: int) -> None:
        if days.which or days.doubt or self.in_school_holidays:
            raise Uncertain("until")
        self.week().extend(days.days, end)

    def close(self, days: Days, part: Part) -> None:
        if self.in_school_holidays:
            return
        if days.which:
            self.week().closed_monthly.update((one, day) for one in days.which for day in days.days)
        elif self.selector:
            week = self.week()
            week.close([day for day in days.days if day in week.openings], part)
            self.schedule.close(
                f"{self.selector} {DAYS[day]} off" for day in days.days if not part and day < len(DAYS)
            )
        else:
            self.week().close(days.days, part)

    def week(self) -> Week:
        """The week that the line is about."""
        return self.schedule.week(self.selector)


def part_named(token: Token) -> Part:
    """The part of the day that a token names."""
    return "morning" if token.kind == "morning" else "afternoon"


def _quotable(text: str) -> str:
    return " ".join(text.replace('"', "").split())
