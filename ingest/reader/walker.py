"""Walks a page's content and writes it down as parts: headings, lines, list items, table rows."""

import re
from collections.abc import Mapping

from ingest.reader import tables
from ingest.reader.characters import lines_of, one_line
from ingest.reader.dom import (
    GONE,
    HEADINGS,
    Element,
    attribute,
    elements,
    first,
    heading_level,
    remove,
    shown_text,
    text_of,
)
from ingest.reader.headings import (
    anchor_of,
    bold_heading,
    is_long,
    is_title,
    lead_label,
    names_a_section,
    opens_a_panel,
)
from ingest.reader.inline import contact_address, raised
from ingest.reader.parts import BOLD, PageLink, Part

_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "html", "label",
        "legend", "li", "main", "p", "pre", "section", "summary", "tbody", "td", "tfoot", "th", "thead", "tr",
    }
)  # fmt: skip
_SCOPES = frozenset({"details", "section", "article", "aside", "blockquote"})
_DEEPEST = 150
_MOST_LINKS = 10_000
_WHITE = re.compile(r"\s+")
_CARETS = re.compile(r"^[\s›»>▶▼▾+–-]+|[\s›»>▶▼▾+–-]+$")


class Walker:
    """Reads elements in document order into `parts`.

    `labels` maps the ids of tab panels to their tabs' texts; `opened` are the ids that buttons open.
    """

    def __init__(self, labels: Mapping[str, str], opened: set[str]) -> None:
        self.parts: list[Part] = [Part()]
        self._labels = labels
        self._opened = opened
        self._current = self.parts[0]
        self._outer: dict[str, Part] = {}
        self._inline: list[str] = []
        self._prefix = ""
        self._links = 0

    def read(self, element: Element) -> None:
        """Read one content element; what follows starts outside the sections that it opened."""
        self._children(element, 0)
        self._flush()
        self._current = self.parts[0]

    def _children(self, element: Element, depth: int) -> None:
        if depth > _DEEPEST:
            self._inline.append(text_of(element))
            return
        preformatted = element.tag == "pre"
        if element.text:
            self._text(element.text, preformatted=preformatted)
        for child in element:
            if child.tag != GONE:
                self._element(child, depth + 1)
            if child.tail:
                self._text(child.tail, preformatted=preformatted)

    def _text(self, text: str, *, preformatted: bool) -> None:
        self._inline.append(text if preformatted else _WHITE.sub(" ", text))

    def _element(self, element: Element, depth: int) -> None:
        name = element.tag
        if level := heading_level(element):
            self._heading(shown_text(element), level, anchor_of(element))
        elif element.get("role") in {"tab", "tablist"}:
            return
        elif name == "br":
            self._inline.append("\n")
        elif name == "table":
            self._table(element, depth)
        elif name in {"ul", "ol", "menu"}:
            self._list(element, depth)
        elif name == "dl":
            self._definitions(element, depth)
        elif name == "button" or opens_a_panel(element):
            self._button(element)
        elif name == "a":
            self._link(element, depth)
        elif name in {"sup", "sub"}:
            self._inline.append(raised(text_of(element), "".join(self._inline[-4:])[-4:]))
        elif name in _BLOCKS or element.get("id") in self._labels:
            self._block(element, depth)
        else:
            self._children(element, depth)

    def _block(self, element: Element, depth: int) -> None:
        self._flush()
        if heading := bold_heading(element):
            self._heading(heading, BOLD, anchor_of(element))
            return
        if (label := lead_label(element)) is not None and names_a_section(text_of(label)):
            self._labelled(element, label, depth)
            return
        if is_title(element):
            self._open(_CARETS.sub("", shown_text(element)), anchor_of(element))
            return
        before = self._current
        name = attribute(element, "id")
        if name in self._labels:
            self._open_panel(element, self._labels[name])
        if element.tag == "details":
            self._open_details(element)
        self._children(element, depth)
        self._flush()
        if name in self._outer:
            self._current = self._outer.pop(name)
        elif (element.tag in _SCOPES or name in self._labels) and self._current.lines:
            self._current = before

    def _labelled(self, element: Element, label: Element, depth: int) -> None:
        """Read a paragraph like "Gebühr: 26 Euro" as a section of its own that ends with it."""
        outer = self._current
        self._heading(text_of(label).rstrip(": "), BOLD - 1, anchor_of(element))
        remove(label)
        self._children(element, depth)
        self._flush()
        lines = self._current.lines
        if lines:
            lines[0] = lines[0].lstrip(": ")
        self._current = outer

    def _open_panel(self, element: Element, label: str) -> None:
        heading = next((child for child in elements(element) if heading_level(child)), None)
        if heading is None or shown_text(heading) != label:
            self._open(label, attribute(element, "id"))

    def _open_details(self, element: Element) -> None:
        summary = first(element, "summary")
        if summary is not None:
            title = shown_text(summary)
            remove(summary)
            self._open(_CARETS.sub("", title), attribute(element, "id") or None)

    def _button(self, element: Element) -> None:
        title = _CARETS.sub("", shown_text(element))
        panel = (
            attribute(element, "aria-controls")
            or attribute(element, "data-bs-target")
            or attribute(element, "data-target")
        )
        panel = (panel or attribute(element, "href")).lstrip("#")
        if not title or not (panel in self._opened or element.get("aria-expanded") is not None):
            return
        outer = self._current
        self._open(title, panel or anchor_of(element))
        if panel:
            self._outer[panel] = outer

    def _open(self, text: str, anchor: str | None) -> None:
        """Start what is opened by a click: below the current heading, beside what was opened before."""
        below = 0 if self._current.opened else 1
        self._heading(text, min(max(self._current.level, 1) + below, BOLD - 1), anchor)
        self._current.opened = True

    def _heading(self, text: str, level: int, anchor: str | None) -> None:
        self._flush()
        if not text:
            return
        self._current = Part(text, level, anchor)
        self.parts.append(self._current)

    def _list(self, element: Element, depth: int) -> None:
        self._flush()
        if first(element, *HEADINGS, "details", "table") is not None:
            self._children(element, depth)
            self._flush()
            return
        start = attribute(element, "start")
        number = int(start) if start.isdigit() else 1
        for item in list(element):
            if item.tag != "li":
                self._element(item, depth)
                continue
            self._prefix = f"{number}. " if element.tag == "ol" else "- "
            number += 1
            self._children(item, depth)
            self._flush()
            self._prefix = ""

    def _definitions(self, element: Element, depth: int) -> None:
        self._flush()
        terms: list[str] = []
        for item in list(element.iterdescendants("dt", "dd")):
            if next(item.iterancestors("dl"), None) is not element:
                continue
            if item.tag == "dt":
                if term := shown_text(item).rstrip(":"):
                    terms.append(term)
            elif is_long(item):
                outer = self._current
                self._open(" / ".join(terms) or outer.heading, anchor_of(item))
                self._children(item, depth)
                self._flush()
                self._current, terms = outer, []
            else:
                value = self._flat(item)
                self._line(f"{' / '.join(terms)}: {value}" if terms and value else value)
                self._keep_links(item)
                terms = []
        for term in terms:
            self._line(term)

    def _table(self, element: Element, depth: int) -> None:
        self._flush()
        if tables.is_layout(element):
            self._children(element, depth)
            self._flush()
            return
        for line in tables.table_lines(element, self._flat):
            self._line(line)
        self._keep_links(element)

    def _flat(self, element: Element) -> str:
        """Read an element into one line; inner lines joined by commas, list dashes left out."""
        inner = Walker({}, set())
        inner.read(element)
        lines = [
            line for part in inner.parts for line in ([part.heading] if part.heading else []) + part.lines
        ]
        texts = [line.removeprefix("- ") for line in lines]
        return " ".join(text if text.endswith((",", ";", ":")) else f"{text}," for text in texts).rstrip(",")

    def _link(self, element: Element, depth: int) -> None:
        if len(element) and first(element, *_BLOCKS, *HEADINGS) is not None:
            self._children(element, depth)
            self._keep_link(element)
            return
        before = len(self._inline)
        self._children(element, depth)
        shown = "".join(self._inline[before:])
        if address := contact_address(attribute(element, "href"), shown):
            self._inline.append(f": {address}" if shown.strip() else address)
        self._keep_link(element)

    def _keep_links(self, element: Element) -> None:
        for link in element.iterdescendants("a"):
            self._keep_link(link)

    def _keep_link(self, element: Element) -> None:
        if (address := attribute(element, "href").strip()) and self._links < _MOST_LINKS:
            self._links += 1
            label = attribute(element, "aria-label") or attribute(element, "title")
            self._current.links.append(PageLink(text_of(element) or one_line(label), address))

    def _flush(self) -> None:
        if not self._inline:
            return
        for line in lines_of("".join(self._inline)):
            self._line(self._prefix + line)
            self._prefix = ""
        self._inline = []

    def _line(self, text: str) -> None:
        if text:
            self._current.lines.append(text)
