"""Copies the facts that are asked for from the record, verbatim, each with its source."""

from bot.answer import Contact, FactLine
from bot.run import Run
from bot.texts import say
from corpus.records import Document, Fact, FactKind


def facts(run: Run) -> None:
    """Fill `facts` from the document that answers, for every aspect that is asked."""
    document = run.document
    if document is None or run.ended:
        return
    kinds = dict.fromkeys(kind for aspect in run.aspects for kind in aspect.facts)
    for kind in kinds:
        lines = _from_offices(run, kind) or _from_document(run, document, kind)
        if not lines and kind in _OF_OFFICES:
            lines = [
                line for office in _in_charge(run, document) for line in _from_document(run, office, kind)
            ]
        run.facts.extend(lines)


# How to pay and how to get in is said by the office in charge where the service says nothing of it.
_OF_OFFICES = frozenset({FactKind.PAYMENT, FactKind.ACCESSIBILITY})


def _in_charge(run: Run, document: Document) -> tuple[Document, ...]:
    return run.tools.generation.office_for(document)[:1]


def _from_document(run: Run, document: Document, kind: FactKind) -> list[FactLine]:
    found = _telling(run, document, kind)
    if len(found) > run.tools.settings.max_facts:
        found = _nearest(run, found)
    lines = []
    for fact in found:
        run.told.add(fact.words)
        lines.append(
            FactLine(
                kind=kind,
                label=fact.label or say(f"fact.{kind.value}", run.language, run.question.style),
                value=fact.value,
                url=fact.url,
                citation=run.sources.cite(document, fact.section),
            )
        )
    return list(dict.fromkeys(lines))


def _telling(run: Run, document: Document, kind: FactKind) -> list[Fact]:
    """The facts that can stand alone.

    An amount or a period outside the sections that are about it ("länger als zwei Monate" in a description)
    means something else; a period needs the sentence around it, which the explanation then shows.
    """
    found = [fact for fact in document.facts if fact.kind is kind]
    about = {section for aspect in run.aspects if kind in aspect.facts for section in aspect.kinds[:1]}
    inside = [fact for fact in found if document.sections[fact.section].kind in about]
    if kind in _PERIODS:
        return [fact for fact in inside if len(fact.words) <= _told(fact) + _SLACK]
    return inside or found


def _told(fact: Fact) -> int:
    """How many characters of a fact's words its line shows: the value, and the label that stands there."""
    return len(fact.value) + (len(fact.label) if fact.label in fact.words else 0)


_PERIODS = frozenset({FactKind.DEADLINE, FactKind.DURATION})
_SLACK = 12


def _nearest(run: Run, found: list[Fact]) -> list[Fact]:
    """Too many to show: those whose words are nearest to the question, in the order of the page."""
    question, embedder = run.reading, run.tools.reader.embedder
    cosines = embedder.embed_passages([f"{fact.label} {fact.words}" for fact in found]) @ question.vector
    best = sorted(range(len(found)), key=lambda i: -float(cosines[i]))[: run.tools.settings.max_facts]
    return [found[i] for i in sorted(best)]


def _from_offices(run: Run, kind: FactKind) -> list[FactLine]:
    """Address, telephone and hours of the offices in charge, as their cards show them."""
    lines: list[FactLine] = []
    for office in run.contact:
        if office.citation is None:
            continue
        lines.extend(
            FactLine(kind=kind, label=office.name, value=value, citation=office.citation)
            for value in _values(office, kind)
        )
    return lines


def _values(office: Contact, kind: FactKind) -> tuple[str, ...]:
    match kind:
        case FactKind.ADDRESS:
            return (office.address,) if office.address else ()
        case FactKind.TELEPHONE:
            return (office.telephone,) if office.telephone else ()
        case FactKind.HOURS:
            return office.hours
        case _:
            return ()
