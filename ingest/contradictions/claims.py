"""What facts claim, in a form that compares: only values that were parsed with certainty claim anything."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.records import Document, DocumentKind, Fact, FactKind, SectionKind
from ingest.contradictions.subjects import service_name, subject_stems, subjects, telling

_MONEY = re.compile(
    r"(?:€|\bEuro\b|\bEUR\b)?\s?\d[\d.,]*(?:,-+)?\s?(?:€|\bEuro\b|\bEUR\b|\bCent\b)?", re.IGNORECASE
)
_SPAN = re.compile(r"\d+|\b(?:ein|zwei|drei|vier|fünf|sechs|acht|zehn|zwölf|vierzehn)\w*\b", re.IGNORECASE)
_SPAN_WORDS = (
    "innerhalb binnen spätestens von nach vor Tag Tage Tagen Woche Wochen Monat Monate Jahr Jahre Frist"
)
_OF_OFFICES = frozenset({FactKind.TELEPHONE, FactKind.ADDRESS, FactKind.HOURS})
_STREET = re.compile(r"stra(?:ß|ss)e\b|str\.", re.IGNORECASE)
_PERIOD = re.compile(r"P(?:T)?(\d+)([DWMYH])")
_DAYS = {"W": 7, "D": 1}


class Claim(NamedTuple):
    """That a part of a document (its own, or what was joined from `source`) says `value` of `thing`.

    `thing` is (kind, language, label, for whom reduced …) and meets others under `subjects`. `name` is the
    service's own name, "" for pages that but speak of a service.
    """

    document_id: str
    source: str
    name: str
    fact: int
    subjects: frozenset[str]
    thing: tuple[str, ...]
    value: str
    offices: frozenset[str]


def claims(document: Document) -> Iterator[Claim]:
    """The claims of a document's facts."""
    offices = frozenset(document.office_ids)
    name = service_name(document)
    for number, fact in enumerate(document.facts):
        value = _value(document, fact)
        if value is None or fact.section >= len(document.sections):
            continue
        section = document.sections[fact.section]
        label = _label(document, fact, section.heading)
        about = subjects(document, section.heading, is_labelled=bool(label))
        if about:
            thing = (fact.kind.value, document.language, label, *_aside(fact))
            source = section.source or document.source
            yield Claim(document.id, source, name, number, about, thing, value, offices)


def _value(document: Document, fact: Fact) -> str | None:
    """The value by which two facts compare; None where it isn't certain or means something else."""
    kind = document.sections[fact.section].kind if fact.section < len(document.sections) else None
    match fact.kind:
        case FactKind.FEE if fact.amount is not None:
            return f"{fact.amount.normalize():f} {fact.currency}"
        case FactKind.DEADLINE | FactKind.DURATION if fact.period:
            in_own = kind in {SectionKind.DEADLINE, SectionKind.DURATION}
            return _days(fact.period) if in_own or fact.kind is FactKind.DEADLINE else None
        case FactKind.TELEPHONE | FactKind.ADDRESS | FactKind.HOURS if (
            document.kind is not DocumentKind.OFFICE
        ):
            return None
        case FactKind.TELEPHONE:
            return fact.e164
        case FactKind.HOURS:
            return fact.osm
        case FactKind.ADDRESS:
            return " ".join(sorted(telling(_STREET.sub("str ", fact.value))))
        case _:
            return None


def _label(document: Document, fact: Fact, heading: str) -> str:
    """What or whom a value is for, without what the page is about anyway."""
    if fact.kind in _OF_OFFICES:
        words = telling(fact.label) if fact.label != heading else frozenset[str]()
        return " ".join(sorted(words - subject_stems(document)))
    words = telling(fact.label) if fact.label != heading else frozenset()
    if fact.kind is FactKind.FEE:
        words |= _unit(fact.value) if fact.amount else frozenset()
    else:
        words |= telling(_SPAN.sub(" ", fact.value)) - telling(_SPAN_WORDS)
    return " ".join(sorted(words - subject_stems(document)))


def _unit(value: str) -> frozenset[str]:
    """ "96 Euro im Jahr" and "8 Euro im Monat" don't contradict each other."""
    words = telling(_MONEY.sub(" ", value).replace("jährlich", "Jahr"))
    return frozenset(f"per:{stem}" for stem in words)


def _aside(fact: Fact) -> tuple[str, ...]:
    return ("reduced",) if fact.reduced else ()


def _days(period: str) -> str:
    """Weeks in days: "P2W" and "P14D" are the same."""
    match = _PERIOD.fullmatch(period)
    if match is None or match[2] not in _DAYS or period.startswith("PT"):
        return period
    return f"P{int(match[1]) * _DAYS[match[2]]}D"
