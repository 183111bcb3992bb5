"""Deadlines ("innerhalb von zwei Wochen", "bis zum 31. März") and durations ("vier bis sechs Wochen")."""

import re
from collections.abc import Iterator

from corpus.analysis.sentences import split_sentences
from corpus.records import Fact, FactKind, Section, SectionKind
from ingest.facts.lines import lines, statements, without_mark

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
_DEADLINE = re.compile(
    rf"\b(?:(?:spätestens\s+)?(?:innerhalb|binnen)(?:\s+von)?\s+(?:{_SPAN}|(?:einer|eines)\s+{_UNIT})"
    rf"|(?:spätestens|frühestens|mindestens|bis zu)\s+(?:bis\s+)?(?:zum\s+|am\s+|ab\s+)?"
    rf"(?:{_SPAN}|{_DATE})"
    rf"|bis\s+(?:zum\s+|spätestens\s+(?:zum\s+)?)?{_DATE}|unverzüglich|within\s+{_SPAN})",
    re.IGNORECASE,
)
_ANY_TIME = re.compile(rf"(?:etwa |rund |ca\. )?(?:{_SPAN}|(?:am )?{_DATE})", re.IGNORECASE)
_DURATION = re.compile(
    rf"(?:(?:etwa|ca\.?|circa|rund|ungefähr|in der Regel|meist|maximal|mindestens|bis zu|about)\s+)*"
    rf"{_SPAN}|\bsofort\b|\bumgehend\b",
    re.IGNORECASE,
)
_DURATION_WORDS = re.compile(r"bearbeitung|\bdauert\b|lieferzeit|wartezeit|processing time", re.IGNORECASE)
_DEADLINE_WORDS = re.compile(
    r"\bfrist|innerhalb|binnen|spätestens|bis zum|unverzüglich|within|deadline", re.IGNORECASE
)
_LONGEST_WHOLE = 160
_NO_DEADLINE = re.compile(r"gültig|geöffnet|geboren|jahre alt", re.IGNORECASE)
_AT_THE_LATEST = re.compile(r"\b(?:spätestens|frühestens)\b", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:länger|kürzer|mehr|weniger|älter|jünger) als\s*$|\büber\s*$", re.IGNORECASE)
_NOT_MEANT = re.compile(r"\s+(?:alt|gültig|nicht)\b", re.IGNORECASE)
_FROM_DATE = re.compile(r"\bvom\s+[\d.\s]*\w*[\d.\s]*$")
_CLAUSE = re.compile(r",?\s+(?:bevor|ehe|nachdem|sobald|wenn|falls|seit|before|after|of)\b", re.IGNORECASE)
_FROM_WHEN = re.compile(r",?\s+(?:vor|nach|ab)\b")
_NOUN = r"(?:[a-zäöüß]+(?:e[nrms]?|ten)\s+){0,2}[A-ZÄÖÜ][\w-]*"
_PHRASE = re.compile(rf"\s+(?:(?:de[rmsn]|einem|einer|Ihrem|Ihrer)\s+)?{_NOUN}(?:\s+(?:des|der)\s+{_NOUN})?")
_RELATIVE = re.compile(r",\s+(?:(?:an|in|zu|mit|auf)\s+)?(?:dem|der|denen|die|das)\b")
_ADVERB = re.compile(r",?\s+(?:vorher|davor|danach|im Voraus)\b")


def find_times(section: Section, index: int) -> Iterator[Fact]:
    """Find deadlines and durations: in their own sections, and elsewhere in sentences that name them.

    A value is a whole clause ("etwa sechs Wochen, bevor der alte abläuft"), never one that breaks off.
    """
    for line in lines(section):
        has_deadline = _DEADLINE.search(line) is not None
        for statement in statements(line):
            for sentence in split_sentences(without_mark(statement)):
                for kind, value in _times(sentence, section.kind, may_be_bare=not has_deadline):
                    yield Fact(kind=kind, value=value, words=statement, section=index, label=section.heading)


def _times(sentence: str, kind: SectionKind, *, may_be_bare: bool) -> list[tuple[FactKind, str]]:
    deadlines = [(FactKind.DEADLINE, value) for value in _deadlines(sentence, kind, may_be_bare=may_be_bare)]
    if deadlines and _AT_THE_LATEST.search(sentence) and not _DURATION_WORDS.search(sentence):
        return deadlines
    in_duration = kind is SectionKind.DURATION
    if (in_duration or _DURATION_WORDS.search(sentence)) and (
        value := _duration(sentence, in_duration=in_duration)
    ):
        return [(FactKind.DURATION, value)]
    return deadlines


def _duration(sentence: str, *, in_duration: bool) -> str:
    """Give a duration section's sentence whole; elsewhere its one span, or it whole if it has several."""
    matches = list(_DURATION.finditer(sentence))
    whole = sentence.rstrip(".") if len(sentence) <= _LONGEST_WHOLE else ""
    if not matches or (in_duration and whole):
        return whole if matches else ""
    if any(_misleads(sentence, match) for match in matches):
        return ""
    return whole if len(matches) > 1 else _clause(sentence, matches[0].start(), matches[0].end())


def _deadlines(sentence: str, kind: SectionKind, *, may_be_bare: bool) -> list[str]:
    is_own = kind is SectionKind.DEADLINE
    if not is_own and (not _DEADLINE_WORDS.search(sentence) or _NO_DEADLINE.search(sentence)):
        return []
    matches = list(_DEADLINE.finditer(sentence))
    if not matches and is_own and may_be_bare:
        matches = [match for match in _ANY_TIME.finditer(sentence) if not _misleads(sentence, match)]
    found = []
    for match in matches:
        period = _FROM_DATE.search(sentence[: match.start()])
        if period and not is_own:
            # The end of a period ("vom 2. Juli bis zum 1. Juli geboren") is nothing to be in time for.
            continue
        start = period.start() if period else match.start()
        if value := _clause(sentence, start, match.end()):
            found.append(value)
    return found


def _misleads(sentence: str, match: re.Match[str]) -> bool:
    """Tell whether a span is but compared with or denied ("länger als zwei Monate", "zwei Wochen nicht")."""
    return bool(_COMPARED.search(sentence[: match.start()]) or _NOT_MEANT.match(sentence[match.end() :]))


def _clause(sentence: str, start: int, end: int) -> str:
    """Extend a span by what it counts from, so that it doesn't break off; "" if that is too long."""
    rest = sentence[end:]
    if adverb := _ADVERB.match(rest):
        return sentence[start : end + adverb.end()]
    if from_when := _FROM_WHEN.match(rest):
        phrase = _PHRASE.match(rest, from_when.end())
        stop = phrase.end() if phrase else from_when.end()
        if phrase and not _RELATIVE.match(rest, stop):
            return sentence[start : end + stop]
    elif not _CLAUSE.match(rest):
        return sentence[start:end].strip()
    whole = sentence[start:].rstrip(".!")
    return whole if len(whole) <= _LONGEST_WHOLE else ""
