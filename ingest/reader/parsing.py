"""Parses a page, within bounds: size, nesting, number of elements."""

import re

from lxml import etree  # type: ignore[import-untyped]  # no stubs are pinned

from ingest.errors import Unreadable
from ingest.reader.charset import decode
from ingest.reader.dom import Element

_LARGEST = 10_000_000
_DEEPEST = 1_000
_MOST_ELEMENTS = 50_000
_MOST_ATTRIBUTES = 10_000
# The parser compares every attribute of an element with every other one.
_LONG_TAG = re.compile(r"<[a-z][^<>]{100000,}", re.IGNORECASE)
_SPLIT = "bitte teilen Sie sie auf."
_MEND = "bitte lassen Sie ihre Vorlage reparieren."
# How ZIP, gzip, PDF, PNG, GIF, JPEG and old Office files begin, whatever the server says that they are.
_OTHER_FORMATS = (
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"%PDF",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\xd0\xcf\x11\xe0",
)
# After `<plaintext>` a parser takes all markup for text; nobody has meant that since 1993.
_PLAIN = re.compile(r"<(/?)(?:plaintext|xmp|listing)\b", re.IGNORECASE)


def parse_page(html: bytes, content_type: str = "") -> Element:
    """Decode and parse a page; raises `Unreadable` where it is beyond the bounds or no HTML at all.

    Bounds: 10 MB, 1,000 levels, 50,000 elements, 10,000 attributes of one (a browser's own bound is 512
    levels; the longest real pages, budgets and minutes, have some 20,000 elements).
    """
    if len(html) > _LARGEST:
        raise Unreadable(f"Die Seite ist größer als {_LARGEST // 1_000_000} MB; {_SPLIT}")
    if html.startswith(_OTHER_FORMATS):
        raise Unreadable("Die Datei ist keine HTML-Seite.")
    text = decode(html, content_type)
    if "<" not in text:
        raise Unreadable("Die Datei ist keine HTML-Seite.")
    root = parse_html(text)
    _check(root)
    return root


def parse_html(text: str) -> Element:
    """Parse HTML, however broken; comments and processing instructions are left out.

    Raises `Unreadable` where the parser gives up (more than 2,048 levels).
    """
    if any(len(tag[0].split()) > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(text)):
        raise Unreadable(f"Ein Element der Seite hat mehr als 10.000 Attribute; {_MEND}")
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True
    )
    try:
        data = _PLAIN.sub(r"<\1pre", text.replace("\0", "")).encode("utf-8", "replace")
        root: Element | None = etree.fromstring(data, parser)
    except etree.LxmlError as error:
        raise Unreadable(f"Die Seite ist kein lesbares HTML; {_MEND}") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise Unreadable(f"Die Seite ist zu tief verschachtelt; {_MEND}")
    if root is None:
        raise Unreadable("Die Seite enthält keinen lesbaren Text.")
    return root


def body_of(root: Element) -> Element:
    """Give a parsed page's body, or the whole where it has none."""
    return next(root.iter("body"), root)


def _check(root: Element) -> None:
    count = sum(1 for _ in root.iter())
    if count > _MOST_ELEMENTS:
        raise Unreadable(f"Die Seite hat mehr als {_MOST_ELEMENTS // 1_000}.000 Elemente; {_SPLIT}")
    if count > _DEEPEST and _depth(root) > _DEEPEST:
        raise Unreadable(f"Die Seite ist zu tief verschachtelt; {_MEND}")


def _depth(root: Element) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
