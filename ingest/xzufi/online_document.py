"""Makes documents of online services and forms that no service refers to."""

from collections.abc import Iterator

from corpus.records import Document, DocumentKind, SectionKind
from ingest.facts import SectionLinks, find_facts
from ingest.reader.parts import PageLink
from ingest.reader.sections import ReadSection
from ingest.xzufi import headings
from ingest.xzufi.blocks import GERMAN
from ingest.xzufi.bundle import in_force
from ingest.xzufi.languages import choose, name
from ingest.xzufi.model import Key, OnlineService
from ingest.xzufi.options import document_id
from ingest.xzufi.service_document import Making, validity
from ingest.xzufi.service_links import Certain, offered, place_links
from ingest.xzufi.texts import link_section, read_text


def online_documents(online: OnlineService, key: Key, making: Making) -> Iterator[Document]:
    """Make the document of an online service that stands alone; none if it leads nowhere."""
    yield from _documents(online, key, making, headings.ONLINE)


def form_documents(form: OnlineService, key: Key, making: Making) -> Iterator[Document]:
    """Make the document of a form that stands alone; none if it leads nowhere."""
    yield from _documents(form, key, making, headings.MODULES[headings.FORMS_TEXT])


def _documents(found: OnlineService, key: Key, making: Making, module: headings.Module) -> Iterator[Document]:
    links = offered([found], GERMAN, making.options)
    if not links or not in_force(found.periods, making.today):
        return
    read = _described(found, links, module)
    certain = frozenset(link.address for link in links)
    is_form = module.kind is SectionKind.FORMS
    forms, online = place_links(
        read, "", Certain(forms=certain) if is_form else Certain(online=certain), making.options
    )
    sections = [one.section for one in read]
    period = validity(found.periods, making.today)
    yield Document(
        id=document_id(making.source, key),
        city=making.city,
        source=making.source,
        title=name(found.names, GERMAN) or links[0].text,
        url=links[0].address,
        kind=DocumentKind.SERVICE,
        sections=tuple(sections),
        facts=find_facts(sections, SectionLinks(forms, online)),
        forms=tuple(link for _, link in forms),
        online=tuple(link for _, link in online),
        valid_from=period.begin,
        valid_until=period.end,
        modified=found.changed,
    )


def _described(found: OnlineService, links: list[PageLink], module: headings.Module) -> list[ReadSection]:
    read: list[ReadSection] = []
    for text in choose(found.description, GERMAN)[1]:
        read.extend(read_text(text, "Beschreibung", SectionKind.DESCRIPTION))
    read.append(link_section(links, module.heading(GERMAN), module.kind))
    return read
