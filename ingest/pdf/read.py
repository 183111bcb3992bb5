"""Reads a PDF into a document: headings, tables and text by page, scanned pages named."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from corpus.records import Document, DocumentKind, Section
from ingest.addresses import canonical_url, document_id
from ingest.errors import Unreadable
from ingest.facts import SectionLinks, find_facts
from ingest.pdf.columns import flows
from ingest.pdf.frame import Frame
from ingest.pdf.glyphs import PageReader
from ingest.pdf.grid import lines
from ingest.pdf.headings import SECTION, style
from ingest.pdf.layout import PageContent, Piece
from ingest.pdf.paragraphs import PagePart, Writer, line_pitch
from ingest.pdf.pieces import pieces
from ingest.pdf.properties import Properties, read_properties
from ingest.pdf.title import find_title
from ingest.reader.kinds import language
from ingest.reader.links import sort_links
from ingest.reader.sections import make_sections
from ingest.reader.vocabulary import vocabulary
from ingest.safety.concealed import concealed
from ingest.safety.suspicion import Suspicion

_LARGEST = 100_000_000
_MOST_PAGES = 1500
_MOST_SECONDS = 90.0
_FEW_LETTERS = 20
_PICTURE = 0.4


@dataclass(frozen=True)
class ReadPdf:
    """A PDF's document; `hints` say, a German sentence each, what of it could not be read.

    `suspicious` is what it says to machines where nobody sees it; none of that is in the document.
    """

    document: Document
    hints: tuple[str, ...] = ()
    suspicious: tuple[Suspicion, ...] = ()


def read_pdf(
    data: bytes, url: str, *, city: str, source: str, last_modified: datetime | None = None
) -> Document:
    """Read a PDF into a document; its sections carry the number of the page they start on.

    Raises `Unreadable` with the reason: no PDF, protected by a password, scanned (no text).
    """
    return read_pdf_with_hints(data, url, city=city, source=source, last_modified=last_modified).document


def read_pdf_with_hints(
    data: bytes, url: str, *, city: str, source: str, last_modified: datetime | None = None
) -> ReadPdf:
    """Read a PDF as `read_pdf` does, and say which of its pages could not be read."""
    pages, properties, hints = _pages(data)
    scanned = [page.number for page in pages if _is_scanned(page)]
    if sum(page.letters for page in pages) < _FEW_LETTERS * len(pages) and len(scanned) >= 0.5 * len(pages):
        raise Unreadable(_SCANNED)
    if not any(page.words for page in pages):
        raise Unreadable(_SCANNED)
    if scanned:
        hints.append(_some_scanned(scanned, len(pages)))
    parts, text = _parts(pages, properties)
    words = vocabulary()
    title, parts = find_title(parts, properties.title, url)
    read = make_sections(_numbered(parts), title, words)
    sections = [_with_page(one.section) for one in read]
    if not sections:
        raise Unreadable("Das PDF enthält keinen lesbaren Text. Bitte prüfen Sie die Datei.")
    links = sort_links(((one.section.kind, one.section.heading, one.links) for one in read), url, words)
    statute = any(
        kind is DocumentKind.STATUTE and words_.search(title) for kind, words_ in words.document_titles
    )
    address = canonical_url(url)
    document = Document(
        id=document_id(source, address),
        city=city,
        source=source,
        title=title,
        url=address,
        language=language(properties.language, text, words),
        kind=DocumentKind.STATUTE if statute else DocumentKind.PAGE,
        sections=tuple(sections),
        facts=find_facts(sections, SectionLinks(links.forms, links.online)),
        keywords=properties.keywords,
        forms=tuple(link for _, link in links.forms),
        online=tuple(link for _, link in links.online),
        modified=last_modified or properties.modified,
    )
    return ReadPdf(document, tuple(hints), tuple(_suspicious(pages, url)))


_SCANNED = (
    "Das PDF enthält keinen Text, vermutlich ist es eingescannt. Bitte mit Texterkennung neu speichern."
)


def _some_scanned(numbers: list[int], count: int) -> str:
    shown = ", ".join(map(str, numbers[:10])) + (" und weitere" if len(numbers) > 10 else "")
    which = f"Seite {shown} ist" if len(numbers) == 1 else f"Die Seiten {shown} sind"
    return (
        f"{which} vermutlich eingescannt (von {count} Seiten) und nicht gelesen. "
        "Bitte speichern Sie das PDF mit Texterkennung neu."
    )


def _pages(data: bytes) -> tuple[list[PageContent], Properties, list[str]]:
    hints: list[str] = []
    with _opened(data) as pdf:
        count = len(pdf)
        if not count:
            raise Unreadable("Das PDF hat keine Seiten. Bitte prüfen Sie die Datei.")
        reader, began = PageReader(pdf), time.monotonic()
        pages: list[PageContent] = []
        broken: list[int] = []
        for index in range(min(count, _MOST_PAGES)):
            if time.monotonic() - began > _MOST_SECONDS:
                break
            try:
                pages.append(reader.read(index))
            except Unreadable:
                broken.append(index + 1)
        if not pages:
            raise Unreadable("Das PDF ist beschädigt. Bitte speichern Sie es neu.")
        if broken:
            shown = ", ".join(map(str, broken[:10]))
            hints.append(f"Beschädigt und nicht gelesen: Seite {shown}. Bitte speichern Sie das PDF neu.")
        if (read := len(pages) + len(broken)) < count:
            hints.append(
                f"Nur die ersten {read} von {count} Seiten sind gelesen. Bitte teilen Sie das PDF auf."
            )
        return pages, read_properties(pdf), hints


def _opened(data: bytes) -> Any:
    import pypdfium2

    if len(data) > _LARGEST:
        raise Unreadable(f"Das PDF ist größer als {_LARGEST // 1_000_000} MB. Bitte verkleinern Sie es.")
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise Unreadable(
                "Die Datei ist mit einem Kennwort geschützt. Bitte speichern Sie sie ohne Kennwort."
            ) from error
        raise Unreadable("Die Datei ist beschädigt oder kein PDF. Bitte speichern Sie sie neu.") from error


def _suspicious(pages: list[PageContent], url: str) -> Iterator[Suspicion]:
    for page in pages:
        yield from concealed({f"Seite {page.number}": [" ".join(page.concealed)]}, url)


def _is_scanned(page: PageContent) -> bool:
    return page.letters < _FEW_LETTERS and page.pictured >= _PICTURE


def _parts(pages: list[PageContent], properties: Properties) -> tuple[list[PagePart], list[str]]:
    """Give the document's parts, and its lines of text to tell the language by."""
    placed: list[tuple[PageContent, list[Piece]]] = [(page, pieces(page)) for page in pages]
    frame = Frame(placed)
    kept = [(page, frame.without(page, found)) for page, found in placed]
    read = [
        (page, [lines(flow, page.across, page.down) for flow in flows(found, page.across)])
        for page, found in kept
    ]
    pitch = line_pitch(flow for _, page_flows in read for flow in page_flows)
    writer = Writer(style((one for _, found in kept for one in found), properties.outline), pitch)
    for page, page_flows in read:
        writer.page(page.number)
        for flow in page_flows:
            writer.flow(flow, page.links)
    parts = writer.finish()
    if not parts:
        raise Unreadable("Das PDF enthält keinen lesbaren Text. Bitte prüfen Sie die Datei.")
    if properties.fields:
        said = "\n".join(line for part in parts for line in (part.heading, *part.lines))
        unsaid = [f"- {name}" for name in properties.fields if name not in said]
        if unsaid:
            parts.append(PagePart("Angaben im Formular", SECTION, lines=unsaid, page=parts[-1].page))
    return parts, list(islice((line for part in parts for line in part.lines), 2000))


def _numbered(parts: list[PagePart]) -> list[PagePart]:
    """Let the anchor carry the page through the making of sections."""
    for part in parts:
        part.anchor = str(part.page)
    return parts


def _with_page(section: Section) -> Section:
    page = int(section.anchor) if section.anchor else None
    return section.model_copy(update={"anchor": None, "page": page})
