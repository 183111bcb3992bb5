"""Notices that override regular hours for a time: closed for a staff meeting, moved, other hours on a day."""

import re
from collections.abc import Iterator
from datetime import date

from corpus.analysis.sentences import split_sentences
from corpus.records import Fact, FactKind, Section
from corpus.values.times import find_times
from ingest.facts.lines import lines, without_mark
from ingest.facts.periods import UNKNOWN, Period, find_periods

_CLOSED = re.compile(
    r"\bgeschlossen\b|\bschließ(?:t|en)\b|\bnicht (?:geöffnet|besetzt)\b|\bbleib(?:t|en)\b.*\bzu\b"
    r"|\bclosed\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"(?:geänderte|andere|abweichende|verkürzte|eingeschränkte|besondere) (?:öffnungs|sprech|service)zeit"
    r"|(?:sprech|öffnung|dienst|nachmittag|vormittag)\w*\b[^.]*\bentf(?:ällt|allen)\b"
    r"|\bnicht erreichbar\b"
    r"|\b(?:nur|erst|ausnahmsweise|bereits|eingeschränkt|verkürzt|länger)\b.*\bgeöffnet\b"
    r"|\bwarnstreik\w*|\bstreiks?\b|\bschließung(?:en)?\b|\bumgezogen\b|\bzieht\b.*\bum\b|\bziehen\b.*\bum\b"
    r"|\bwegen (?:des |eines )?umzugs?\b"
    r"|\bverlegt\b|\bvorübergehend (?:in|im|am)\b|\bausweichquartier\b",
    re.IGNORECASE,
)
_ONLY_FROM_TO = re.compile(
    r"\bnur\b.*\bvon\b.*\bbis\b.*\bgeöffnet\b|\bvon\b.*\bbis\b.*\bgeöffnet\b", re.IGNORECASE
)
_PARTLY = re.compile(r"vormittag|mittag|teilweise|überwiegend|samstags|\bkann\b|\bkönnen\b", re.IGNORECASE)
_NO_NOTICE = re.compile(
    r"\bstraße\b|\bbrücke\b|spielplatz|fahrbahn|sperrung|gesperrt|vertrag|bewerbung|\bantrag|\bfrist"
    r"|\behe\b.*geschlossen"
    r"|in sich geschlossen|geschlossene gesellschaft|\bbis \d{1,2}\.?\d* uhr schließ",
    re.IGNORECASE,
)
# "Bürgerbüro am 3. Dezember geschlossen 16.11.2026": in lists of news, the day of publishing follows a title.
_STAMP = re.compile(
    r"(?<![,:(–-])(?<!\bam)(?<!\bvom)(?<!\bbis)(?<!\bzum)(?<!\bab)(?<!\bden)(?<!\bdem)(?<!\bseit)(?<!\bund)(?<!\btag)"
    r"\s+\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})$"
)
_LONGEST = 400


def find_notices(section: Section, index: int, written: date | None) -> Iterator[Fact]:
    """Find the notices of a section, a fact for each period.

    `written` is the day on which the page was last changed; it gives the year where none is printed. `osm` is
    "off" where all of the day is closed, the times that hold instead ("10:00-12:00"), and None where that
    isn't certain. A notice whose days aren't certain has neither dates nor `osm`: it is shown, not computed.
    """
    for line in lines(section):
        for sentence in split_sentences(without_mark(line)):
            if len(sentence) > _LONGEST or not is_notice(sentence):
                continue
            stated = _STAMP.sub("", sentence)
            for period in _periods(stated, sentence, written):
                yield Fact(
                    kind=FactKind.NOTICE,
                    value=stated if period.known else sentence,
                    words=sentence,
                    section=index,
                    label=section.heading,
                    osm=_instead(stated, period),
                    valid_from=period.first,
                    valid_until=period.last,
                )


def _periods(stated: str, sentence: str, written: date | None) -> list[Period]:
    """The periods in what is `stated`; a date that only stands behind it could be that of publishing."""
    found = find_periods(stated, written)
    return [UNKNOWN] if not found and stated != sentence else found


def is_notice(sentence: str) -> bool:
    """Tell whether a sentence says that something is closed, changed or moved."""
    return bool(_CLOSED.search(sentence) or _CHANGED.search(sentence)) and not _NO_NOTICE.search(sentence)


def _instead(sentence: str, period: Period) -> str | None:
    """What holds in the period, in OpenStreetMap syntax; None unless that's certain."""
    if period == UNKNOWN:
        return None
    times = [value.canonical for one in find_times(sentence) for value in one.values]
    if _CLOSED.search(sentence) and not times and not _CHANGED.search(sentence):
        # "vormittags geschlossen", "teilweise": no whole day.
        return None if _PARTLY.search(sentence) else "off"
    if len(times) == 2 and _ONLY_FROM_TO.search(sentence) and not _CLOSED.search(sentence):
        return f"{times[0]}-{times[1]}" if times[0] < times[1] else None
    return None
