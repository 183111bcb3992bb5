"""A week of opening hours, and how it is written in OpenStreetMap's syntax."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from typing import Literal

from corpus.values.hours.tokens import Uncertain
from corpus.values.weekdays import DAYS

HOLIDAY = 7
"""The day's number that stands for public holidays, after 0 (Monday) to 6 (Sunday)."""
NOON = 12 * 60
Part = Literal["", "morning", "afternoon"]
Mode = Literal["", "also", "instead"]
NOT_CLEAR = "nicht eindeutig angegeben"


@dataclass(frozen=True, slots=True, order=True)
class Opening:
    """From `start` to `end`, in minutes since midnight; `doubt` says why it isn't certainly open then."""

    start: int
    end: int
    doubt: str = ""

    def printed(self) -> str:
        """In OpenStreetMap's syntax."""
        return f"{_clock(self.start)}-{_clock(self.end)}"

    def within(self, part: Part) -> bool:
        """Whether it lies in that part of the day."""
        return not part or (self.start < NOON) == (part == "morning")


@dataclass(slots=True)
class Week:
    """What holds by weekday (0 to 6, `HOLIDAY`), by (which in the month, weekday), and days that are closed.

    `named_with` are the days that were named together ("Mo–Fr") where a day's openings come from;
    `doubtful` are days without times on which one may come somehow ("Freitag nach Vereinbarung").
    """

    openings: dict[int, list[Opening]] = field(default_factory=dict)
    monthly: dict[tuple[int, int], list[Opening]] = field(default_factory=dict)
    closed: set[int] = field(default_factory=set)
    closed_monthly: set[tuple[int, int]] = field(default_factory=set)
    doubtful: dict[int, str] = field(default_factory=dict)
    named_with: dict[int, frozenset[int]] = field(default_factory=dict)

    def add(self, days: Iterable[int], openings: Sequence[Opening], *, mode: Mode, part: Part = "") -> None:
        """Open on `days` at `openings`; how a day that was named before is meant follows from `mode`.

        Without "also" or "only" it must say the same, get longer ("Mo–Fr 7–12 Uhr, Do 7–18 Uhr") or name
        another time. Then the earlier times are certain only if nearly all of its days are named again
        ("Mo–Fr 8–12 Uhr, Mo–Do 13–16 Uhr"), or both are parts of a day.
        """
        named = frozenset(days)
        for day in named:
            if day in self.closed or day in self.doubtful:
                raise Uncertain(f"open and closed: {day}")
            self.openings[day] = _ordered(self._joined(day, named, openings, mode, part))
            self.named_with[day] = named

    def _joined(
        self, day: int, named: frozenset[int], openings: Sequence[Opening], mode: Mode, part: Part
    ) -> list[Opening]:
        known = self.openings.get(day, [])
        before = self.named_with.get(day, frozenset())
        if not known or mode == "also" or (part and not any(one.within(part) for one in known)):
            return [*known, *openings]
        fewer = len(named) < len(before)
        if mode == "instead":
            if not fewer:
                raise Uncertain(f"twice: {day}")
            return list(openings)
        if sorted(known) == sorted(openings):
            return known
        if _disjoint(known, openings):
            if named >= before or (len(named) > 1 and len(named & before) * 2 > len(before)):
                return [*known, *openings]
            return [*(replace(one, doubt=one.doubt or NOT_CLEAR) for one in known), *openings]
        if fewer and _covers(openings, known):
            return list(openings)
        raise Uncertain(f"contradiction: {day}")

    def extend(self, days: Iterable[int], end: int) -> None:
        """Open on `days` until `end` instead of earlier ("langer Donnerstag bis 18 Uhr")."""
        for day in days:
            known = self.openings.get(day, [])
            if not known or end <= known[-1].end or len(self.named_with[day]) == 1:
                raise Uncertain(f"until: {day}")
            self.openings[day] = [*known[:-1], replace(known[-1], end=end)]
            self.named_with[day] = frozenset({day})

    def close(self, days: Iterable[int], part: Part = "") -> None:
        """Closed on `days`, or in a part of them; only a day that was one of several can be open before."""
        for day in days:
            before = self.openings.get(day, [])
            left = [one for one in before if part and not one.within(part)]
            if len(left) < len(before) and len(self.named_with[day]) == 1:
                raise Uncertain(f"open and closed: {day}")
            if left:
                self.openings[day] = left
            elif before or not part:
                self.openings.pop(day, None)
            if not part:
                self.closed.add(day)

    def doubt(self, days: Iterable[int], why: str, part: Part = "") -> None:
        """Nobody can be sure to be let in on `days`: by appointment only, for one."""
        for day in days:
            if day in self.closed:
                raise Uncertain(f"closed, and by appointment: {day}")
            for key in [key for key in self.monthly if key[1] == day]:
                self.monthly[key] = _doubted(self.monthly[key], why, part)
            if day in self.openings:
                self.openings[day] = _doubted(self.openings[day], why, part)
            elif not part and not any(key[1] == day for key in self.monthly):
                self.doubtful[day] = why

    def add_monthly(self, which: Iterable[int], days: Sequence[int], openings: Sequence[Opening]) -> None:
        """Open on the first, second … last (-1) of `days` in the month."""
        for day in days:
            for one in which:
                if day in self.openings or day in self.closed or (one, day) in self.monthly:
                    raise Uncertain(f"monthly: {day}")
                self.monthly[one, day] = _ordered(list(openings))

    def rules(self, selector: str = "") -> Iterator[str]:
        """The week as rules in OpenStreetMap syntax, each for the days that `selector` names."""
        prefix = f"{selector} " if selector else ""
        left = sorted(self.openings)
        while left:
            same = [day for day in left if self.openings[day] == self.openings[left[0]]]
            yield _rule(prefix + _print_days(same), self.openings[same[0]])
            left = [day for day in left if day not in same]
        for (which, day), openings in sorted(
            self.monthly.items(), key=lambda item: (item[0][1], item[0][0] % 6)
        ):
            yield _rule(f"{prefix}{DAYS[day]}[{which}]", openings)
        for which, day in sorted(self.closed_monthly):
            yield f"{prefix}{DAYS[day]}[{which}] off"
        for why, group in groupby(sorted(self.doubtful), key=self.doubtful.__getitem__):
            yield f'{prefix}{_print_days(list(group))} unknown "{why}"'


