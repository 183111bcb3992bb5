"""Deadlines ("innerhalb von zwei Wochen", "bis zum 31. März") and durations ("vier bis sechs Wochen")."""

import re
from collections.abc import Iterator

from corpus.records import Fact, FactKind, Section, SectionKind
from ingest.facts.lines import lines, without_mark

_NUMBER = (
    r"(?:\d{1,3}|ein(?:e[rsmn]?)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|vierzehn"
    r"|mehrere[nr]?|wenige[nr]?|one|two|three|four|six)"
)
_UNIT = (
    r"(?:Minuten?|Stunden?|(?:Werk|Arbeits|Kalender)?tage?n?s?|Wochen?|Monate?n?s?|Jahre?n?s?"
    r"|minutes?|hours?|(?:working )?days?|weeks?|months?|years?)"
)
_SPAN = rf"(?:{_NUMBER}\s*(?:bis(?: zu)?|[-–]|oder|to)\s*)?{_NUMBER}(?:-|\s)?{_UNIT}\b"
_MONTH = r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
_DATE = rf"\d{{1,2}}\.\s?(?:\d{{1,2}}\.(?:\s?\d{{2,4}})?|{_MONTH}(?:\s\d{{4}})?)"
_BEFORE_OR_AFTER = (
    r"(?:,?\s+(?:bevor|vor|nach(?:dem)?|vorher|davor|danach)\b"
    r"(?:\s+(?:Ablauf|Beginn|Ende))?(?:\s+(?:der|dem|des|einem|einer)\s+\w+)?)?"
)
_DEADLINE = re.compile(
    rf"\b(?:(?:spätestens\s+)?(?:innerhalb|binnen)(?:\s+von)?\s+(?:{_SPAN}|(?:einer|eines)\s+{_UNIT})"
    rf"|(?:spätestens|frühestens|mindestens|bis zu)\s+(?:bis\s+)?(?:zum\s+|am\s+|ab\s+)?"
    rf"(?:{_SPAN}|{_DATE}){_BEFORE_OR_AFTER}"
    rf"|bis\s+(?:zum\s+|spätestens\s+(?:zum\s+)?)?{_DATE}|unverzüglich|within\s+{_SPAN})",
    re.IGNORECASE,
)
_ANY_TIME = re.compile(rf"(?:etwa |rund |ca\. )?(?:{_SPAN}{_BEFORE_OR_AFTER}|(?:am )?{_DATE})", re.IGNORECASE)
_DURATION = re.compile(
    rf"(?:(?:etwa|ca\.?|circa|rund|ungefähr|in der Regel|meist|maximal|mindestens|bis zu|about)\s+)*"
    rf"{_SPAN}|\bsofort\b|\bumgehend\b",
    re.IGNORECASE,
)
_DURATION_WORDS = re.compile(
    r"bearbeitungs(?:zeit|dauer)|\bdauert\b|lieferzeit|wartezeit|processing time", re.IGNORECASE
)
_DEADLINE_WORDS = re.compile(
    r"\bfrist|innerhalb|binnen|spätestens|bis zum|unverzüglich|within|deadline", re.IGNORECASE
)
_LONGEST_WHOLE = 160
_NO_DEADLINE = re.compile(r"gültig|geöffnet", re.IGNORECASE)


def find_times(section: Section, index: int) -> Iterator[Fact]:
    """Find deadlines and durations: in their own sections, and elsewhere in lines that name them."""
    for line in lines(section):
        if section.kind is SectionKind.DURATION or _DURATION_WORDS.search(line):
            value = _duration(line, in_duration=section.kind is SectionKind.DURATION)
            if value:
                yield _fact(FactKind.DURATION, value, line, section, index)
                continue
        for value in _deadlines(line, section.kind):
            yield _fact(FactKind.DEADLINE, value, line, section, index)


def _duration(line: str, *, in_duration: bool) -> str:
    """Give a short line of a duration section whole, of any other the first sentence's spans."""
    if in_duration and len(line) <= _LONGEST_WHOLE and _DURATION.search(line):
        return without_mark(line).rstrip(".")
    for sentence in re.split(r"(?<=[a-zäöüß)])[.!]\s", without_mark(line)):
        if not in_duration and not _DURATION_WORDS.search(sentence):
            continue
        if matches := list(_DURATION.finditer(sentence)):
            return sentence[matches[0].start() : matches[-1].end()].strip()
    return ""


def _deadlines(line: str, kind: SectionKind) -> list[str]:
    if kind is not SectionKind.DEADLINE and (not _DEADLINE_WORDS.search(line) or _NO_DEADLINE.search(line)):
        return []
    found = [match[0].strip() for match in _DEADLINE.finditer(line)]
    if not found and kind is SectionKind.DEADLINE:
        found = [match[0].strip() for match in _ANY_TIME.finditer(line)]
    return found


def _fact(kind: FactKind, value: str, line: str, section: Section, index: int) -> Fact:
    return Fact(kind=kind, value=value, words=line, section=index, label=section.heading)
