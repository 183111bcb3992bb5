"""Weeks by season, with what closes: everything that printed hours say."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.values.hours.tokens import Uncertain
from corpus.values.hours.week import HOLIDAY, Opening, Week

WORKDAYS = (0, 1, 2, 3, 4)
_SATURDAY = 5


@dataclass(slots=True)
class Schedule:
    """Weeks by selector ("" all year, "Apr-Sep", "week 2-52/2"), and rules that go before them.

    `closings` are rules ("PH off", "Dec 24 off", "SH off"); `by_appointment` says that all of it holds by
    appointment only, in the printed words; `perhaps_saturday` is what "werktags" says of Saturdays.
    """

    weeks: dict[str, Week] = field(default_factory=dict)
    closings: list[str] = field(default_factory=list)
    by_appointment: str = ""
    always: bool = False
    perhaps_saturday: dict[str, list[Opening]] = field(default_factory=dict)

    def week(self, selector: str) -> Week:
        """The week of a selector."""
        return self.weeks.setdefault(selector, Week())

    def close(self, rules: Iterable[str]) -> None:
        """Add rules that close, each once."""
        self.closings.extend(rule for rule in rules if rule not in self.closings)

    def osm(self) -> str | None:
        """The hours in OpenStreetMap syntax; None if they say neither open nor by appointment."""
        if self.always:
            if any(list(week.rules()) for week in self.weeks.values()):
                raise Uncertain("always, and hours")
            return "24/7" if not self.by_appointment else None
        for selector, openings in self.perhaps_saturday.items():
            self._add_saturday(self.week(selector), openings)
        if self.by_appointment:
            for week in self.weeks.values():
                week.doubt([*week.openings, *{day for _, day in week.monthly}], self.by_appointment)
        self._refuse_overlaps()
        if {day for week in self.weeks.values() for day in week.openings} == {HOLIDAY}:
            raise Uncertain("and on other days?")
        rules = [rule for selector, week in self.weeks.items() for rule in week.rules(selector)]
        if not rules:
            return None
        closed_holidays = any(HOLIDAY in week.closed for week in self.weeks.values())
        closings = [
            *self.closings,
            *(["PH off"] if closed_holidays and "PH off" not in self.closings else []),
        ]
        return "; ".join([*rules, *closings])

    def _add_saturday(self, week: Week, openings: list[Opening]) -> None:
        named = {*week.openings, *week.closed, *week.doubtful, *(day for _, day in week.monthly)}
        if _SATURDAY not in named:
            week.add([_SATURDAY], [Opening(one.start, one.end, "werktags") for one in openings], mode="")

    def _refuse_overlaps(self) -> None:
        """A fortnight's hours would replace those of the day in all weeks, though they come on top."""
        base = self.weeks.get("", Week())
        for selector, week in self.weeks.items():
            if selector.startswith("week ") and set(week.openings) & set(base.openings):
                raise Uncertain("every other week, and every week")
