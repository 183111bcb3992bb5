"""Removes what visitors can't see, but keeps closed accordions and tabs, and labels for screen readers."""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

from ingest.reader.dom import GONE, Element, attribute, elements, names, remove_all, text_of
from ingest.reader.styles import PLAIN, Style, StyleRules, alike, style_of, style_rules
from ingest.reader.vocabulary import Vocabulary

_NEVER_TEXT = frozenset(
    {
        "script", "style", "template", "noscript", "svg", "math", "canvas", "iframe", "object", "embed",
        "video", "audio", "map", "head", "dialog", "select", "option", "datalist", "input", "textarea",
        "progress", "meter",
    }
)  # fmt: skip
_WHITE = (255, 255, 255)
_LIGHTEST = 700
# Utilities of style sheets that show on wider screens what they hide on narrow ones.
_SHOWN_AGAIN = re.compile(r"(?:^|\s)(?:d-(?:sm|md|lg|xl|xxl)-(?!none)|(?:sm|md|lg|xl|2xl):(?!hidden))")
# Class names of what usually has a colour or a picture behind it, stated in a style sheet that isn't here.
_ON_COLOUR = re.compile(
    r"bg|background|dark|hero|banner|stage|b(?:tn|utton)|badge|label|cover|overlay|teaser|kachel|card|slide|header"
    r"|footer|invert|primary|secondary|box|tile|cta|highlight",
    re.IGNORECASE,
)
_TOGGLES = re.compile(
    r"toggl|trigger|accordion|akkordeon|klapp|collaps|expand|faq|more\b|mehr\b", re.IGNORECASE
)
_MOST_TEXTS = 200
_LONGEST_TEXT = 5_000


def remove_hidden(
    root: Element, opened: set[str], vocabulary: Vocabulary, rules: StyleRules | None = None
) -> list[str]:
    """Remove scripts and invisible elements and give what these would have said.

    Panels that a button or tab opens (`opened`: ids) stay, and short labels for screen readers ("Telefon:").
    `rules` are those of the page's own `<style>`.
    """
    sight = _Sight(opened, vocabulary, rules or StyleRules({}, {}))
    hidden = [element for element in elements(root) if element.tag in _NEVER_TEXT or sight.is_hidden(element)]
    texts = [
        text_of(element)[:_LONGEST_TEXT]
        for element in islice(
            (one for one in hidden if one.tag in {"noscript", "template"} or one.attrib), _MOST_TEXTS
        )
        if element.tag not in {"script", "style", "svg"}
    ]
    remove_all(hidden)
    return [text for text in texts if text]


def page_rules(root: Element) -> StyleRules:
    """Read the rules in a page's own `<style>` elements."""
    return style_rules(element.text or "" for element in islice(root.iter("style"), 50))


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


class _Sight:
    """Tells what can be seen on a page."""

    def __init__(self, opened: set[str], vocabulary: Vocabulary, rules: StyleRules) -> None:
        self._opened = opened
        self._vocabulary = vocabulary
        self._rules = rules

    def is_hidden(self, element: Element) -> bool:
        if not element.attrib:
            return False
        own, sheet = style_of(attribute(element, "style")), self._by_rules(element)
        if self._is_closed(element, own, sheet):
            return not self._is_panel(element)
        if own.hidden or sheet.hidden or self._has_no_contrast(element, own, sheet):
            return not (sheet.hidden and not own.hidden and _carries_the_page(element))
        if own.for_readers or sheet.for_readers or self._is_named(element, self._vocabulary.reader_classes):
            # Column heads for screen readers name the values of a table, so they are wanted.
            return element.tag not in {"caption", "thead", "th"} and not self._is_label(element)
        return False

    def _is_closed(self, element: Element, own: Style, sheet: Style) -> bool:
        """Tell whether an element is hidden in a way that a click may undo."""
        hidden = element.get("hidden")
        if hidden is not None and hidden != "until-found":
            return True
        if element.get("aria-hidden") == "true" or own.closed:
            return True
        if sheet.closed and not _carries_the_page(element):
            return True
        return self._is_named(element, self._vocabulary.hidden_classes) and not _SHOWN_AGAIN.search(
            attribute(element, "class")
        )

    def _is_panel(self, element: Element) -> bool:
        if attribute(element, "id") in self._opened or element.get("role") == "tabpanel":
            return True
        if any(self._vocabulary.panel_classes.search(name) for name in names(element)):
            return True
        return _follows_a_toggle(element)

    def _by_rules(self, element: Element) -> Style:
        if not (self._rules.classes or self._rules.ids):
            return PLAIN
        found = list(self._rules.of(attribute(element, "class"), attribute(element, "id")))
        return next((one for one in found if one.hidden or one.for_readers), found[0] if found else PLAIN)

    def _is_named(self, element: Element, classes: frozenset[str]) -> bool:
        return any(name.lower() in classes for name in attribute(element, "class").split())

    def _is_label(self, element: Element) -> bool:
        return bool(self._vocabulary.reader_labels.fullmatch(text_of(element)))

    def _has_no_contrast(self, element: Element, own: Style, sheet: Style) -> bool:
        """Tell whether text has its background's colour; white text has, unless a background is likely."""
        colour = own.colour or sheet.colour
        if colour is None:
            return False
        for around, style in self._styles_around(element):
            if style.background is not None:
                return alike(colour, style.background)
            if style.painted or (sum(colour) > _LIGHTEST and _ON_COLOUR.search(attribute(around, "class"))):
                return False
        return alike(colour, _WHITE) and element.tag not in {"a", "button"}

    def _styles_around(self, element: Element) -> Iterator[tuple[Element, Style]]:
        for around in (element, *element.iterancestors()):
            yield around, style_of(attribute(around, "style"))
            yield around, self._by_rules(around)


def _carries_the_page(element: Element) -> bool:
    """Tell whether an element holds the page's heading: style sheets hide such until scripts have run."""
    return (
        element.tag in {"html", "body", "main"}
        or next(element.iterdescendants("h1", "main"), None) is not None
    )


def _follows_a_toggle(element: Element) -> bool:
    """Tell whether what stands right before an element opens it."""
    before = element.getprevious()
    while before is not None and before.tag == GONE:
        before = before.getprevious()
    if before is None:
        return False
    for one in islice((before, *before.iterdescendants()), 8):
        if one.tag in {"button", "summary"} or any(
            one.get(name) is not None
            for name in ("onclick", "aria-expanded", "data-toggle", "data-bs-toggle")
        ):
            return True
        if any(_TOGGLES.search(name) for name in names(one)):
            return True
    return False
