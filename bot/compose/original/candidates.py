"""The source lines that may explain, scored by the reader and by what is asked."""

import re
from dataclasses import dataclass

from bot.compose.asked import CARD_FACTS, asked, tells
from bot.compose.original.coming import about_coming
from bot.compose.original.frequent import frequent_question
from bot.compose.original.office_lists import is_of_every_office
from bot.compose.original.times import is_of_another_time, is_of_appointment
from bot.reader.lines import Line
from bot.run import Run
from bot.understanding.aspects import Aspect
from corpus.records import Document, DocumentKind, FactKind, SectionKind

# Sections that rarely explain anything unless they are asked for.
_ASIDE = frozenset({SectionKind.FORMS, SectionKind.LEGAL, SectionKind.CONTACT, SectionKind.HOURS})
_CARD = frozenset({SectionKind.CONTACT, SectionKind.HOURS})
# A link to an online service doesn't tell how it goes.
_NEVER_TOLD = frozenset({"procedure", "requirements"})
_WAYS = frozenset({SectionKind.PROCEDURE, SectionKind.DESCRIPTION, SectionKind.REQUIREMENTS})
_STEP = re.compile(r"\d{1,2}\. |[-•] ")
_GO_THERE = re.compile(
    r"\bpersönlich|\bvorsprech|\bkommen sie\b|\bper (?:post|e-?mail)\b|\bonline\b|\bzuständig"
    r"|\bin person\b|\bby (?:post|mail)\b",
    re.IGNORECASE,
)
# Who doesn't ask what it costs needs no price list.
_FEES_MALUS = 0.2
_FIRST_KIND, _OTHER_KIND, _ASIDE_MALUS = 0.25, 0.1, 0.4
# Says where more is to be read, and nothing itself; the sources are linked anyway.
_POINTER = re.compile(
    r"(?:mehr|weitere|nähere|ausführliche)\s(?:\w+\s)?(?:informationen|infos|hinweise|auskünfte)\b.{0,60}"
    r"|.{0,60}\b(?:finden sie hier|klicken sie hier|hier klicken|nach oben|zum seitenanfang)\W*",
    re.IGNORECASE | re.DOTALL,
)
_LEGAL = re.compile(r"(?:- )?rechtsgrundlagen?\b", re.IGNORECASE)
_AMOUNT = re.compile(r"\d\s?(?:€|euro)|gebührenfrei|kostenlos", re.IGNORECASE)


@dataclass(frozen=True)
class Candidate:
    """A source line with the document that holds it; the higher the score, the likelier it answers."""

    document: Document
    line: Line
    score: float


def candidates(run: Run) -> list[Candidate]:
    """All lines of the document that answers, in its order, apart from those already told as facts."""
    document = run.document
    if document is None:
        return []
    lines, reading = run.read_document(document)
    question = frequent_question(run, document)
    if question is not None:
        pairs = zip(lines, reading.lines, strict=True)
        return [Candidate(document, one, float(score)) for one, score in pairs if one.section == question]
    if alone := about_coming(run, document):
        return [Candidate(*one) for one in alone]
    return [
        Candidate(document, line, float(score) + _prior(run, line))
        for line, score in zip(lines, reading.lines, strict=True)
        if _adds_something(run, line)
    ]


def _adds_something(run: Run, line: Line) -> bool:
    """Not what facts, contact card or buttons tell already; beside facts, only what is about them."""
    if line.text in run.told or _is_of_buttons(run, line):
        return False
    if _POINTER.fullmatch(line.text.removeprefix("- ")) or is_of_appointment(run, line):
        return False
    if _LEGAL.match(line.text) and not any(aspect.name == "legal" for aspect in asked(run)):
        return False
    if is_of_every_office(run, line):
        return False
    if line.kind is SectionKind.DURATION and is_of_another_time(run, f"{line.heading} {line.text}"):
        return False
    if line.kind in _CARD and any(office.citation is not None for office in run.contact):
        return False
    about = {kind for aspect in asked(run) for kind in aspect.kinds}
    priced = line.kind is SectionKind.FEES and bool(_AMOUNT.search(line.text))
    if priced and about and line.kind not in about and (run.facts or _is_of_service(run)):
        return False
    if about and not open_aspects(run) and not any(aspect.name in _NEVER_TOLD for aspect in asked(run)):
        return any(_explains(run, aspect, line) for aspect in asked(run))
    only_office = all(fact.kind in CARD_FACTS for fact in run.facts)
    return only_office or not about or line.kind in about


def _is_of_buttons(run: Run, line: Line) -> bool:
    """Whether a line holds nothing but the labels of links that are buttons below the answer."""
    rest = line.text.removeprefix("- ")
    for label in sorted((action.label for action in run.actions), key=len, reverse=True):
        rest = rest.replace(label, "")
    return rest != line.text and not rest.strip(" ,;|")


def _is_of_service(run: Run) -> bool:
    return run.document is not None and run.document.kind is DocumentKind.SERVICE


def open_aspects(run: Run) -> list[Aspect]:
    """The aspects that no fact shown tells yet."""
    shown = {FactKind.ADDRESS if fact.kind is FactKind.EMAIL else fact.kind for fact in run.facts}
    return [aspect for aspect in asked(run) if not shown & set(aspect.facts)]


def _explains(run: Run, aspect: Aspect, line: Line) -> bool:
    """Whether a line says more of what facts have told: other sections are about other things."""
    if aspect.name == "hours":
        return False
    if set(aspect.facts) <= CARD_FACTS:
        # Where to go is told by the office's card; what to do there isn't.
        office = run.document is not None and run.document.kind is DocumentKind.OFFICE
        step = bool(_STEP.match(line.text))
        return not office and not step and line.kind in _WAYS and bool(_GO_THERE.search(line.text))
    if aspect.name == "duration":
        # Periods elsewhere ("ab sechs Jahren") mean something else.
        return line.kind is SectionKind.DURATION and not is_of_another_time(
            run, f"{line.heading} {line.text}"
        )
    return line.kind in aspect.kinds and tells(aspect, line)


def _prior(run: Run, line: Line) -> float:
    for aspect in asked(run):
        if aspect.kinds and line.kind is aspect.kinds[0]:
            return _FIRST_KIND
        if line.kind in aspect.kinds:
            return _OTHER_KIND
    if line.kind is SectionKind.FEES and _AMOUNT.search(line.text):
        return -_FEES_MALUS
    return -_ASIDE_MALUS if line.kind in _ASIDE else 0.0
