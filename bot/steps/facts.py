"""Copies the facts that are asked for from the record, verbatim, each with its source."""

import re
from collections import defaultdict

from bot.answer import Contact, FactLine, Status
from bot.compose.asked import asked, calls, lacks_validity, says_validity, untold, writes
from bot.compose.facts.contradictions import contradictions_of, doubt, is_contradicted, sides_of
from bot.compose.facts.day_hours import day_line
from bot.compose.facts.labels import label_of, period_sentence, sentence_of, value_of, without_lead
from bot.compose.facts.order import nearest_first
from bot.compose.linked.actions import is_appointment
from bot.compose.original.frequent import frequent_question
from bot.compose.original.times import is_of_another_time, is_of_appointment
from bot.run import Run
from bot.texts import say
from corpus.records import Document, Fact, FactKind

# How to pay and how to get in is said by the office in charge where the service says nothing of it.
_OF_OFFICES = frozenset({FactKind.PAYMENT, FactKind.ACCESSIBILITY})
_WAYS = frozenset({FactKind.ADDRESS, FactKind.TELEPHONE})
_PERIODS = frozenset({FactKind.DEADLINE, FactKind.DURATION})
_ROW = re.compile(r"^[-•] |[^:;.!?]{1,60}: [^;]+; ")
_LONGEST = 180
# A page of many periods is about many cases: then the explanation picks.
_MOST_PERIODS = 3
# Who comes with half of the papers has to come again.
_MOST = {FactKind.DOCUMENT: 20, FactKind.DEADLINE: _MOST_PERIODS, FactKind.DURATION: _MOST_PERIODS}


def facts(run: Run) -> None:
    """Fill `facts` from the document that answers, for every aspect, in the order asked."""
    document = run.document
    if document is None or run.ended or frequent_question(run, document) is not None:
        return
    kinds = _kinds(run)
    doubts = [one for page in _pages(run, document) for one in contradictions_of(run, page, kinds)]
    run.told.update(side.words for one in doubts for side in one.sides)
    doubt(run, doubts)
    if (day := day_line(run, document)) is not None:
        run.facts.append(day.line)
        if day.certain:
            kinds.pop(FactKind.HOURS, None)
    for kind in kinds:
        run.facts.extend(sides_of(run, [one for one in doubts if one.kind is kind]))
        lines = _from_offices(run, kind) or _from_document(run, document, kind)
        if not lines and kind in _OF_OFFICES:
            lines = [
                line for office in _in_charge(run, document) for line in _from_document(run, office, kind)
            ]
        run.facts.extend(lines)
    _tell_what_is_missing(run)


def _kinds(run: Run) -> dict[FactKind, None]:
    """The kinds of facts that are asked for, in order; who asks where needs no telephone, and vice versa."""
    kinds = dict.fromkeys(kind for aspect in asked(run) for kind in aspect.facts)
    offices = [office for office in run.contact if office.citation is not None]
    if writes(run.text) and any(office.email for office in offices):
        return {FactKind.EMAIL: None} | {kind: None for kind in kinds if kind not in _WAYS}
    if FactKind.ADDRESS in kinds and FactKind.TELEPHONE in kinds:
        if calls(run.text) and any(office.telephone for office in offices):
            del kinds[FactKind.ADDRESS]
        elif any(office.address for office in offices):
            del kinds[FactKind.TELEPHONE]
    return kinds


def _tell_what_is_missing(run: Run) -> None:
    """Say what the page tells nothing of; nothing that was asked is passed over in silence."""
    style = run.question.style
    kinds = (aspect.facts[0] for aspect in untold(run) if aspect.facts)
    missing = dict.fromkeys(say(f"fact.{kind.value}", run.language, style) for kind in kinds)
    if lacks_validity(run):
        missing[say("fact.validity", run.language, style)] = None
    if missing:
        run.notices.append(say("missing", run.language, style, what=", ".join(missing)))
        run.status = Status.PARTLY_ANSWERED


def _pages(run: Run, document: Document) -> tuple[Document, ...]:
    """The document that answers and the offices whose cards are shown."""
    offices = run.tools.generation.office_for(document)
    shown = {office.url for office in run.contact}
    return (document, *(office for office in offices if office.url in shown and office.id != document.id))


def _in_charge(run: Run, document: Document) -> tuple[Document, ...]:
    return run.tools.generation.office_for(document)[:1]


