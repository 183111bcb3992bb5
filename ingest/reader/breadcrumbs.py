"""Finds the breadcrumb trail of a page and takes it out of the text."""

import re

from bs4 import BeautifulSoup, Tag

from ingest.reader.characters import one_line
from ingest.reader.dom import attribute, elements, names, text_of

_NAME = re.compile(
    r"breadcrumb|brotkr|kruemel|krümel|klickpfad|rootline|bread-crumb|you-?are-?here|sie-?sind-?hier",
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


def take_breadcrumbs(soup: BeautifulSoup) -> tuple[str, ...]:
    """Remove the breadcrumb trail and give its steps, from the section to the page; "Startseite" left out."""
    trail: tuple[str, ...] = ()
    for tag in [tag for tag in elements(soup) if _is_trail(tag)]:
        if tag.decomposed or tag.find("h1"):
            continue
        trail = trail or _steps(tag)
        tag.decompose()
    return trail


def _is_trail(tag: Tag) -> bool:
    if tag.name in {"html", "body", "main", "a", "li", "span"}:
        return False
    if _LABEL.search(attribute(tag, "aria-label")) or attribute(tag, "typeof").endswith("BreadcrumbList"):
        return True
    if attribute(tag, "itemtype").endswith("/BreadcrumbList"):
        return True
    return any(_NAME.search(name) for name in names(tag)) and len(text_of(tag)) < 500


def _steps(tag: Tag) -> tuple[str, ...]:
    items = [item for item in tag.find_all("li") if isinstance(item, Tag)]
    texts = [text_of(item) for item in items] if items else _SEPARATOR.split(_LEAD.sub("", text_of(tag)))
    steps = (_LEAD.sub("", one_line(text)).strip(" ›»>/|→•:") for text in texts)
    return tuple(step for step in steps if step and not _HOME.match(step))
