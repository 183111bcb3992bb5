"""Turns a crawl's pages into documents: one for each text, whatever the number of its addresses."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from corpus.progress import Progress, silent
from corpus.records import Document
from ingest.addresses import canonical_url, document_id
from ingest.errors import Unreadable
from ingest.pdf import read_pdf
from ingest.reader.page import read_page_with_metadata
from ingest.website.boilerplate import without_boilerplate
from ingest.website.likeness import alike, fingerprint
from ingest.website.offices import Offices
from ingest.website.spool import Page, Spool


@dataclass(frozen=True)
class Copy:
    """An address that shows what a document shows."""

    url: str
    document_id: str


@dataclass
class SiteDocuments:
    """The documents of a website, its duplicates, and the pages that couldn't be read with the reason."""

    documents: list[Document] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    unreadable: dict[str, str] = field(default_factory=dict)


@dataclass
class _Read:
    document: Document
    page: Page
    canonical: str
    aliases: list[str] = field(default_factory=list)


def site_documents(
    spool: Spool, *, city: str, source: str, home: str, progress: Progress = silent
) -> SiteDocuments:
    """Read all pages of a spool; `home` is the source's first start page.

    Pages with the same text become one document, whose `aliases` are the other addresses and those that
    redirect to it. A canonical address is believed only if that page says the same: careless templates
    name the home page everywhere.
    """
    site = SiteDocuments()
    read = []
    pages = sum(1 for _ in spool.pages())
    for one in _read_all(spool, site, city, source, home):
        read.append(one)
        progress("Seiten auswerten", len(read) + len(site.unreadable), pages)
    _add_redirects(read, spool.redirects())
    kept = _without_copies(read, site)
    documents = [_with_aliases(one) for one in kept]
    documents = _with_unique_ids(without_boilerplate(documents), source, home)
    offices = Offices.of(documents)
    site.documents = [offices.assign(document) for document in documents]
    by_url = {document.url: document.id for document in site.documents}
    site.copies = [Copy(copy.url, by_url.get(copy.document_id, copy.document_id)) for copy in site.copies]
    return site


def _read_all(spool: Spool, site: SiteDocuments, city: str, source: str, home: str) -> Iterator[_Read]:
    for page in spool.pages():
        body = spool.body(page)
        try:
            if page.is_pdf:
                document = read_pdf(body, page.url, city=city, source=source, last_modified=page.lastmod)
                canonical = page.url
            else:
                document, metadata = read_page_with_metadata(
                    body,
                    page.url,
                    city=city,
                    source=source,
                    content_type=page.content_type,
                    last_modified=page.lastmod,
                )
                canonical = metadata.canonical
        except Unreadable as error:
            site.unreadable[page.url] = str(error)
            continue
        document = document.model_copy(update={"id": document_id(source, page.url, home)})
        yield _Read(document, page, canonical or page.url)


def _add_redirects(read: list[_Read], redirects: dict[str, str]) -> None:
    by_url = {one.document.url: one for one in read}
    for url in redirects:
        target, hops = redirects[url], 0
        while target in redirects and hops < 10:
            target, hops = redirects[target], hops + 1
        if target in by_url and target != url:
            by_url[target].aliases.append(url)


def _without_copies(read: list[_Read], site: SiteDocuments) -> list[_Read]:
    """Keep the best address of each text: the canonical one, one in the sitemap, the shortest."""
    by_url = {one.document.url: one for one in read}
    kept: dict[str, _Read] = {}
    for one in sorted(read, key=_preference):
        original = by_url.get(one.canonical)
        if original is not None and original is not one and alike(one.document, original.document):
            _merge(one, original, site)
            continue
        same = kept.setdefault(fingerprint(one.document), one)
        if same is not one:
            _merge(one, same, site)
    unmerged = {id(one) for one in kept.values()}
    return [one for one in read if id(one) in unmerged]


def _preference(one: _Read) -> tuple[bool, bool, bool, int, str]:
    url = one.document.url
    return (one.canonical != url, not one.page.in_sitemap, bool(urlsplit(url).query), len(url), url)


def _merge(copy: _Read, original: _Read, site: SiteDocuments) -> None:
    original.aliases.extend([copy.document.url, *copy.aliases])
    site.copies.append(Copy(copy.document.url, original.document.url))


def _with_aliases(one: _Read) -> Document:
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
