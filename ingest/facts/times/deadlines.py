"""Deadlines in a sentence: by when citizens have to do something."""

import re
from collections.abc import Iterator

from corpus.records import SectionKind
from ingest.facts.times.clauses import clause
from ingest.facts.times.spans import APPROXIMATELY, DATE, DATES, PERIOD, SPAN, UNIT, WEEKDAY

_DAY = rf"(?:Werktag|Arbeitstag|Tag|Kalendertag|Wochentag|{WEEKDAY}|Monatsende|Jahresende|Quartalsende)"
_LATEST = (
    r"(?:bis\s+)?(?:spätestens|frühestens|no later than|at the latest)\s+(?:bis\s+)?"
    rf"(?:zum\s+|am\s+|ab\s+|nach\s+|by\s+)?(?:{SPAN}|{DATE}|(?:(?:am|zum|bis zum)\s+)?"
    rf"(?:[a-zäöüß0-9.]+\s+(?:auf\s+den\s+\w+\s+)?){{0,3}}{_DAY}(?:\s+(?:des|der)\s+[A-ZÄÖÜ]\w+)?)"
)
_DEADLINE = re.compile(
    rf"\bunverzüglich(?:,?\s+(?:jedoch\s+|aber\s+)?{_LATEST})?"
    rf"|\b(?:spätestens\s+)?(?:innerhalb|binnen|within)(?:\s+von|\s+der\s+(?:ersten|nächsten))?\s+"
    rf"(?:{APPROXIMATELY}\s+)?(?:{SPAN}|(?:einer|eines)\s+{UNIT}\b)"
    rf"|\b{_LATEST}"
    rf"|\b(?:mindestens|at least|bis zu|bis)\s+{SPAN}"
    r"(?=\s+(?:vor|vorher|zuvor|davor|im Voraus|before|in advance|nach)\b)"
    rf"|{SPAN}(?=\s+(?:vorher|zuvor|davor|im Voraus|in advance|beforehand)\b)"
    rf"|\b{PERIOD}"
    rf"|\b(?:bis|by)\s+(?:spätestens\s+|einschließlich\s+)?(?:zum\s+)?{DATE}"
    rf"|\bbis\s+(?:spätestens\s+)?(?:zum\s+)?{WEEKDAY}\s+(?:vor|nach)\s+(?:de[rm]\s+)?[A-ZÄÖÜ]\w+"
    r"(?:,?\s\d{1,2}(?:[:.]\d\d)?\sUhr)?",
    re.IGNORECASE,
)
# "Die Frist beträgt vier Wochen", "Frist von drei Monaten", "Sie haben einen Monat Zeit".
_TERM = re.compile(
    r"(?:frist|time limit)\w*\b[^.;:,]{0,50}?\b(?:von|beträgt|betragen|dauert|läuft|endet nach|is|of)\s+"
    rf"(?P<span>{SPAN})|\b(?:haben|hat|bleibt|bleiben)\s+(?:(?:Sie|man|Ihnen|dafür|dann)\s+)*"
    rf"(?P<left>{SPAN})(?=\s+Zeit\b)|\bhave\s+(?P<have>{SPAN})(?=\s+to\b)",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"(?:(?:anmelde|einsende|bewerbungs|abgabe|melde|antrags|annahme)schluss|stichtag|\bfällig|deadline"
    r"|(?:abgabe|antrags|anmelde|bewerbungs|melde|einreichungs)frist\b|\bfrist\b)[^.;]*?"
    rf"(?P<dates>(?:(?:zum|am|bis)\s+)?{DATES})"
    rf"|(?P<before>(?:(?:zum|am)\s+)?{DATES})[^.;]{{0,60}}"
    r"(?:\bfällig|stichtag|\bzu (?:entrichten|zahlen|bezahlen|leisten|überweisen))",
    re.IGNORECASE,
)
_ANY_TIME = re.compile(rf"(?:etwa |rund |ca\. )?(?:{SPAN}|(?:am )?{DATES})", re.IGNORECASE)
_WORDS = re.compile(
    r"frist|innerhalb|binnen|spätestens|frühestens|bis zum|unverzüglich|within|deadline|no later|at least"
    r"|mindestens .* vor|vorher\b|im voraus|zuvor|in advance|bis (?:einschließlich )?\d|bis \w+tag vor"
    r"|bis .{3,20} (?:vor|nach)\b|schluss\b|fällig|stichtag|zwischen dem \d|zu entrichten|zu zahlen"
    r"|\bzeit\b"
    r"|\bhave\b|\bby \d",
    re.IGNORECASE,
)
# What citizens do by a date; an event or a road works that ends on it is no deadline.
_DOING = re.compile(
    r"möglich|einreich|einzureichen|eingereicht|anmeld|angemeldet|anzumelden|bewerb|beantrag|stellen"
    r"|gestellt"
    r"|abgeb|abzugeben|abgegeben|vorliegen|vorgelegt|vorzulegen|eingehen|eingegangen|zahl|absag|melden"
    r"|meldet"
    r"|einsend|einzusenden|abhol|\bab[.,;]|aufzustellen|anzeig|reichen .* ein\b|entgegen|umtausch"
    r"|umgetauscht"
    r"|\bmuss\b|\bmüssen\b|zurückgeb|apply|register|submit|\bmust\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"gültig|\bgilt als\b|geöffnet|geboren|jahre alt|mit spätestens \d+ jahren|aufhalten|zurückgerufen"
    r"|benachrichtigt|rückwirkend|nicht älter"
    r"|verlängert werden|tritt .* in kraft|\bvalid\b|keine frist|wir (?:antworten|melden uns|rufen)"
    r"|\bgilt (?:nach|nur|weiter|auch)\b|\b(?:erhalten|bekommen) (?:sie|du|wir)\b|\b(?:sie|wir"
    r"|du) (?:erhalten|bekommen|bekommst|erhältst)\b"
    r"|\bgilt (?!.*(?:frist|stichtag))(?:\w+ )?(?:\d|ein|zwei|drei|fünf|zehn)",
    re.IGNORECASE,
)
_FROM_DATE = re.compile(r"\bvom\s+[\d.\s]*\w*[\d.\s]*$")
_COMPARED = re.compile(
    r"\b(?:nach|vor|seit|ab) dem\s*$|\b(?:länger|kürzer|mehr|weniger|älter|jünger) als\s*$|\büber\s*$"
    r"|\bseit(?:\s+mindestens)?\s*$",
    re.IGNORECASE,
)
_NOT_MEANT = re.compile(r"\s+(?:alt|gültig|nicht)\b", re.IGNORECASE)
_MINUTES = re.compile(r"minuten?\b|minutes?\b", re.IGNORECASE)


