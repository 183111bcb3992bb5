"""Reads sitemaps (sitemaps.org 0.9): lists of pages and lists of sitemaps, packed or not."""

import zlib
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree  # type: ignore[import-untyped]  # no stubs are pinned

_LARGEST = 60_000_000


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
    """Read a sitemap; None if it is none. Plain lists of addresses (one a line) count as sitemaps too."""
    data = _unpacked(body)
    if data is None:
        return None
    if not data.lstrip().startswith(b"<"):
        return _plain(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, recover=True, huge_tree=False, load_dtd=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
    if root is None:
        return None
    kind = etree.QName(root).localname
    entries = [entry for child in root if isinstance(child.tag, str) and (entry := _entry(child)) is not None]
    if kind == "sitemapindex":
        return Sitemap(sitemaps=tuple(entry.url for entry in entries))
    return Sitemap(pages=tuple(entries)) if kind == "urlset" else None


def _entry(element: etree._Element) -> SitemapEntry | None:
    values = {
        etree.QName(child).localname: (child.text or "").strip()
        for child in element
        if isinstance(child.tag, str)
    }
    return SitemapEntry(values["loc"], _date(values.get("lastmod", ""))) if values.get("loc") else None


def _date(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _plain(data: bytes) -> Sitemap | None:
    lines = data.decode("utf-8", errors="replace").split()
    pages = tuple(SitemapEntry(line, None) for line in lines if line.startswith(("http://", "https://")))
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