def _doubted(openings: list[Opening], why: str, part: Part) -> list[Opening]:
    return [replace(one, doubt=one.doubt or why) if one.within(part) else one for one in openings]


def _ordered(openings: list[Opening]) -> list[Opening]:
    openings = sorted(set(openings))
    if any(earlier.end > later.start for earlier, later in pairwise(openings)):
        raise Uncertain("overlapping hours")
    return openings


def _disjoint(known: Sequence[Opening], openings: Sequence[Opening]) -> bool:
    return all(one.end <= other.start or other.end <= one.start for one in known for other in openings)


def _covers(openings: Sequence[Opening], known: Sequence[Opening]) -> bool:
    return all(any(new.start <= one.start and one.end <= new.end for new in openings) for one in known)


def _rule(days: str, openings: Sequence[Opening]) -> str:
    """One rule a doubt; the later ones are added to the first by a comma, not put in its place."""
    rules = []
    for doubt, group in groupby(openings, key=lambda one: one.doubt):
        spans = ",".join(one.printed() for one in group)
        rules.append(f'{days} {spans} unknown "{doubt}"' if doubt else f"{days} {spans}")
    return ", ".join(rules)


def _print_days(days: list[int]) -> str:
    runs = [_print_run(first, last) for first, last in _runs([day for day in days if day != HOLIDAY])]
    return ",".join([*runs, *(["PH"] if HOLIDAY in days else [])])


def _print_run(first: int, last: int) -> str:
    if first == last:
        return DAYS[first]
    return f"{DAYS[first]}{'-' if last - first > 1 else ','}{DAYS[last]}"


def _runs(days: list[int]) -> Iterator[tuple[int, int]]:
    for _, group in groupby(enumerate(days), key=lambda item: item[1] - item[0]):
        run = [day for _, day in group]
        yield run[0], run[-1]


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
