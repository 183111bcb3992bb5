"""Collects a page's parts while it is walked: headings, lines, links."""

from ingest.reader.characters import lines_of, one_line
from ingest.reader.dom import Element, attribute, text_of
from ingest.reader.parts import BOLD, PageLink, Part

_MOST_LINKS = 10_000


class PartWriter:
    """What was written so far (`parts`), and what is being written.

    `current` is the part that lines go to, `inline` the pieces of the line that isn't finished, `prefix` the
    mark of the list item that it begins.
    """

    def __init__(self) -> None:
        self.parts: list[Part] = [Part()]
        self.current = self.parts[0]
        self.inline: list[str] = []
        self.prefix = ""
        self._links = 0

    def open(self, text: str, anchor: str | None) -> None:
        """Start what is opened by a click: below the current heading, beside what was opened before."""
        below = 0 if self.current.opened else 1
        self.heading(text, min(max(self.current.level, 1) + below, BOLD - 1), anchor)
        self.current.opened = True

    def heading(self, text: str, level: int, anchor: str | None) -> None:
        """Start a part; an empty heading starts none."""
        self.flush()
        if not text:
            return
        self.current = Part(text, level, anchor)
        self.parts.append(self.current)

    def keep_links(self, element: Element) -> None:
        """Keep all links inside an element that is written as a line."""
        for link in element.iterdescendants("a"):
            self.keep_link(link)

    def keep_link(self, element: Element) -> None:
        """Keep a link with its visible text, or its label; of one page at most 10,000."""
        if (address := attribute(element, "href").strip()) and self._links < _MOST_LINKS:
            self._links += 1
            label = attribute(element, "aria-label") or attribute(element, "title")
            self.current.links.append(PageLink(text_of(element) or one_line(label), address))

    def flush(self) -> None:
        """End the line that isn't finished."""
        if not self.inline:
            return
        for line in lines_of("".join(self.inline)):
            self.line(self.prefix + line)
            self.prefix = ""
        self.inline = []

    def line(self, text: str) -> None:
        """Write a whole line."""
        if text:
            self.current.lines.append(text)
