"""Opening hours: the lines as printed, and OpenStreetMap syntax where all of them are certain."""

import re
from collections.abc import Iterator

from corpus.records import Fact, FactKind, Section, SectionKind
from ingest.facts.lines import lines, without_mark

_DAY = (
    r"(?:montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonnabends?|sonntags?|täglich|werktags"
    r"|feiertags?|mo|di|mi|do|fr|sa|so|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
_WITH_DAY = re.compile(rf"\b{_DAY}\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b\d{1,2}(?:[:.]\d{2})?\s*(?:uhr|h\b|[-–]|bis|am\b|pm\b)|\bgeschlossen\b|\bclosed\b", re.IGNORECASE
)
_LONGEST_LINE = 120
_SENTENCE_END = re.compile(r"(?<=[a-zäöüß)])[.!]\s+")
_LIMITS = re.compile(
    rf"\b{_DAY}\b|vereinbarung|feiertag|ferien|geschlossen|außer|closed|appointment|jede[nrs]?\b|nur\b|gilt|\d",
    re.IGNORECASE,
)
# "15 Minuten vor Ende der Öffnungszeit": it says when to come, not when it is open.
_HARMLESS = re.compile(
    r"annahmeschluss|einlass|letzte[r]? (?:einlass|annahme|eintritt)|kassenschluss", re.IGNORECASE
)
_DATED = re.compile(r"\d{1,2}\.\s?(?:\d{1,2}\.|[A-Z][a-zä]{2,})")
_MORE = re.compile(
    r"vereinbarung|feiertag|ferien|geschlossen|termin|außer|closed|appointment|jeden|jeder|gilt|uhr",
    re.IGNORECASE,
)
_COLUMN = re.compile(
    r"(?:wochen)?tage?|uhrzeit(?:en)?|zeit(?:en)?|öffnungszeit(?:en)?|sprechzeit(?:en)?|day|time|hours",
    re.IGNORECASE,
)


def find_hours(section: Section, index: int) -> Iterator[Fact]:
    """Find the hours of a section as one fact, its lines as value.

    In hours sections everything that limits them ("nach Vereinbarung", "in den Ferien geschlossen") is
    handed to the parser too, so that it gives a syntax only if nothing is left over.
    """
    in_hours = section.kind is SectionKind.HOURS
    all_lines = lines(section)
    stated = [line for line in all_lines if _WITH_DAY.search(line) and _TIME.search(line)]
    if not in_hours:
        # Running text elsewhere ("am Donnerstag, 3. Dezember, geschlossen") is news, not hours.
        stated = [line for line in stated if len(line) <= _LONGEST_LINE and not _DATED.search(line)]
    if not stated or not (in_hours or section.kind is SectionKind.CONTACT or len(stated) >= 2):
        return
    printed = [line for line in all_lines if line in stated or (in_hours and _MORE.search(line))]
    text = "\n".join(printed)
    yield Fact(
        kind=FactKind.HOURS,
        value=text,
        words=text,
        section=index,
        label=section.heading,
        osm=_osm(printed, stated),
    )


def _osm(printed: list[str], stated: list[str]) -> str | None:
    """Parse the stated lines with every sentence of the others that may limit them."""
    from corpus.values.hours import parse_hours

    lines: list[str] = []
    for line in printed:
        if line in stated and len(line) <= _LONGEST_LINE:
            lines.append(_without_columns(line))
        else:
            lines.extend(
                text
                for text in _SENTENCE_END.split(line)
                if _LIMITS.search(text) and not _HARMLESS.search(text)
            )
    return parse_hours(lines)


def _without_columns(line: str) -> str:
    """Write "Tag: Montag; Uhrzeit: 8–12 Uhr" as "Montag: 8–12 Uhr"."""
    parts = without_mark(line).split("; ")
    values: list[str] = []
    for part in parts:
        head, colon, value = part.partition(": ")
        values.append(value if colon and _COLUMN.fullmatch(head.strip()) else part)
    if len(values) > 1 and _WITH_DAY.fullmatch(values[0].strip()):
        return f"{values[0]}: {', '.join(values[1:])}"
    return "; ".join(values)
