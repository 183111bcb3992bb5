"""Reads sitemaps (sitemaps.org 0.9): lists of pages and lists of sitemaps, packed or not."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from lxml import etree  # type: ignore[import-untyped]  # no stubs are pinned

_LARGEST = 60_000_000
_MOST = 50_000
"""Entries of one sitemap, by the protocol."""
_LONGEST_DATE = 40


@dataclass(frozen=True)
class SitemapEntry:
    """An address in a sitemap, with its date of change if it names one."""

    url: str
    lastmod: datetime | None


@dataclass(frozen=True)
class Sitemap:
    """The pages of a sitemap, or the sitemaps of an index."""

    pages: tuple[SitemapEntry, ...] = ()
    sitemaps: tuple[str, ...] = ()


def read_sitemap(body: bytes) -> Sitemap | None:
    """Read a sitemap; None if it is none. Plain lists of addresses (one a line) count as sitemaps too.

    It is streamed; entities are not expanded, nothing is fetched, and 50,000 entries are read at most.
    """
    data = _unpacked(body)
    if data is None:
        return None
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _plain(data)
    pages: list[SitemapEntry] = []
    sitemaps: list[str] = []
    kind = ""
    try:
        for kind, name, entry in _entries(data):
            if name == "url" and kind == "urlset":
                pages.append(entry)
            elif name == "sitemap" and kind == "sitemapindex":
                sitemaps.append(entry.url)
            if len(pages) + len(sitemaps) >= _MOST:
                break
    except etree.XMLSyntaxError:
        return None
    return Sitemap(tuple(pages), tuple(sitemaps)) if pages or sitemaps or kind else None


def _entries(data: bytes) -> Iterator[tuple[str, str, SitemapEntry]]:
    """Give the root's name, the element's, and what it says; an empty sitemap gives nothing."""
    context = etree.iterparse(
        BytesIO(data),
        events=("end",),
        tag=("{*}url", "{*}sitemap"),
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    for _, element in context:
        parent = element.getparent()
        if parent is not None and (entry := _entry(element)) is not None:
            yield etree.QName(parent).localname, etree.QName(element).localname, entry
        element.clear()
        while element.getprevious() is not None:
            del parent[0]


def _entry(element: etree._Element) -> SitemapEntry | None:
    values = {
        etree.QName(child).localname: (child.text or "").strip()
        for child in element
        if isinstance(child.tag, str)
    }
    return SitemapEntry(values["loc"], _date(values.get("lastmod", ""))) if values.get("loc") else None


def _date(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text[:_LONGEST_DATE])
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _plain(data: bytes) -> Sitemap | None:
    lines = data.decode("utf-8", errors="replace").split()
    pages = tuple(
        SitemapEntry(line, None) for line in lines[:_MOST] if line.startswith(("http://", "https://"))
    )
    return Sitemap(pages=pages) if pages else None


def _unpacked(body: bytes) -> bytes | None:
    if not body.startswith(b"\x1f\x8b"):
        return body
    unpacker = zlib.decompressobj(wbits=31)
    try:
        data = unpacker.decompress(body, _LARGEST)
    except zlib.error:
        return None
    return None if unpacker.unconsumed_tail else data
