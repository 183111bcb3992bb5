"""The page readers that are compared: ours, and those that others would take, each to plain text."""

from collections.abc import Callable, Sequence

from corpus.records import Document
from evaluation.page_reading.gold_page import GoldPage
from ingest.errors import Unreadable
from ingest.reader.charset import decode
from ingest.reader.page import read_page

PageReader = Callable[[bytes, str], str]
Reader = Callable[[Sequence[GoldPage]], list[str]]


def ours(html: bytes, url: str) -> str:
    """Our sections of a page that is read alone; "" for a page without text."""
    document = _read(html, url)
    return _text(document) if document else ""


def our_website(pages: Sequence[GoldPage]) -> list[str]:
    """Our sections of pages that are read as one website: what stands on most of them is left out."""
    from ingest.website.boilerplate import without_boilerplate

    read = [_read(page.html, page.url) for page in pages]
    kept = {one.url: _text(one) for one in without_boilerplate([one for one in read if one])}
    return [kept[one.url] if one else "" for one in read]


def _read(html: bytes, url: str) -> Document | None:
    try:
        return read_page(html, url, city="stadt", source="website")
    except Unreadable:
        return None


def _text(document: Document) -> str:
    """Sections as text: a heading a line, then its lines."""
    lines = (line for section in document.sections for line in (section.heading, section.text))
    return "\n".join(line for line in lines if line)


def with_trafilatura(html: bytes, url: str) -> str:
    """Trafilatura with its default options."""
    import trafilatura

    return trafilatura.extract(html, url=url) or ""


def with_trafilatura_recall(html: bytes, url: str) -> str:
    """Trafilatura, told to rather keep too much."""
    import trafilatura

    return trafilatura.extract(html, url=url, favor_recall=True) or ""


def with_readability(html: bytes, url: str) -> str:
    """readability-lxml's summary, its text taken out with lxml."""
    from lxml import etree  # type: ignore[import-untyped]  # no stubs are pinned
    from readability import Document  # type: ignore[import-untyped]  # it has no stubs
    from readability.readability import Unparseable  # type: ignore[import-untyped]  # it has no stubs

    try:
        summary = Document(decode(html), url=url).summary(html_partial=True)
    except Unparseable:
        return ""
    root = etree.HTML(summary)
    return "" if root is None else "\n".join(root.itertext())


def with_beautifulsoup(html: bytes, _url: str) -> str:
    """All text of the body, a text node a line."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(html, "lxml")
    return (soup.body or soup).get_text("\n")


def _each(read: PageReader) -> Reader:
    return lambda pages: [read(page.html, page.url) for page in pages]


#: The reader that takes everything.
ALL_TEXT = "BeautifulSoup, get_text"
#: What is compared, ours first.
READERS: dict[str, Reader] = {
    "Stadtlotse, as a website": our_website,
    "Stadtlotse, page alone": _each(ours),
    "trafilatura": _each(with_trafilatura),
    "trafilatura, favor_recall": _each(with_trafilatura_recall),
    "readability-lxml": _each(with_readability),
    ALL_TEXT: _each(with_beautifulsoup),
}
