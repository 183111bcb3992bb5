"""Opening hours read from a snippet, compared by what they mean on the days of sample weeks."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import lru_cache

import opening_hours

from corpus.records import FactKind
from evaluation.fact_reading.outcome import Outcome
from evaluation.fact_reading.snippet import Snippet
from ingest.facts import find_facts

# Five weeks of each season, so that every "first Saturday" comes, with public holidays and the year's end.
_STARTS = (datetime(2026, 2, 2), datetime(2026, 4, 27), datetime(2026, 7, 6), datetime(2026, 10, 5))  # noqa: DTZ001 - printed hours know no zone
_SAMPLE = timedelta(weeks=5)


def read_hours(snippet: Snippet) -> Outcome:
    """Compare the computable hours (`osm`) of a snippet with its gold: `{"osm": …, "label": …}` an entry.

    Two syntaxes are the same if they say open, closed and unknown at the same times; a `label` in the gold
    must stand in the fact's label. What stays text (no `osm`) claims nothing and is no wrong fact.
    """
    read = [
        (fact.label, fact.osm)
        for fact in find_facts([snippet.as_section()])
        if fact.kind is FactKind.HOURS and fact.osm
    ]
    missed: list[str] = []
    right = 0
    for gold in snippet.gold:
        match = next((one for one in read if _same(one, gold["osm"], gold.get("label", ""))), None)
        if match is None:
            missed.append(f"{gold.get('label', '')} {gold['osm']}".strip())
        else:
            read.remove(match)
            right += 1
    wrong = tuple(f"{label}: {osm}" for label, osm in read)
    return Outcome(snippet.id, snippet.half, right, wrong, tuple(missed))


def _same(read: tuple[str, str], osm: str, label: str) -> bool:
    return label.casefold() in read[0].casefold() and meaning(read[1]) == meaning(osm)


@lru_cache(maxsize=1024)
def meaning(osm: str) -> tuple[object, ...]:
    """When hours are open, closed and unknown in the sample weeks, comments left out.

    Public holidays close unless the hours have a rule for them. What school holidays change is compared by
    the rule's last word ("SH off"), since the library has no calendar of them.
    """
    closing = osm if "PH" in osm else f"{osm}; PH off"
    hours = opening_hours.OpeningHours(closing, country="DE")
    states = tuple(state for start in _STARTS for state in _states(hours, start))
    without_comments = re.sub(r'\s*"[^"]*"', "", osm)
    school = tuple(sorted(part.strip() for part in without_comments.split(";") if "SH" in part))
    return (*states, school)


def _states(hours: opening_hours.OpeningHours, start: datetime) -> Iterator[tuple[datetime, datetime, str]]:
    """The changes of state, neighbouring spans of one state joined."""
    before: tuple[datetime, datetime, str] | None = None
    for begin, end, state, _comment in hours.intervals(start, start + _SAMPLE):
        name = str(state)
        if before is not None and before[2] == name:
            before = (before[0], end, name)
            continue
        if before is not None:
            yield before
        before = (begin, end, name)
    if before is not None:
        yield before
