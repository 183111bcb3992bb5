"""Reads HTML of tests into documents."""

from corpus.records import Document, Section
from ingest.reader.page import read_page

URL = "https://www.kleinstadt.example/dienstleistungen/hundesteuer.html"


def read(html: str | bytes, url: str = URL, content_type: str = "text/html; charset=utf-8") -> Document:
    """Read a page as if fetched from `url`."""
    body = html.encode() if isinstance(html, str) else html
    return read_page(body, url, city="kleinstadt", source="website", content_type=content_type)


def body(html: str, **more: str) -> Document:
    """Read a fragment as the content of a plain page."""
    return read(
        f"<html lang='de'><head><title>Titel</title></head><body><main>{html}</main></body></html>", **more
    )


def section(document: Document, heading: str) -> Section:
    """Give the one section with this heading."""
    found = [one for one in document.sections if one.heading == heading]
    assert len(found) == 1, [one.heading for one in document.sections]
    return found[0]
