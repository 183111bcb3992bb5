"""Turns a crawl's pages into documents: one for each text, whatever the number of its addresses."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from corpus.progress import Progress, silent
from corpus.records import Document
from ingest.addresses import canonical_url, document_id
from ingest.errors import Unreadable
from ingest.pdf import read_pdf_with_hints
from ingest.reader.page import read_page_with_metadata
from ingest.safety.suspicion import Suspicion
from ingest.website.boilerplate import without_boilerplate
from ingest.website.copies import Copy, Read, add_redirects, without_copies
from ingest.website.fingerprint import reader_fingerprint
from ingest.website.offices import Offices
from ingest.website.spool import Spool
from ingest.website.state.readings import PageReading
from ingest.website.state.records import Page
from ingest.website.translations import with_translations


@dataclass
class SiteDocuments:
    """The documents of a website, its duplicates, and the pages that couldn't be read with the reason.

    `hints` say by address what of a page couldn't be read, `suspicious` what speaks to machines. `kept` are
    ids of documents whose page wasn't seen this time: they stand as they were.
    """

    documents: list[Document] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    unreadable: dict[str, str] = field(default_factory=dict)
    hints: dict[str, str] = field(default_factory=dict)
    suspicious: list[Suspicion] = field(default_factory=list)
    kept: tuple[str, ...] = ()


def site_documents(
    spool: Spool, *, city: str, source: str, home: str, progress: Progress = silent
) -> SiteDocuments:
    """Read all pages of a spool; `home` is the source's first start page.

    Bytes that this version of the reader has read before aren't read again. What depends on all pages
    (copies, boxes that stand everywhere, offices, translations) is worked out anew each time, so the result
    is that of a first crawl.
    """
    site = SiteDocuments()
    read: list[Read] = []
    pages = spool.count()
    for one in _read_all(spool, site, city, source):
        document = one.document.model_copy(update={"id": document_id(source, one.page.url, home)})
        read.append(Read(document, one.page, one.canonical))
        progress("Seiten auswerten", len(read) + len(site.unreadable), pages)
    add_redirects(read, spool.redirects())
    unique, copies = without_copies(read)
    documents = [_with_aliases(one) for one in unique]
    documents = _with_unique_ids(without_boilerplate(documents), source, home)
    offices = Offices.of(documents)
    documents = [offices.assign(document) for document in documents]
    site.documents = with_translations(documents, {one.page.url: one.page.languages for one in read})
    ids = {document.url: document.id for document in site.documents}
    site.copies = [
        Copy(copy.document.url, ids[original.document.url])
        for copy, original in copies
        if original.document.url in ids
    ]
    kept = {one.page.url for one in unique if one.page.kept}
    site.kept = tuple(document.id for document in site.documents if document.url in kept)
    return site


def _read_all(spool: Spool, site: SiteDocuments, city: str, source: str) -> Iterator[Read]:
    used: list[str] = []
    for page in spool.pages():
        key = _key(page, city, source)
        used.append(key)
        reading = spool.readings.get(key)
        if reading is None:
            reading = _read(spool.body(page), page, city, source)
            spool.readings.put(key, reading)
        site.suspicious.extend(reading.suspicious)
        if reading.hints:
            site.hints[page.url] = " ".join(reading.hints)
        if reading.document is None:
            site.unreadable[page.url] = reading.reason
            continue
        document = reading.document
        if document.modified is None and page.lastmod is not None:
            document = document.model_copy(update={"modified": page.lastmod})
        yield Read(document, page, reading.canonical)
    spool.readings.keep_only(used)


def _key(page: Page, city: str, source: str) -> str:
    what = (reader_fingerprint(), city, source, page.url, page.content_type, str(page.is_pdf), page.body)
    return hashlib.sha256("\n".join(what).encode()).hexdigest()


def _read(body: bytes, page: Page, city: str, source: str) -> PageReading:
    suspicious: list[Suspicion] = []
    try:
        if page.is_pdf:
            read = read_pdf_with_hints(body, page.url, city=city, source=source)
            return PageReading(read.document, page.url, hints=read.hints, suspicious=read.suspicious)
        document, metadata = read_page_with_metadata(
            body,
            page.url,
            city=city,
            source=source,
            content_type=page.content_type,
            notice=suspicious.append,
        )
    except Unreadable as error:
        return PageReading(None, reason=str(error), suspicious=tuple(suspicious))
    return PageReading(
        document, metadata.canonical or page.url, hints=metadata.hints, suspicious=tuple(suspicious)
    )


def _with_aliases(one: Read) -> Document:
    aliases = tuple(sorted({alias for alias in one.aliases if alias != one.document.url}))
    return one.document.model_copy(update={"aliases": aliases})


def _with_unique_ids(documents: list[Document], source: str, home: str) -> list[Document]:
    """Where ids collide ("/a.html" and "/a/"), give all but the first an id with the whole path."""
    taken = Counter(document.id for document in documents)
    seen: set[str] = set()
    unique: list[Document] = []
    for document in sorted(documents, key=lambda one: one.url):
        if taken[document.id] > 1 and document.id in seen:
            parts = urlsplit(document.url)
            host = f"//{parts.netloc}" if parts.netloc != urlsplit(canonical_url(home)).netloc else ""
            query = f"?{parts.query}" if parts.query else ""
            document = document.model_copy(update={"id": f"{source}:{host}{parts.path}{query}"})
        seen.add(document.id)
        unique.append(document)
    return unique
