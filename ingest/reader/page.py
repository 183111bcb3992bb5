"""Reads a web page into a document."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from corpus.records import Document, Section
from ingest.addresses import canonical_url, document_id
from ingest.errors import Unreadable
from ingest.facts import SectionLinks, find_facts
from ingest.reader.bounds import bound
from ingest.reader.breadcrumbs import take_breadcrumbs
from ingest.reader.chrome import remove_chrome
from ingest.reader.dom import Element, attribute, elements, shown_text
from ingest.reader.hidden import page_rules, panels, remove_hidden
from ingest.reader.kinds import document_kind, is_simple, language
from ingest.reader.links import sort_links
from ingest.reader.main_content import find_main
from ingest.reader.metadata import Metadata, date_line, main_title, read_metadata
from ingest.reader.parsing import body_of, parse_page
from ingest.reader.parts import Part
from ingest.reader.sections import ReadSection, make_sections
from ingest.reader.structured import completed, read_items, wanted_types
from ingest.reader.unseen import unseen_texts
from ingest.reader.vocabulary import vocabulary
from ingest.reader.walker import Walker
from ingest.reader.weights import Weights
from ingest.safety.concealed import concealed_in_page
from ingest.safety.suspicion import Notice, unnoticed

_CONSENT = re.compile(r"\bcookies?\b|\beinwilligung|\bconsent\b|datenschutz|privacy", re.IGNORECASE)


def read_page(
    html: bytes,
    url: str,
    *,
    city: str,
    source: str,
    content_type: str = "",
    last_modified: datetime | None = None,
) -> Document:
    """Read the HTML page fetched from `url` into a document.

    Removes the chrome and keeps title, language, breadcrumbs, sections with heading, anchor and kind,
    facts, links to forms and online services. `content_type` is the HTTP header, for its charset;
    `last_modified` counts where the page itself names no date. Raises `Unreadable` with the reason if
    nothing of it can be read.
    """
    return read_page_with_metadata(
        html, url, city=city, source=source, content_type=content_type, last_modified=last_modified
    )[0]


def read_page_with_metadata(
    html: bytes,
    url: str,
    *,
    city: str,
    source: str,
    content_type: str = "",
    last_modified: datetime | None = None,
    notice: Notice = unnoticed,
) -> tuple[Document, Metadata]:
    """Read a page as `read_page` does, and what it says of itself (canonical address, robots).

    `notice` is told what the page says to machines where visitors don't see it; none of that is read.
    """
    root = parse_page(html, content_type)
    metadata = read_metadata(root, url)
    title = main_title(root, metadata)
    words = vocabulary()
    items = read_items(html, root, wanted_types(words.schema_types))
    unseen = unseen_texts(root)
    parts, breadcrumbs, concealed = _read_parts(root)
    for suspicion in concealed_in_page(html, {**unseen, "unsichtbarer Text": concealed}, url):
        notice(suspicion)
    dated = _dates(parts)
    read = make_sections(parts, title, words)
    if not read:
        raise Unreadable("Die Seite enthält keinen lesbaren Text.")
    sections = [one.section for one in read]
    if _asks_only_for_consent(title, sections):
        raise Unreadable("Die Seite zeigt ohne JavaScript nur ihre Cookie-Abfrage.")
    links = sort_links(((one.section.kind, one.section.heading, one.links) for one in read), url, words)
    address = canonical_url(url)
    document = Document(
        id=document_id(source, address),
        city=city,
        source=source,
        title=title or sections[0].heading or address,
        url=address,
        language=language(metadata.language, _texts(read), words),
        kind=document_kind(address, title, sections, words),
        simple=is_simple(address, title, attribute(root, "lang"), breadcrumbs, words),
        breadcrumbs=breadcrumbs,
        sections=tuple(sections),
        facts=find_facts(sections, SectionLinks(links.forms, links.online)),
        keywords=metadata.keywords,
        office_ids=links.offices,
        forms=tuple(link for _, link in links.forms),
        online=tuple(link for _, link in links.online),
        modified=metadata.modified or dated or last_modified,
    )
    document, contradictions = completed(document, items, words)
    return document, replace(metadata, hints=contradictions)


def _asks_only_for_consent(title: str, sections: Iterable[Section]) -> bool:
    lines = [line for section in sections for line in (section.heading, *section.text.splitlines()) if line]
    return not _CONSENT.search(title) and all(_CONSENT.search(line) for line in lines)


def _read_parts(root: Element) -> tuple[list[Part], tuple[str, ...], list[str]]:
    words = vocabulary()
    body = body_of(root)
    opened, labels = panels(body), _tab_labels(body)
    concealed = remove_hidden(body, opened, words, page_rules(root))
    weights = Weights(body)
    breadcrumbs = take_breadcrumbs(body, weights)
    remove_chrome(body, words, weights)
    walker = Walker(labels, opened)
    for element in find_main(body, words):
        walker.read(element)
    bound(walker.parts)
    return walker.parts, breadcrumbs, concealed


def _tab_labels(body: Element) -> dict[str, str]:
    labels: dict[str, str] = {}
    for element in elements(body):
        if not element.attrib:
            continue
        toggle = element.get("data-toggle") or element.get("data-bs-toggle")
        if element.get("role") != "tab" and toggle not in {"tab", "pill"}:
            continue
        target = element.get("aria-controls") or element.get("data-bs-target") or attribute(element, "href")
        if (text := shown_text(element)) and target.strip("#"):
            labels[target.lstrip("#")] = text
            element.set("role", "tab")
    return labels


def _dates(parts: Iterable[Part]) -> datetime | None:
    return next((found for part in parts for line in part.lines if (found := date_line(line))), None)


def _texts(read: Iterable[ReadSection]) -> list[str]:
    return [one.section.text for one in read]
