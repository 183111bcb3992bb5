"""Removes what a page's visitors can't see, but keeps closed accordions and tabs."""

import re
from urllib.parse import unquote

from bs4 import BeautifulSoup, Comment, Tag

from ingest.reader.dom import attribute, elements, names
from ingest.reader.vocabulary import Vocabulary

_NEVER_TEXT = (
    "script", "style", "template", "noscript", "svg", "math", "canvas", "iframe", "object", "embed",
    "video", "audio", "map", "head", "dialog", "select", "option", "datalist", "input", "textarea",
    "progress", "meter",
)  # fmt: skip
_HIDING_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d]*[1-9])"
    r"|(?:left|top|text-indent|margin-left)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*(?:0|1px)",
    re.IGNORECASE,
)
_WHITE = r"(?:#fff(?:fff)?\b|white\b|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))"
_WHITE_TEXT = re.compile(rf"(?<![-\w])color\s*:\s*{_WHITE}", re.IGNORECASE)
_BACKGROUND = re.compile(r"background(?:-color|-image)?\s*:\s*([^;]+)", re.IGNORECASE)


def remove_hidden(soup: BeautifulSoup, vocabulary: Vocabulary) -> None:
    """Remove scripts, comments and invisible elements; panels that a button or tab opens stay."""
    opened = panels(soup)
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for tag in soup.find_all(_NEVER_TEXT):
        tag.extract()
    for tag in list(elements(soup)):
        if tag.attrs and _is_hidden(tag, vocabulary) and not _is_panel(tag, opened, vocabulary):
            tag.extract()


def panels(soup: Tag) -> set[str]:
    """Give the ids of the elements that buttons, tabs and collapse links open."""
    found: set[str] = set()
    for tag in elements(soup):
        controls = attribute(tag, "aria-controls") or attribute(tag, "data-target")
        target = controls or attribute(tag, "data-bs-target")
        if not target and (attribute(tag, "role") == "tab" or _toggles(tag)):
            target = attribute(tag, "href")
        found.update(unquote(name).lstrip("#") for name in target.split())
    return found


def _toggles(tag: Tag) -> bool:
    return bool(attribute(tag, "data-toggle") or attribute(tag, "data-bs-toggle"))


def _is_hidden(tag: Tag, vocabulary: Vocabulary) -> bool:
    if tag.has_attr("hidden") and attribute(tag, "hidden") != "until-found":
        return True
    if attribute(tag, "aria-hidden") == "true":
        return True
    style = attribute(tag, "style")
    if style and (_HIDING_STYLE.search(style) or _is_white_on_white(style)):
        return True
    # Column heads for screen readers name the values of a table, so they are wanted.
    return tag.name not in {"caption", "thead", "th"} and any(
        name.lower() in vocabulary.hidden_classes for name in attribute(tag, "class").split()
    )


def _is_white_on_white(style: str) -> bool:
    if not _WHITE_TEXT.search(style):
        return False
    background = _BACKGROUND.search(style)
    return background is None or bool(re.match(_WHITE, background[1].strip(), re.IGNORECASE))


def _is_panel(tag: Tag, opened: set[str], vocabulary: Vocabulary) -> bool:
    if attribute(tag, "id") in opened or attribute(tag, "role") == "tabpanel":
        return True
    if _HIDING_STYLE.search(attribute(tag, "style")) and "display" not in attribute(tag, "style"):
        return False
    return any(vocabulary.panel_classes.search(name) for name in names(tag))