def _from_document(run: Run, document: Document, kind: FactKind) -> list[FactLine]:
    doubts = contradictions_of(run, document, [kind])
    clear = [fact for fact in _telling(run, document, kind) if not is_contradicted(fact, document, doubts)]
    found = nearest_first(run, clear)
    most = _MOST.get(kind, run.tools.settings.max_facts)
    by_words: dict[str, list[Fact]] = defaultdict(list)
    for fact in found[:most]:
        by_words[fact.words].append(fact)
    # A row of the same price list that isn't shown here isn't shown below it, either.
    run.told.update(by_words, (fact.words for fact in clear if found and _ROW.search(fact.words)))
    lines = [line for group in by_words.values() for line in _lines(run, document, kind, group)]
    return list(dict.fromkeys(lines))


def _lines(run: Run, document: Document, kind: FactKind, group: list[Fact]) -> list[FactLine]:
    """Facts of the same words, a line each; the words themselves where they can't be taken apart."""
    own = say(f"fact.{kind.value}", run.language, run.question.style)
    citation = run.sources.cite(document, group[0].section)
    if sentence := _sentence(document, kind, group):
        return [FactLine(kind=kind, label=own, value=without_lead(sentence), citation=citation)]
    return [
        FactLine(
            kind=kind, label=label_of(fact) or own, value=value_of(fact), url=fact.url, citation=citation
        )
        for fact in group
    ]


def _sentence(document: Document, kind: FactKind, group: list[Fact]) -> str:
    match kind:
        case FactKind.FEE:
            return next(filter(None, (sentence_of(fact, document) for fact in group)), "")
        case FactKind.DEADLINE | FactKind.DURATION:
            return next(filter(None, (period_sentence(fact) for fact in group)), "")
        case _:
            return ""


def _telling(run: Run, document: Document, kind: FactKind) -> list[Fact]:
    """The facts that are meant: those in the sections that are about their kind, where there are such.

    An amount or a period elsewhere ("länger als zwei Monate" in a description) means something else; how
    long an appointment takes is no answer to how long a paper is valid.
    """
    found = [fact for fact in document.facts if fact.kind is kind and not _is_beside(run, document, fact)]
    about = {section for aspect in asked(run) if kind in aspect.facts for section in aspect.kinds[:1]}
    inside = [fact for fact in found if document.sections[fact.section].kind in about]
    if kind is FactKind.DURATION and (valid := [one for one in found if _is_validity(run, document, one)]):
        return [one for one in valid if len(one.words) <= _LONGEST]
    if kind in _PERIODS:
        meant = [one for one in inside if not is_of_appointment(run, document.sections[one.section])]
        return [one for one in meant if len(one.words) <= _LONGEST]
    return inside or found


def _is_beside(run: Run, document: Document, fact: Fact) -> bool:
    """Whether a fact is of the asked kind, but about something else: booking an appointment, another time."""
    if fact.kind is FactKind.ONLINE:
        return is_appointment(fact.value) and not is_appointment(run.text)
    told = f"{document.sections[fact.section].heading} {fact.words}"
    return fact.kind in _PERIODS and is_of_another_time(run, told)


def _is_validity(run: Run, document: Document, fact: Fact) -> bool:
    """Whether a fact says how long something is valid, and that is asked; it may stand in any section."""
    told = f"{document.sections[fact.section].heading} {fact.words}"
    return says_validity(run.text) and says_validity(told)


def _from_offices(run: Run, kind: FactKind) -> list[FactLine]:
    """Address, telephone and hours of the offices in charge, as their cards show them."""
    lines: list[FactLine] = []
    for office in run.contact:
        if office.citation is None:
            continue
        lines.extend(
            FactLine(kind=kind, label=office.name, value=value, citation=office.citation)
            for value in _values(office, kind)
            if value not in {fact.value for fact in run.facts}
        )
    return lines


def _values(office: Contact, kind: FactKind) -> tuple[str, ...]:
    match kind:
        case FactKind.ADDRESS:
            return (office.address,) if office.address else ()
        case FactKind.TELEPHONE:
            return (office.telephone,) if office.telephone else ()
        case FactKind.EMAIL:
            return (office.email,) if office.email else ()
        case FactKind.HOURS:
            return office.hours
        case _:
            return ()
