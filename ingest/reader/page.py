"""Reads a web page into a document."""

from collections.abc import Iterable
from datetime import datetime

from bs4 import BeautifulSoup, Tag

from corpus.records import Document
from ingest.addresses import canonical_url, document_id
from ingest.errors import Unreadable
from ingest.facts import SectionLinks, find_facts
from ingest.reader.breadcrumbs import take_breadcrumbs
from ingest.reader.charset import decode
from ingest.reader.chrome import remove_chrome
from ingest.reader.dom import attribute, elements, text_of
from ingest.reader.hidden import panels, remove_hidden
from ingest.reader.kinds import document_kind, is_simple, language
from ingest.reader.links import sort_links
from ingest.reader.main_content import find_main
from ingest.reader.metadata import Metadata, date_line, main_title, read_metadata
from ingest.reader.parts import Part
from ingest.reader.sections import ReadSection, make_sections
from ingest.reader.vocabulary import vocabulary
from ingest.reader.walker import Walker

_LARGEST = 10_000_000


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
) -> tuple[Document, Metadata]:
    """Read a page as `read_page` does, and what it says of itself (canonical address, robots)."""
    soup = parse(html, content_type)
    metadata = read_metadata(soup, url)
    language_tag = _language_tag(soup)
    title = main_title(soup, metadata)
    parts, breadcrumbs = _read_parts(soup)
    dated = _dates(parts)
    words = vocabulary()
    read = make_sections(parts, title, words)
    if not read:
        raise Unreadable("Die Seite enthält keinen lesbaren Text.")
    sections = [one.section for one in read]
    links = sort_links(((one.section.kind, one.section.heading, one.links) for one in read), url, words)
    address = canonical_url(url)
    document = Document(
        id=document_id(source, address),
        city=city,
        source=source,
        title=title or sections[0].heading or address,
        url=address,
        language=language(metadata.language, _texts(read), words),
        kind=document_kind(address, title, metadata.schema_types, sections, words),
        simple=is_simple(address, title, language_tag, breadcrumbs, words),
        breadcrumbs=breadcrumbs,
        sections=tuple(sections),
        facts=find_facts(sections, SectionLinks(links.forms, links.online)),
        keywords=metadata.keywords,
        office_ids=links.offices,
        forms=tuple(link for _, link in links.forms),
        online=tuple(link for _, link in links.online),
        modified=metadata.modified or dated or last_modified,
    )
    return document, metadata


def parse(html: bytes, content_type: str = "") -> BeautifulSoup:
    """Decode and parse a page; raises `Unreadable` where it is too large or no HTML at all."""
    if len(html) > _LARGEST:
        raise Unreadable(f"Die Seite ist größer als {_LARGEST // 1_000_000} MB.")
    text = decode(html, content_type)
    if "<" not in text:
        raise Unreadable("Die Datei ist keine HTML-Seite.")
    try:
        return BeautifulSoup(text, "lxml")
    except (RecursionError, ValueError) as error:
        raise Unreadable("Die Seite ist zu tief verschachtelt oder beschädigt.") from error


def _read_parts(soup: BeautifulSoup) -> tuple[list[Part], tuple[str, ...]]:
    words = vocabulary()
    try:
        opened, labels = panels(soup), _tab_labels(soup)
        remove_hidden(soup, words)
        breadcrumbs = take_breadcrumbs(soup)
        remove_chrome(soup, words)
        walker = Walker(labels, opened)
        for tag in find_main(soup, words):
            walker.read(tag)
    except RecursionError as error:
        raise Unreadable("Die Seite ist zu tief verschachtelt.") from error
    return walker.parts, breadcrumbs


def _tab_labels(soup: BeautifulSoup) -> dict[str, str]:
    labels: dict[str, str] = {}
    for tag in elements(soup):
        toggle = attribute(tag, "data-toggle") or attribute(tag, "data-bs-toggle")
        if attribute(tag, "role") != "tab" and toggle not in {"tab", "pill"}:
            continue
        target = attribute(tag, "aria-controls") or attribute(tag, "data-bs-target") or attribute(tag, "href")
        if (text := text_of(tag)) and target.strip("#"):
            labels[target.lstrip("#")] = text
            tag["role"] = "tab"
    return labels


def _language_tag(soup: BeautifulSoup) -> str:
    html = soup.find("html")
    return attribute(html, "lang") if isinstance(html, Tag) else ""


def _dates(parts: Iterable[Part]) -> datetime | None:
    return next((found for part in parts for line in part.lines if (found := date_line(line))), None)


def _texts(read: Iterable[ReadSection]) -> list[str]:
    return [one.section.text for one in read]
