"""Makes a service's documents: one a language, and one for the hotline if there are hints for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from corpus.records import Audience, Document, DocumentKind
from ingest.facts import SectionLinks, find_facts
from ingest.reader.sections import ReadSection
from ingest.xzufi import headings
from ingest.xzufi import module_reader as own
from ingest.xzufi.blocks import GERMAN, SIMPLE
from ingest.xzufi.bundle import Bundle, in_force
from ingest.xzufi.contact import one_line_contact
from ingest.xzufi.languages import in_language, languages, name
from ingest.xzufi.model import Key, Kind, Period, Periods, Service
from ingest.xzufi.options import INTERNAL, Options, document_id, page_address
from ingest.xzufi.sections import module_sections
from ingest.xzufi.service_links import Certain, form_addresses, offered, place_links, spoken
from ingest.xzufi.stated import with_stated
from ingest.xzufi.texts import lines_section, link_section, plain
from ingest.xzufi.titles import keywords, title

_TITLES = frozenset({headings.TITLE, headings.CATALOGUE_TITLE})


@dataclass(frozen=True)
class Making:
    """What documents are made for: the city, its source and settings, and the day."""

    city: str
    source: str
    options: Options
    today: date


def service_documents(bundle: Bundle, key: Key, making: Making) -> Iterator[Document]:
    """Make all documents of a service, or of an addition without its service; none once it has ended."""
    service = bundle.service
    if not in_force(service.periods, making.today):
        return
    for language in document_languages(service):
        yield _document(bundle, key, language, making)
    hints = [one for one in service.modules if one.code == own.HOTLINE]
    sections = [
        one.section
        for one in module_sections(
            [hint.model_copy(update={"code": own.INDIVIDUAL}) for hint in hints], GERMAN, making.today
        )
    ]
    if sections:
        yield Document(
            id=document_id(making.source, key, INTERNAL),
            city=making.city,
            source=making.source,
            title=f"{title(service, GERMAN)}: {headings.HOTLINE}",
            url=page_address(service.pages, GERMAN, key, making.options),
            kind=DocumentKind.SERVICE,
            audience=Audience.INTERNAL,
            sections=tuple(sections),
            facts=find_facts(sections),
            leika=service.leika,
            modified=modified(service),
        )


def document_languages(service: Service) -> tuple[str, ...]:
    """The languages with more than a title, German first; if there is no text at all, that of a title."""
    titled = languages(one.texts for one in service.modules if one.code in _TITLES)
    others = _TITLES | {headings.AUTHOR, own.HOTLINE}
    found = languages(one.texts for one in service.modules if one.code not in others)
    if GERMAN in titled or not (found or titled):
        found = tuple(dict.fromkeys((GERMAN, *found)))
    return found or titled[:1]


def modified(service: Service) -> datetime | None:
    """When the text was released by those who vouch for it, else when it was last changed."""
    if service.approved is not None:
        return datetime.combine(service.approved, time(), tzinfo=UTC)
    return service.changed


def validity(periods: Periods, today: date) -> Period:
    """The period that holds today, else the next one."""
    current = [one for one in periods if one.holds(today)]
    coming = sorted(
        (one for one in periods if one.begin and one.begin > today), key=lambda one: one.begin or today
    )
    return (current + coming or [Period()])[0]


def _document(bundle: Bundle, key: Key, language: str, making: Making) -> Document:
    service, options = bundle.service, making.options
    url = page_address(service.pages, language, key, options)
    read = _sections(bundle, language, making)
    certain = Certain(
        forms=frozenset(
            [
                *(link.address for link in offered(bundle.forms, language, options)),
                *form_addresses((service, *bundle.additions)),
            ]
        ),
        online=frozenset(link.address for link in offered(bundle.online, language, options)),
    )
    forms, online = place_links(read, url, certain, options)
    sections = [one.section for one in read]
    period = validity(service.periods, making.today)
    topic = name(service.topics, language)
    return Document(
        id=document_id(making.source, key, language),
        city=making.city,
        source=making.source,
        title=title(service, language),
        url=url,
        language=language.split("-")[0],
        kind=DocumentKind.SERVICE,
        simple=language == SIMPLE,
        breadcrumbs=(topic,) if topic else (),
        sections=tuple(sections),
        facts=with_stated(find_facts(sections, SectionLinks(forms, online)), sections),
        keywords=keywords(service, language, document_languages(service)),
        leika=service.leika,
        office_ids=tuple(
            document_id(making.source, Key.of(Kind.OFFICE, office.id)) for office in bundle.offices
        ),
        forms=tuple(link for _, link in forms),
        online=tuple(link for _, link in online),
        valid_from=period.begin,
        valid_until=period.end,
        modified=modified(service),
    )


def _sections(bundle: Bundle, language: str, making: Making) -> list[ReadSection]:
    service, options = bundle.service, making.options
    read = module_sections(service.modules, language, making.today)
    for addition in bundle.additions:
        areas = [bundle.area_names[area] for area in addition.areas if area in bundle.area_names]
        suffix = f" ({plain(', '.join(areas))})" if areas else ""
        read.extend(module_sections(addition.modules, language, making.today, suffix))
    module = headings.MODULES[headings.FORMS_TEXT]
    if forms := offered(bundle.forms, language, options):
        named = link_section(forms, module.heading(language), module.kind)
        read.extend(in_language([named], spoken(bundle.forms, language), language))
    if online := offered(bundle.online, language, options):
        named = link_section(online, headings.ONLINE.heading(language), headings.ONLINE.kind)
        read.extend(in_language([named], spoken(bundle.online, language), language))
    if payments := dict.fromkeys(words for one in bundle.online for words in one.payments):
        lines = [f"- {words}" for words in payments]
        heading = headings.ONLINE_PAYMENT.heading(language)
        read.append(lines_section(lines, heading, headings.ONLINE_PAYMENT.kind))
    if bundle.offices:
        lines = [f"- {one_line_contact(office, language, making.today)}" for office in bundle.offices]
        read.append(lines_section(lines, headings.OFFICES.heading(language), headings.OFFICES.kind))
    if language in service.machine_translated:
        read.append(headings.translation_note(language))
    return read
