"""Knows headings that are none by their element: bold paragraphs, accordions' titles and buttons."""

import re

from corpus.records import SectionKind
from ingest.reader.dom import (
    HEADINGS,
    Element,
    attribute,
    children,
    elements,
    first,
    names,
    shown_text,
    text_of,
)
from ingest.reader.kinds import heading_kind
from ingest.reader.vocabulary import vocabulary

_LONGEST_BOLD_HEADING = 80
_LONGEST_LABEL = 50
_BOLD = frozenset({"strong", "b"})
_NO_HEADING = re.compile(r"[.!,;]$|€|\beuro\b|\buhr\b|@|\btel|\d{4,}", re.IGNORECASE)
_TITLE_NAME = re.compile(
    r"(?:accordion|akkordeon|collapse|collapsible|toggle|panel|faq|klapp|disclosure)\w*[-_]{1,2}"
    r"(?:title|titel|head|header|heading|button|trigger|toggle|question|frage)",
    re.IGNORECASE,
)
_LABEL_NAME = re.compile(r"(?:^|[-_])(?:field|feld)[-_]*(?:label|title|titel|name)$", re.IGNORECASE)
_HEADLINE_NAME = re.compile(
    r"(?:^|[-_])(?:ueberschrift|überschrift|headline|zwischentitel|subheading"
    r"|(?:section|block|box|modul|element)[-_]?(?:title|titel|header|heading))(?:$|[-_])",
    re.IGNORECASE,
)
_EMPTY = " \n\r\t\xa0:\u200b"


def bold_heading(element: Element) -> str:
    """Give the text of a paragraph that is nothing but a short bold phrase, "" for any other."""
    if element.tag not in {"p", "div"} or (element.text or "").strip(_EMPTY):
        return ""
    bold: Element | None = None
    for child in element:
        if child.tag in _BOLD and bold is None:
            bold = child
        elif child.tag != "br" and (child.tag not in {"gone", "a"} or len(child) or child.text):
            return ""
        if (child.tail or "").strip(_EMPTY):
            return ""
    if bold is None or first(bold, "br") is not None:
        return ""
    text = shown_text(bold).rstrip(": ")
    return "" if not 2 < len(text) <= _LONGEST_BOLD_HEADING or _NO_HEADING.search(text) else text


def lead_label(element: Element) -> Element | None:
    """Give the bold label that a paragraph begins with ("<b>Gebühr:</b> 26 Euro"), if it has one only."""
    if element.tag not in {"p", "div"} or (element.text or "").strip():
        return None
    label = next(iter(children(element)), None)
    if label is None or label.tag not in _BOLD or not 2 < len(text := text_of(label)) <= _LONGEST_LABEL:
        return None
    after = (label.tail or "").lstrip()
    if not text.endswith(":") and not after.startswith(":"):
        return None
    only = sum(1 for _ in element.iterdescendants("strong", "b")) == 1
    return label if only and (after or len(children(element)) > 1) else None


def is_title(element: Element) -> bool:
    """Tell whether an element is an accordion's title by its class name."""
    if not any(_TITLE_NAME.search(name) for name in names(element)):
        return False
    if first(element, *HEADINGS, "button", "ul", "p") is not None:
        return False
    return 2 < len(text_of(element)) <= 160


def field_label(element: Element) -> str:
    """Give the text of an element that is a field's label by its class name, "" for any other."""
    return _named(element, _LABEL_NAME)


def headline(element: Element) -> str:
    """Give the text of an element that is a heading by its class name only, "" for any other."""
    return _named(element, _HEADLINE_NAME)


def _named(element: Element, pattern: re.Pattern[str]) -> str:
    if element.tag not in {"div", "p"} or not any(pattern.search(name) for name in names(element)):
        return ""
    after = next(element.itersiblings(), None)
    if after is None or (element.tail or "").strip() or first(element, *HEADINGS, "ul", "table") is not None:
        return ""
    text = shown_text(element).rstrip(": ")
    return "" if not 2 < len(text) <= _LONGEST_BOLD_HEADING or _NO_HEADING.search(text) else text


def opens_a_panel(element: Element) -> bool:
    """Tell whether a link or another element acts as the button of an accordion."""
    if not element.attrib:
        return False
    is_button = element.get("role") == "button"
    if element.tag != "a":
        return is_button and element.get("aria-controls") is not None
    toggle = element.get("data-toggle") or element.get("data-bs-toggle")
    return toggle == "collapse" or (is_button and element.get("aria-expanded") is not None)


def anchor_of(heading: Element) -> str | None:
    """Give the fragment that leads to a heading: its own id, one inside it, or that of what it opens."""
    if own := attribute(heading, "id"):
        return own
    for child in elements(heading):
        if inner := child.get("id") or (attribute(child, "name") if child.tag == "a" else ""):
            return inner
    for parent in heading.iterancestors():
        if parent.tag in {"body", "main", "html"}:
            break
        if (name := parent.get("id")) and _starts_with(parent, heading):
            return name
    return None


def _starts_with(parent: Element, heading: Element) -> bool:
    """Tell whether nothing is shown in `parent` before `heading`."""
    for element in parent.iter():
        if element is heading:
            return True
        if (element.text or "").strip() or (element is not parent and (element.tail or "").strip()):
            return False
    return False


def names_a_section(label: str) -> bool:
    """Tell whether a label says what its paragraph is about; "Telefon:" belongs to its number."""
    kind = heading_kind(label, vocabulary())
    return kind is not None and kind is not SectionKind.CONTACT


def is_long(element: Element) -> bool:
    """Tell whether a definition is a text of its own rather than a value."""
    return (
        first(element, "ul", "ol", "table", "dl") is not None
        or sum(1 for _ in element.iterdescendants("p")) > 1
        or len(text_of(element)) > 300
    )
