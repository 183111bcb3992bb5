"""Finds the breadcrumb trail of a page and takes it out of the text."""

import re

from ingest.reader.characters import one_line
from ingest.reader.dom import Element, attribute, elements, first, names, remove, text_of
from ingest.reader.weights import Weights

_NAME = re.compile(
    r"breadcrumb|brotkr|kruemel|krümel|klickpfad|rootline|bread-crumb|you[-_]?are[-_]?here|sie[-_]?sind[-_]?hier",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"breadcrumb|brotkr|krümel|sie sind hier|navigationspfad|you are here|klickpfad", re.IGNORECASE
)
_LEAD = re.compile(
    r"^(?:sie (?:sind|befinden sich) hier|you are here|aktuelle position|navigationspfad)\s*:?\s*",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:[›»>/|→•]|::)\s*")
_HOME = re.compile(r"^(?:start(?:seite)?|home(?:page)?|homepage|zur startseite)$", re.IGNORECASE)
_NO_TRAIL = frozenset({"html", "body", "main", "a", "li", "span"})
_LONGEST = 500


def take_breadcrumbs(body: Element, weights: Weights) -> tuple[str, ...]:
    """Remove the breadcrumb trail and give its steps, from the section to the page; "Startseite" left out."""
    trail: tuple[str, ...] = ()
    for element in [element for element in elements(body) if _is_trail(element, weights)]:
        if first(element, "h1") is None:
            trail = trail or _steps(element)
            remove(element)
    return trail


def _is_trail(element: Element, weights: Weights) -> bool:
    if element.tag in _NO_TRAIL:
        return False
    if _LABEL.search(attribute(element, "aria-label")):
        return True
    if attribute(element, "typeof").endswith("BreadcrumbList"):
        return True
    if attribute(element, "itemtype").endswith("/BreadcrumbList"):
        return True
    if weights.length(element) >= _LONGEST:
        return False
    return any(_NAME.search(name) for name in names(element)) or _says_where(element)


def _says_where(element: Element) -> bool:
    """Tell whether an element begins with "Sie sind hier:" and leads back."""
    begin = (element.text or "").strip() or next((child.text or "" for child in element), "")
    return bool(_LEAD.match(begin.strip())) and first(element, "a") is not None


def _steps(element: Element) -> tuple[str, ...]:
    items = list(element.iterdescendants("li"))
    texts = [text_of(item) for item in items] if items else _SEPARATOR.split(_LEAD.sub("", text_of(element)))
    steps = (_LEAD.sub("", one_line(text)).strip(" ›»>/|→•:") for text in texts)
    return tuple(step for step in steps if step and not _HOME.match(step))
