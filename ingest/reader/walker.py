"""Walks a page's content and writes it down as parts: headings, lines, list items, table rows."""

import re
from collections.abc import Mapping

from ingest.reader import tables
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
    field_label,
    headline,
    is_long,
    is_title,
    lead_label,
    names_a_section,
    opens_a_panel,
)
from ingest.reader.inline import contact_address, raised
from ingest.reader.part_writer import PartWriter
from ingest.reader.parts import BOLD, Part

_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "html", "label",
        "legend", "li", "main", "p", "pre", "section", "summary", "tbody", "td", "tfoot", "th", "thead", "tr",
    }
)  # fmt: skip
_SCOPES = frozenset({"details", "section", "article", "aside", "blockquote"})
_DEEPEST = 150
_SHORT_VALUE = 80
_WHITE = re.compile(r"\s+")
_CARETS = re.compile(r"^[\s›»>▶▼▾+–-]+|[\s›»>▶▼▾+–-]+$")


class Walker(PartWriter):
    """Reads elements in document order into `parts`.

    `labels` maps the ids of tab panels to their tabs' texts; `opened` are the ids that buttons open.
    """

    def __init__(self, labels: Mapping[str, str], opened: set[str]) -> None:
        super().__init__()
        self._labels = labels
        self._opened = opened
        self._outer: dict[str, Part] = {}
        self._joined: Element | None = None

    def read(self, element: Element) -> None:
        """Read one content element; what follows starts outside the sections that it opened."""
        self._children(element, 0)
        self.flush()
        self.current = self.parts[0]

    def _children(self, element: Element, depth: int) -> None:
        if depth > _DEEPEST:
            self.inline.append(text_of(element))
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
        self.inline.append(text if preformatted else _WHITE.sub(" ", text))

    def _element(self, element: Element, depth: int) -> None:
        name = element.tag
        if level := heading_level(element):
            self.heading(shown_text(element), level, anchor_of(element))
        elif element.get("role") in {"tab", "tablist"}:
            return
        elif name == "br":
            self.inline.append("\n")
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
            self.inline.append(raised(text_of(element), "".join(self.inline[-4:])[-4:]))
        elif name in _BLOCKS or element.get("id") in self._labels:
            self._block(element, depth)
        else:
            self._children(element, depth)

    def _block(self, element: Element, depth: int) -> None:
        if element is not self._joined:
            self.flush()
        if self._is_heading(element, depth):
            return
        before = self.current
        name = attribute(element, "id")
        if name in self._labels:
            self._open_panel(element, self._labels[name])
        if element.tag == "details":
            self._open_details(element)
        self._children(element, depth)
        self.flush()
        if name in self._outer:
            self.current = self._outer.pop(name)
        elif (element.tag in _SCOPES or name in self._labels) and self.current.lines:
            self.current = before

    def _is_heading(self, element: Element, depth: int) -> bool:
        """Write an element that is a heading by its look or its class name; tell whether it is one."""
        if heading := bold_heading(element):
            self.heading(heading, BOLD, anchor_of(element))
        elif (label := lead_label(element)) is not None and names_a_section(text_of(label)):
            self._labelled(element, label, depth)
        elif heading := field_label(element):
            self._field(element, heading)
        elif heading := headline(element):
            self.heading(heading, BOLD - 1, anchor_of(element))
        elif is_title(element):
            self.open(_CARETS.sub("", shown_text(element)), anchor_of(element))
        else:
            return False
        return True

    def _labelled(self, element: Element, label: Element, depth: int) -> None:
        """Read a paragraph like "Gebühr: 26 Euro" as a section of its own that ends with it."""
        outer = self.current
        self.heading(text_of(label).rstrip(": "), BOLD - 1, anchor_of(element))
        remove(label)
        self._children(element, depth)
        self.flush()
        lines = self.current.lines
        if lines:
            lines[0] = lines[0].lstrip(": ")
        self.current = outer

    def _field(self, element: Element, label: str) -> None:
        """Read a field's label: before a short value it belongs to its line, else it is a heading."""
        value = next(element.itersiblings(), None)
        text = text_of(value) if value is not None else ""
        parts = value is not None and first(value, *_BLOCKS, "ul", "dl", "br") is not None
        if len(text) <= _SHORT_VALUE and not parts and not names_a_section(label):
            self.inline.append(f"{label}: ")
            self._joined = value
        else:
            self.heading(label, BOLD - 1, anchor_of(element))

    def _open_panel(self, element: Element, label: str) -> None:
        heading = next((child for child in elements(element) if heading_level(child)), None)
        if heading is None or shown_text(heading) != label:
            self.open(label, attribute(element, "id"))

    def _open_details(self, element: Element) -> None:
        summary = first(element, "summary")
        if summary is not None:
            title = shown_text(summary)
            remove(summary)
            self.open(_CARETS.sub("", title), attribute(element, "id") or None)

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
        outer = self.current
        self.open(title, panel or anchor_of(element))
        if panel:
            self._outer[panel] = outer

    def _list(self, element: Element, depth: int) -> None:
        self.flush()
        if first(element, *HEADINGS, "details", "table") is not None:
            self._children(element, depth)
            self.flush()
            return
        start = attribute(element, "start")
        number = int(start) if start.isdigit() else 1
        for item in list(element):
            if item.tag != "li":
                self._element(item, depth)
                continue
            self.prefix = f"{number}. " if element.tag == "ol" else "- "
            number += 1
            self._children(item, depth)
            self.flush()
            self.prefix = ""

    def _definitions(self, element: Element, depth: int) -> None:
        self.flush()
        terms: list[str] = []
        opens = False
        for item in list(element.iterdescendants("dt", "dd")):
            if next(item.iterancestors("dl"), None) is not element:
                continue
            if item.tag == "dt":
                opens = is_title(item)
                if term := shown_text(item).rstrip(":"):
                    terms.append(term)
            elif is_long(item) or opens:
                outer = self.current
                self.open(" / ".join(terms) or outer.heading, anchor_of(item))
                self._children(item, depth)
                self.flush()
                self.current, terms = outer, []
            else:
                value = self._flat(item)
                self.line(f"{' / '.join(terms)}: {value}" if terms and value else value)
                self.keep_links(item)
                terms = []
        for term in terms:
            self.line(term)

    def _table(self, element: Element, depth: int) -> None:
        self.flush()
        if tables.is_layout(element):
            self._children(element, depth)
            self.flush()
            return
        for line in tables.table_lines(element, self._flat):
            self.line(line)
        self.keep_links(element)

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
            self.keep_link(element)
            return
        before = len(self.inline)
        self._children(element, depth)
        shown = "".join(self.inline[before:])
        if address := contact_address(attribute(element, "href"), shown):
            self.inline.append(f": {address}" if shown.strip() else address)
        self.keep_link(element)
