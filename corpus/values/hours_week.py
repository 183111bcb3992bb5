"""A week of opening hours, and how it is written in OpenStreetMap's syntax."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.values.hours_tokens import Uncertain
from corpus.values.weekdays import DAYS

Span = tuple[int, int]
"""Opening and closing time in minutes since midnight."""


@dataclass(slots=True)
class Week:
    """Spans by weekday (0 to 6), by (which in the month, weekday); days that are closed.

    `named_with` is how many days were named together ("Mo–Fr": 5) where a day's spans come from.
    """

    spans: dict[int, list[Span]] = field(default_factory=dict)
    monthly: dict[tuple[int, int], list[Span]] = field(default_factory=dict)
    closed: set[int] = field(default_factory=set)
    named_with: dict[int, int] = field(default_factory=dict)
    holidays_closed: bool = False

    def add(self, days: Sequence[int], spans: Sequence[Span], *, also: bool) -> None:
        """Open on `days` at `spans`.

        A day named twice must say "also", unless it was one of more days and only gets longer
        ("Mo–Fr 7–12 Uhr, Do 7–18 Uhr"): else two lines contradict each other.
        """
        together = len(set(days))
        for day in days:
            known = self.spans.get(day, [])
            same = _ordered(list(known)) == _ordered(list(spans))
            longer = self.named_with.get(day, 0) > together and _covers(spans, known)
            if day in self.closed or (known and not (also or same or longer)):
                raise Uncertain(DAYS[day])
            self.spans[day] = _ordered([*known, *spans] if also else list(spans))
            self.named_with[day] = together

    def close(self, days: Sequence[int]) -> None:
        """Closed on `days`; only a day that was one of several ("Mo–Fr") can be open before."""
        if any(day in self.spans and self.named_with[day] == 1 for day in days):
            raise Uncertain("open and closed")
        for day in days:
            self.spans.pop(day, None)
        self.closed.update(days)

    def add_monthly(self, which: Sequence[int], days: Sequence[int], spans: Sequence[Span]) -> None:
        """Open on the first, second … last (-1) of `days` in the month."""
        for day in days:
            for one in which:
                if day in self.spans or day in self.closed or (one, day) in self.monthly:
                    raise Uncertain(DAYS[day])
                self.monthly[one, day] = _ordered(list(spans))

    def osm(self) -> str | None:
        """The week in OpenStreetMap syntax; None if nothing is open."""
        rules: list[str] = []
        left = sorted(self.spans)
        while left:
            same = [day for day in left if self.spans[day] == self.spans[left[0]]]
            rules.append(f"{_print_days(same)} {_print_spans(self.spans[same[0]])}")
            left = [day for day in left if day not in same]
        rules.extend(
            f"{DAYS[day]}[{which}] {_print_spans(spans)}"
            for (which, day), spans in sorted(
                self.monthly.items(), key=lambda item: (item[0][1], item[0][0] % 6)
            )
        )
        if rules and self.holidays_closed:
            rules.append("PH off")
        return "; ".join(rules) or None


def _ordered(spans: list[Span]) -> list[Span]:
    spans = sorted(set(spans))
    if any(earlier[1] > later[0] for earlier, later in pairwise(spans)):
        raise Uncertain("overlapping hours")
    return spans


def _covers(spans: Sequence[Span], known: Sequence[Span]) -> bool:
    return all(any(start <= one[0] and one[1] <= end for start, end in spans) for one in known)


def _print_days(days: list[int]) -> str:
    return ",".join(_print_run(first, last) for first, last in _runs(days))


def _print_run(first: int, last: int) -> str:
    if first == last:
        return DAYS[first]
    return f"{DAYS[first]}{'-' if last - first > 1 else ','}{DAYS[last]}"


def _runs(days: list[int]) -> Iterator[tuple[int, int]]:
    first = last = days[0]
    for day in days[1:]:
        if day != last + 1:
            yield first, last
            first = day
        last = day
    yield first, last


def _print_spans(spans: Sequence[Span]) -> str:
    return ",".join(f"{_clock(start)}-{_clock(end)}" for start, end in spans)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
