"""Knows headings that are none by their element: bold paragraphs, accordions' titles and buttons."""

import re

from bs4 import NavigableString, Tag

from corpus.records import SectionKind
from ingest.reader.dom import attribute, elements, heading_level, is_text, names, text_of
from ingest.reader.kinds import heading_kind
from ingest.reader.vocabulary import vocabulary

_LONGEST_BOLD_HEADING = 80
_LONGEST_LABEL = 50
_NO_HEADING = re.compile(r"[.!,;]$|€|\beuro\b|\buhr\b|@|\btel|\d{4,}", re.IGNORECASE)
_TITLE_NAME = re.compile(
    r"(?:accordion|akkordeon|collapse|collapsible|toggle|panel|faq|klapp|disclosure)\w*[-_]{1,2}"
    r"(?:title|titel|head|header|heading|button|trigger|toggle|question|frage)",
    re.IGNORECASE,
)


def bold_heading(tag: Tag) -> str:
    """Give the text of a paragraph that is nothing but a short bold phrase, "" for any other."""
    if tag.name not in {"p", "div"}:
        return ""
    content = [
        child
        for child in tag.children
        if isinstance(child, Tag) or (is_text(child) and str(child).strip(" \n\t\xa0:\u200b"))
    ]
    content = [child for child in content if not (isinstance(child, Tag) and child.name == "br")]
    if len(content) != 1 or not isinstance(content[0], Tag) or content[0].name not in {"strong", "b"}:
        return ""
    text = text_of(content[0]).rstrip(": ")
    if not 2 < len(text) <= _LONGEST_BOLD_HEADING or _NO_HEADING.search(text) or content[0].find("br"):
        return ""
    return text


def lead_label(tag: Tag) -> Tag | None:
    """Give the bold label that a paragraph begins with ("<b>Gebühr:</b> 26 Euro"), if it has one only."""
    if tag.name not in {"p", "div"} or len(tag.find_all(["strong", "b"])) != 1:
        return None
    content = [
        child for child in tag.children if isinstance(child, Tag) or (is_text(child) and str(child).strip())
    ]
    if len(content) < 2 or not isinstance(content[0], Tag) or content[0].name not in {"strong", "b"}:
        return None
    label, rest = text_of(content[0]), content[1]
    has_colon = label.endswith(":") or (not isinstance(rest, Tag) and str(rest).lstrip().startswith(":"))
    return content[0] if has_colon and 2 < len(label) <= _LONGEST_LABEL else None


def is_title(tag: Tag) -> bool:
    """Tell whether an element is an accordion's title by its class name."""
    if not any(_TITLE_NAME.search(name) for name in names(tag)):
        return False
    text = text_of(tag)
    return 2 < len(text) <= 160 and not any(
        heading_level(child) or child.name in {"button", "ul", "p"} for child in elements(tag)
    )


def opens_a_panel(tag: Tag) -> bool:
    """Tell whether a link or another element acts as the button of an accordion."""
    if tag.name != "a":
        return attribute(tag, "role") == "button" and tag.has_attr("aria-controls")
    toggle = attribute(tag, "data-toggle") or attribute(tag, "data-bs-toggle")
    return toggle == "collapse" or (attribute(tag, "role") == "button" and tag.has_attr("aria-expanded"))


def anchor_of(heading: Tag) -> str | None:
    """Give the fragment that leads to a heading: its own id, one inside it, or that of what it opens."""
    if own := attribute(heading, "id"):
        return own
    for child in elements(heading):
        if inner := attribute(child, "id") or (attribute(child, "name") if child.name == "a" else ""):
            return inner
    for parent in heading.parents:
        if parent.name in {"body", "main", "html"}:
            break
        if (name := attribute(parent, "id")) and _starts_with(parent, heading):
            return name
    return None


def _starts_with(parent: Tag, heading: Tag) -> bool:
    for node in parent.descendants:
        if node is heading:
            return True
        if isinstance(node, NavigableString) and str(node).strip():
            return False
    return False


def names_a_section(label: str) -> bool:
    """Tell whether a label says what its paragraph is about; "Telefon:" belongs to its number."""
    kind = heading_kind(label, vocabulary())
    return kind is not None and kind is not SectionKind.CONTACT


def is_long(tag: Tag) -> bool:
    """Tell whether a definition is a text of its own rather than a value."""
    return (
        tag.find(["ul", "ol", "table", "dl"]) is not None
        or len(tag.find_all("p")) > 1
        or len(text_of(tag)) > 300
    )