def find_deadlines(sentence: str, kind: SectionKind, *, may_be_bare: bool) -> Iterator[str]:
    """Give the deadlines of a sentence as whole clauses.

    In sections about deadlines a bare time ("Zwei Wochen ab dem Tag, …") counts if `may_be_bare`; elsewhere
    the sentence must speak of a time limit. Validity, ages, opening and what the office promises are none.
    """
    is_own = kind is SectionKind.DEADLINE
    if _NONE.search(sentence) or not (is_own or _WORDS.search(sentence)):
        return
    places = _places(sentence, is_own=is_own)
    if not places and is_own and may_be_bare:
        places = [
            match.span() for match in _ANY_TIME.finditer(sentence) if not misleads(sentence, *match.span())
        ]
    for start, end in places:
        if value := clause(sentence, start, end):
            yield value


def misleads(sentence: str, start: int, end: int) -> bool:
    """Tell whether a span is but compared with or denied ("länger als zwei Monate", "zwei Wochen nicht")."""
    return bool(_COMPARED.search(sentence[:start]) or _NOT_MEANT.match(sentence[end:]))


def _places(sentence: str, *, is_own: bool) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for match in _DEADLINE.finditer(sentence):
        is_period = re.fullmatch(PERIOD, match[0], re.IGNORECASE)
        by_date = is_period or re.match(r"bis\s", match[0], re.IGNORECASE)
        if by_date and not is_own and not _DOING.search(sentence):
            continue
        if _FROM_DATE.search(sentence[: match.start()]) and not is_own:
            # The end of a period ("vom 2. Juli bis zum 1. Juli geboren") is nothing to be in time for.
            continue
        if _MINUTES.search(match[0]) and not is_own and "spätestens" not in match[0].lower():
            continue
        if not misleads(sentence, *match.span()):
            found.append(match.span())
    for pattern, groups in ((_TERM, ("span", "left", "have")), (_DUE, ("dates", "before"))):
        for match in pattern.finditer(sentence):
            span = next(match.span(group) for group in groups if match[group])
            taken = any(start < span[1] and span[0] < end for start, end in found)
            if not taken and not misleads(sentence, *span):
                found.append(span)
    return sorted(found)
