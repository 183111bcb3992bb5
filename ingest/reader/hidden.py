"""Removes what a page's visitors can't see, but keeps closed accordions and tabs."""

import re
from urllib.parse import unquote

from ingest.reader.dom import Element, attribute, elements, names, remove_all
from ingest.reader.vocabulary import Vocabulary

_NEVER_TEXT = frozenset(
    {
        "script", "style", "template", "noscript", "svg", "math", "canvas", "iframe", "object", "embed",
        "video", "audio", "map", "head", "dialog", "select", "option", "datalist", "input", "textarea",
        "progress", "meter",
    }
)  # fmt: skip
_HIDING_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d]*[1-9])"
    r"|(?:left|top|text-indent|margin-left)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*(?:0|1px)",
    re.IGNORECASE,
)
_WHITE = r"(?:#fff(?:fff)?\b|white\b|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))"
_WHITE_TEXT = re.compile(rf"(?<![-\w])color\s*:\s*{_WHITE}", re.IGNORECASE)
_BACKGROUND = re.compile(r"background(?:-color|-image)?\s*:\s*([^;]+)", re.IGNORECASE)


def remove_hidden(root: Element, opened: set[str], vocabulary: Vocabulary) -> None:
    """Remove scripts and invisible elements; panels that a button or tab opens (`opened`: ids) stay."""
    remove_all(
        [
            element
            for element in elements(root)
            if element.tag in _NEVER_TEXT
            or (
                element.attrib
                and _is_hidden(element, vocabulary)
                and not _is_panel(element, opened, vocabulary)
            )
        ]
    )


def panels(root: Element) -> set[str]:
    """Give the ids of the elements that buttons, tabs and collapse links open."""
    found: set[str] = set()
    for element in elements(root):
        if not element.attrib:
            continue
        target = (
            element.get("aria-controls") or element.get("data-target") or element.get("data-bs-target") or ""
        )
        if not target and (element.get("role") == "tab" or _toggles(element)):
            target = attribute(element, "href")
        found.update(unquote(name).lstrip("#") for name in target.split())
    return found


def _toggles(element: Element) -> bool:
    return bool(element.get("data-toggle") or element.get("data-bs-toggle"))


def _is_hidden(element: Element, vocabulary: Vocabulary) -> bool:
    hidden = element.get("hidden")
    if hidden is not None and hidden != "until-found":
        return True
    if element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    if style and (_HIDING_STYLE.search(style) or _is_white_on_white(style)):
        return True
    # Column heads for screen readers name the values of a table, so they are wanted.
    return element.tag not in {"caption", "thead", "th"} and any(
        name.lower() in vocabulary.hidden_classes for name in attribute(element, "class").split()
    )


def _is_white_on_white(style: str) -> bool:
    if not _WHITE_TEXT.search(style):
        return False
    background = _BACKGROUND.search(style)
    return background is None or bool(re.match(_WHITE, background[1].strip(), re.IGNORECASE))


def _is_panel(element: Element, opened: set[str], vocabulary: Vocabulary) -> bool:
    if attribute(element, "id") in opened or element.get("role") == "tabpanel":
        return True
    if _HIDING_STYLE.search(attribute(element, "style")) and "display" not in attribute(element, "style"):
        return False
    return any(vocabulary.panel_classes.search(name) for name in names(element))
