"""The way to a person: the office in charge with its hours, and always the city's hotline."""

from collections.abc import Sequence
from datetime import datetime

from bot.answer import Action, Contact
from bot.compose.asked import asked
from bot.compose.facts.contradictions import contradictions_of
from bot.compose.facts.notices import notice_citation
from bot.compose.linked.actions import actions_of
from bot.compose.linked.simple_pages import simple_pages, standard_page
from bot.compose.original.times import is_of_appointment
from bot.opening import hint_at, hours_of, notices_at, open_at, printed_hours
from bot.run import Run
from bot.texts import say
from corpus.city import City, Hotline
from corpus.records import Document, DocumentKind, FactKind, SectionKind
from corpus.values.hours import BERLIN, open_now

# A page's list of downloads is no source of what an answer says.
_UNTELLING = frozenset({SectionKind.FORMS, SectionKind.LEGAL})
_OFFICES = 2
_NOTICES = 2


def contact(run: Run) -> None:
    """Fill `contact` (nearest office first, hotline last) and what one can do now."""
    document, city = run.document, run.tools.city
    if document is not None and not run.ended:
        # The page that answers is the first source, before the office's.
        run.sources.cite(document, _best_section(run, document))
        offices = _offices(run, document)
        run.contact.extend(_office_contact(office, run) for office in offices)
        run.actions.extend([*simple_pages(run, document), *actions_of(document)])
    hotline = _hotline_contact(city.hotline, city, run.now)
    if all(entry.telephone != hotline.telephone for entry in run.contact):
        run.contact.append(hotline)
    first = run.contact[0]
    if first.telephone:
        label = say("action.telephone", run.language, name=first.name, telephone=first.telephone)
        number = _e164_or_printed(first.telephone)
        run.actions.append(Action(kind="telephone", label=label, url=f"tel:{number}"))


def _best_section(run: Run, document: Document) -> int:
    """The section that is likeliest to answer: one that is asked for, or the one that was found first."""
    for aspect in asked(run):
        for index, section in enumerate(document.sections):
            if aspect.kinds and section.kind is aspect.kinds[0] and not is_of_appointment(run, section):
                return index
    for hit in run.results.documents:
        found = (one.passage for one in hit.hits if one.passage.kind not in _UNTELLING)
        if hit.document_id == document.id and (first := next(found, None)):
            return first.section
    return 0


def _offices(run: Run, document: Document) -> tuple[Document, ...]:
    if document.kind is DocumentKind.OFFICE:
        return (document,)
    offices = _named(run.tools.generation.office_for(document), document)
    if not offices and document.simple and (usual := standard_page(run, document)):
        # A page in plain language often names no office; that of the same service does.
        offices = run.tools.generation.office_for(usual)
    return tuple(offices[:_OFFICES])


def _named(offices: Sequence[Document], document: Document) -> Sequence[Document]:
    """The nearest alone where the page's contact names it and states one address: others are only linked."""
    contact = " ".join(one.text for one in document.sections if one.kind is SectionKind.CONTACT).casefold()
    addresses = {fact.value for fact in document.facts if fact.kind is FactKind.ADDRESS}
    alone = len(addresses) == 1 and any(office.title.casefold() in contact for office in offices[:1])
    others_named = any(office.title.casefold() in contact for office in offices[1:])
    return offices[:1] if alone and not others_named else offices


def _office_contact(office: Document, run: Run) -> Contact:
    hours = hours_of(office)
    # Which of contradicting hours hold, nobody here can tell.
    doubtful = contradictions_of(run, office, [FactKind.HOURS])
    is_open = None if doubtful else open_at(office, run.tools.city.state.value, run.now)
    notices = notices_at(office, run.now.astimezone(BERLIN).date())[:_NOTICES]
    citation = run.sources.cite(office, hours[0].section if hours else 0)
    return Contact(
        name=office.title,
        telephone=_first(office, FactKind.TELEPHONE),
        email=_first(office, FactKind.EMAIL),
        address=_first(office, FactKind.ADDRESS),
        hours=printed_hours(hours),
        open_now=is_open,
        hint=hint_at(office, run.now) if is_open is None else None,
        notice=" ".join(dict.fromkeys(fact.value for fact in notices)) or None,
        notice_citation=notice_citation(run, office, notices[0]) if notices else None,
        url=office.url,
        citation=citation,
    )


def _first(document: Document, kind: FactKind) -> str | None:
    return next((fact.value for fact in document.facts if fact.kind is kind), None)


def _hotline_contact(hotline: Hotline, city: City, now: datetime) -> Contact:
    return Contact(
        name=hotline.name,
        telephone=hotline.telephone,
        email=hotline.email,
        hours=(hotline.hours,) if hotline.hours else (),
        open_now=open_now(hotline.osm, city.state.value, now) if hotline.osm else None,
        url=hotline.url,
    )


def _e164_or_printed(printed: str) -> str:
    import phonenumbers

    try:
        number = phonenumbers.parse(printed, "DE")
    except phonenumbers.NumberParseException:
        return "".join(c for c in printed if c.isdigit() or c == "+")
    if not phonenumbers.is_possible_number(number):
        return "".join(c for c in printed if c.isdigit() or c == "+")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
