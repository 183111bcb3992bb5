"""Makes documents of offices."""

from collections.abc import Iterator, Sequence

from corpus.records import Document, DocumentKind, Fact, FactKind, Section
from corpus.values.hours import parse_hours
from ingest.facts import find_facts
from ingest.reader.parts import PageLink
from ingest.reader.sections import ReadSection
from ingest.xzufi import headings
from ingest.xzufi.blocks import GERMAN, SIMPLE
from ingest.xzufi.bundle import in_force
from ingest.xzufi.contact import contact_lines, sort_addresses
from ingest.xzufi.languages import choose, heading, in_language, languages, name
from ingest.xzufi.model import Key, Office
from ingest.xzufi.options import document_id, is_reachable, page_address
from ingest.xzufi.service_document import Making, validity
from ingest.xzufi.stated import with_stated
from ingest.xzufi.texts import joined, lines_section, link_section, plain, read_text

_WHEELCHAIR = {
    True: ("Der Zugang ist rollstuhlgerecht.", "The entrance is accessible by wheelchair."),
    False: ("Der Zugang ist nicht rollstuhlgerecht.", "The entrance is not accessible by wheelchair."),
}
_LIFT = {
    True: ("Ein Aufzug ist vorhanden.", "There is a lift."),
    False: ("Es gibt keinen Aufzug.", "There is no lift."),
}


def office_documents(office: Office, above: Sequence[str], key: Key, making: Making) -> Iterator[Document]:
    """Make an office's documents, one a language; `above` are the names of the offices above it.

    Contact and hours know no language, so they stand in each.
    """
    if not in_force(office.periods, making.today):
        return
    described = languages((office.description, office.hours, office.accessibility))
    for language in dict.fromkeys((GERMAN, *described)):
        url = page_address(office.pages, language, key, making.options)
        read = _sections(office, language, url, making)
        sections = [one.section for one in read]
        period = validity(office.periods, making.today)
        names = [plain(text) for texts in office.names.values() for text in texts]
        shown = name(office.names, language) or f"Organisationseinheit {key.value}"
        yield Document(
            id=document_id(making.source, key, language),
            city=making.city,
            source=making.source,
            title=shown,
            url=url,
            language=language.split("-")[0],
            kind=DocumentKind.OFFICE,
            simple=language == SIMPLE,
            breadcrumbs=tuple(plain(text) for text in above),
            sections=tuple(sections),
            facts=_facts(office, sections, language),
            keywords=tuple(one for one in dict.fromkeys(names) if one != shown),
            valid_from=period.begin,
            valid_until=period.end,
            modified=office.changed,
        )


def _sections(office: Office, language: str, url: str, making: Making) -> list[ReadSection]:
    description = headings.MODULES[headings.FULL]
    read: list[ReadSection] = []
    shown, texts = choose(office.description, language)
    for text in texts:
        found = read_text(text, heading(description.heading(language), shown, language), description.kind)
        read.extend(in_language(found, shown, language))
    read.extend(_accessibility(office, language))
    if lines := contact_lines(office, language, making.today):
        read.append(lines_section(lines, headings.CONTACT.heading(language), headings.CONTACT.kind))
    read.extend(_hours(office, language))
    if office.payments:
        lines = [f"- {words}" for words in office.payments]
        read.append(lines_section(lines, headings.PAYMENT.heading(language), headings.PAYMENT.kind))
    links = [link for link in office.pages if link.url != url and is_reachable(link.url, making.options)]
    words = [PageLink(link.title or link.url, link.url) for link in links if link.language in {language, ""}]
    if words:
        further = headings.MODULES["15"]
        read.append(link_section(words, further.heading(language), further.kind))
    if language in office.machine_translated:
        read.append(headings.translation_note(language))
    return joined(read)


def _hours(office: Office, language: str) -> list[ReadSection]:
    """Give hours as structure and as text; the text is left out only where both surely say the same."""
    told, built = _both_hours(office, language)
    return built if built and told and _agree(told, built) else joined([*told, *built])


def _both_hours(office: Office, language: str) -> tuple[list[ReadSection], list[ReadSection]]:
    usual = headings.HOURS.heading(language)
    shown, texts = choose(office.hours, language)
    words = usual if office.series else heading(usual, shown, language)
    told = [
        one
        for text in texts
        for one in in_language(read_text(text, words, headings.HOURS.kind), shown, language)
    ]
    built: list[ReadSection] = []
    for series in office.series:
        general = not series.name or series.name.lower().startswith("allgemeine")
        lines = [*series.lines, *([series.note] if series.note else [])]
        built.append(lines_section(lines, usual if general else series.name, headings.HOURS.kind))
    return told, built


def _facts(office: Office, sections: Sequence[Section], language: str) -> tuple[Fact, ...]:
    """Find the facts; nothing is computed from hours whose text and structure may contradict each other."""
    found = with_stated(find_facts(sections), sections)
    told, built = _both_hours(office, language)
    if not told or not built or _agree(told, built):
        return found
    return tuple(
        fact.model_copy(update={"osm": None}) if fact.kind is FactKind.HOURS else fact for fact in found
    )


def _agree(told: Sequence[ReadSection], built: Sequence[ReadSection]) -> bool:
    week = _week(built[:1])
    return week is not None and week == _week(told)


def _week(read: Sequence[ReadSection]) -> str | None:
    return parse_hours([line for one in read for line in one.section.text.splitlines()])


def _accessibility(office: Office, language: str) -> Iterator[ReadSection]:
    words = headings.ACCESSIBILITY.heading(language)
    index = 0 if language in {GERMAN, SIMPLE} else 1
    visit, _ = sort_addresses(office.addresses)
    lines: list[str] = []
    for address in visit:
        if address.wheelchair is not None:
            lines.append(_WHEELCHAIR[address.wheelchair][index])
        if address.lift is not None:
            lines.append(_LIFT[address.lift][index])
    if lines:
        yield lines_section(
            [f"- {line}" for line in dict.fromkeys(lines)], words, headings.ACCESSIBILITY.kind
        )
    shown, texts = choose(office.accessibility, language)
    for text in texts:
        found = read_text(text, heading(words, shown, language), headings.ACCESSIBILITY.kind)
        yield from in_language(found, shown, language)
