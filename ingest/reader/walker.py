"""Walks a page's content and writes it down as parts: headings, lines, list items, table rows."""

import re
from collections.abc import Mapping

from bs4 import Tag

from ingest.reader import tables
from ingest.reader.characters import lines_of, one_line
from ingest.reader.dom import attribute, elements, heading_level, is_text, text_of
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
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "html", "label", "legend",
        "li", "main", "p", "pre", "section", "summary", "tbody", "td", "tfoot", "th", "thead", "tr",
    }
)  # fmt: skip
_SCOPES = frozenset({"details", "section", "article", "aside", "blockquote"})
_DEEPEST = 150
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

    def read(self, tag: Tag) -> None:
        """Read one content element; what follows starts outside the sections that it opened."""
        self._children(tag, 0)
        self._flush()
        self._current = self.parts[0]

    def _children(self, tag: Tag, depth: int) -> None:
        if depth > _DEEPEST:
            self._inline.append(text_of(tag))
            return
        for child in list(tag.children):
            if isinstance(child, Tag):
                self._element(child, depth + 1)
            elif is_text(child):
                self._text(child, preformatted=tag.name == "pre")

    def _text(self, node: object, *, preformatted: bool) -> None:
        text = str(node)
        self._inline.append(text if preformatted else re.sub(r"\s+", " ", text))

    def _element(self, tag: Tag, depth: int) -> None:
        if attribute(tag, "role") in {"tab", "tablist"} and not heading_level(tag):
            return
        if level := heading_level(tag):
            self._heading(text_of(tag), level, anchor_of(tag))
        elif tag.name == "br":
            self._inline.append("\n")
        elif tag.name == "table":
            self._table(tag, depth)
        elif tag.name in {"ul", "ol", "menu"}:
            self._list(tag, depth)
        elif tag.name == "dl":
            self._definitions(tag, depth)
        elif tag.name == "button" or opens_a_panel(tag):
            self._button(tag)
        elif tag.name == "a":
            self._link(tag, depth)
        elif tag.name in {"sup", "sub"}:
            self._inline.append(raised(text_of(tag), "".join(self._inline)[-4:]))
        elif tag.name in _BLOCKS or tag.name in _SCOPES or attribute(tag, "id") in self._labels:
            self._block(tag, depth)
        else:
            self._children(tag, depth)

    def _block(self, tag: Tag, depth: int) -> None:
        self._flush()
        if heading := bold_heading(tag):
            self._heading(heading, BOLD, anchor_of(tag))
            return
        if (label := lead_label(tag)) is not None and names_a_section(text_of(label)):
            self._labelled(tag, label, depth)
            return
        if is_title(tag):
            self._open(_CARETS.sub("", text_of(tag)), anchor_of(tag))
            return
        before = self._current
        name = attribute(tag, "id")
        if name in self._labels:
            self._open_panel(tag, self._labels[name])
        if tag.name == "details":
            self._open_details(tag)
        self._children(tag, depth)
        self._flush()
        if name in self._outer:
            self._current = self._outer.pop(name)
        elif (tag.name in _SCOPES or name in self._labels) and self._current.lines:
            self._current = before

    def _labelled(self, tag: Tag, label: Tag, depth: int) -> None:
        """Read a paragraph like "Gebühr: 26 Euro" as a section of its own that ends with it."""
        outer = self._current
        self._heading(text_of(label).rstrip(": "), BOLD - 1, anchor_of(tag))
        label.extract()
        self._children(tag, depth)
        self._flush()
        lines = self._current.lines
        if lines:
            lines[0] = lines[0].lstrip(": ")
        self._current = outer

    def _open_panel(self, tag: Tag, label: str) -> None:
        first = next((child for child in elements(tag) if heading_level(child)), None)
        if first is None or text_of(first) != label:
            self._open(label, attribute(tag, "id"))

    def _open_details(self, tag: Tag) -> None:
        summary = tag.find("summary")
        if isinstance(summary, Tag):
            title = text_of(summary)
            summary.extract()
            self._open(_CARETS.sub("", title), attribute(tag, "id") or None)

    def _button(self, tag: Tag) -> None:
        title = _CARETS.sub("", text_of(tag))
        panel = (
            attribute(tag, "aria-controls")
            or attribute(tag, "data-bs-target")
            or attribute(tag, "data-target")
        )
        panel = (panel or attribute(tag, "href")).lstrip("#")
        if not title or not (panel in self._opened or tag.has_attr("aria-expanded")):
            return
        outer = self._current
        self._open(title, panel or anchor_of(tag))
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

    def _list(self, tag: Tag, depth: int) -> None:
        self._flush()
        if any(heading_level(child) or child.name in {"details", "table"} for child in elements(tag)):
            self._children(tag, depth)
            self._flush()
            return
        start = attribute(tag, "start")
        number = int(start) if start.isdigit() else 1
        for item in tag.children:
            if not isinstance(item, Tag):
                continue
            if item.name != "li":
                self._element(item, depth)
                continue
            self._prefix = f"{number}. " if tag.name == "ol" else "- "
            number += 1
            self._children(item, depth)
            self._flush()
            self._prefix = ""

    def _definitions(self, tag: Tag, depth: int) -> None:
        self._flush()
        terms: list[str] = []
        for item in [child for child in elements(tag) if child.name in {"dt", "dd"}]:
            if item.find_parent("dl") is not tag:
                continue
            if item.name == "dt":
                if term := text_of(item).rstrip(":"):
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

    def _table(self, tag: Tag, depth: int) -> None:
        self._flush()
        if tables.is_layout(tag):
            self._children(tag, depth)
            self._flush()
            return
        for line in tables.table_lines(tag, self._flat):
            self._line(line)
        self._keep_links(tag)

    def _flat(self, tag: Tag) -> str:
        """Read an element into one line; inner lines joined by commas, list dashes left out."""
        inner = Walker({}, set())
        inner.read(tag)
        lines = [
            line for part in inner.parts for line in ([part.heading] if part.heading else []) + part.lines
        ]
        texts = [line.removeprefix("- ") for line in lines]
        return " ".join(text if text.endswith((",", ";", ":")) else f"{text}," for text in texts).rstrip(",")

    def _link(self, tag: Tag, depth: int) -> None:
        blocks = any(child.name in _BLOCKS or heading_level(child) for child in elements(tag))
        if blocks:
            self._children(tag, depth)
            self._keep_link(tag)
            return
        before = len(self._inline)
        self._children(tag, depth)
        shown = "".join(self._inline[before:])
        if address := contact_address(attribute(tag, "href"), shown):
            self._inline.append(f": {address}" if shown.strip() else address)
        self._keep_link(tag)

    def _keep_links(self, tag: Tag) -> None:
        for link in tag.find_all("a"):
            if isinstance(link, Tag):
                self._keep_link(link)

    def _keep_link(self, tag: Tag) -> None:
        text = text_of(tag) or one_line(attribute(tag, "aria-label") or attribute(tag, "title"))
        if address := attribute(tag, "href").strip():
            self._current.links.append(PageLink(text, address))

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
