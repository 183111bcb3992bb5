"""Makes parts (headings with their lines) of the lines and tables of all pages."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.pdf.grid import Line, Table
from ingest.pdf.headings import Style
from ingest.pdf.layout import Piece, PlacedLink
from ingest.pdf.tables import Heads, table_rows
from ingest.pdf.text import clean, is_contents, join_two
from ingest.reader.parts import PageLink, Part

_BULLET = re.compile(r"^(?:[•▪■●◦○·➢➤✓✔❑❏□☐*]|[-–](?=\s))\s*")
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_ITEM = re.compile(rf"^(?:- |\d{{1,2}}[.)]\s(?!(?:{_MONTHS})\b)|[a-z]{{1,2}}\)\s|\(\d{{1,2}}[a-z]?\)\s)")
_COUNTED = re.compile(r"\(?(\d{1,2})[.)]\s")
_SENTENCE_END = (".", ":", ";", "!", "?")
_PARAGRAPH_GAP = 1.22
_NEARLY_FULL = 0.72
_CLOSEST, _USUAL, _WIDE, _WIDEST = 0.9, 1.2, 1.5, 2.4


@dataclass
class PagePart(Part):
    """A part, and the page that it begins on."""

    page: int = 1


@dataclass
class _State:
    """Where the reading stands: the line that was read last, and whether its sentence may go on."""

    before: Piece | None = None
    edge: float = 0.0
    edge_before: float = 0.0
    heads: Heads | None = None
    was_heading: int = 0
    open: bool = field(default=False)


class Writer:
    """Writes flows of lines into `parts`, in reading order."""

    def __init__(self, style: Style, pitch: float) -> None:
        self.parts: list[PagePart] = [PagePart()]
        self._style = style
        self._pitch = pitch
        self._state = _State()
        self._page = 1
        self._is_new_page = True

    def page(self, number: int) -> None:
        """Begin a page."""
        self._page = number
        self._is_new_page = True
        if not self.parts[-1].lines and not self.parts[-1].heading:
            self.parts[-1].page = number

    def flow(self, lines: list[Line], links: list[PlacedLink]) -> None:
        """Write a flow: lines below each other, tables among them."""
        texts = [line for line in lines if not isinstance(line, Table)]
        state = self._state
        # Headings may be wider than the text, which is what tells where a line could have gone on.
        common = Counter(round(line.size, 1) for line in texts).most_common(1)
        widest = [line.right for line in texts if abs(line.size - common[0][0]) < 0.3] if common else []
        state.edge_before, state.edge = state.edge, max(widest, default=0.0)
        is_first = True
        for line, following in zip(lines, [*lines[1:], None], strict=True):
            if isinstance(line, Table):
                self._table(line)
            else:
                self._line(line, is_first=is_first, is_item=self._counts(line, following))
            self._keep_links(line, links)
            is_first = False
        self._is_new_page = False

    def _table(self, table: Table) -> None:
        state = self._state
        rows, state.heads = table_rows(table, state.heads)
        for row in rows:
            self.parts[-1].lines.append(row.text)
        state.before, state.open, state.was_heading = None, False, 0

    def _counts(self, line: Piece, following: Line | None) -> bool:
        """Tell whether a line's number is one after the item's before it, or one before that of the next."""
        number = _number(line.text)
        if number is None:
            return False
        lines = self.parts[-1].lines
        last = next((found for text in reversed(lines) if (found := _number(text)) is not None), None)
        after = _number(following.text) if isinstance(following, Piece) else None
        return last == number - 1 or after == number + 1

    def _line(self, line: Piece, *, is_first: bool, is_item: bool) -> None:
        state = self._state
        if is_contents(line.text):
            state.before, state.open = line, False
            return
        if not (is_first and self._is_new_page):
            state.heads = None
        goes_on = state.open and self._goes_on(line, is_first=is_first)
        level = self._style.level(line, begins=not goes_on, is_item=is_item)
        if not level and self._ends_heading(line):
            level = state.was_heading
        if level:
            self._heading(line, level, is_first=is_first)
        else:
            self._text(line, goes_on=goes_on)
        state.before = line

    def _ends_heading(self, line: Piece) -> bool:
        """Tell whether a line that alone would be no heading ("(2026)") looks like the heading above it."""
        before = self._state.before
        return (
            bool(self._state.was_heading)
            and before is not None
            and line.size == before.size
            and line.size > 1.1 * self._style.body
            and line.bold == before.bold
            and 0 < line.middle - before.middle < 1.6 * line.size
        )

    def _heading(self, line: Piece, level: int, *, is_first: bool) -> None:
        state, part = self._state, self.parts[-1]
        text = clean(line.text)
        follows = (
            state.was_heading == level
            and state.before is not None
            and not is_first
            and line.middle - state.before.middle < 1.9 * line.size
            and abs(line.size - state.before.size) < 0.3
            and not re.match(r"§|\d+\.|[IVX]+\.", text)
        )
        if follows and not part.lines:
            part.heading = clean(join_two(part.heading, text))
        else:
            self.parts.append(PagePart(heading=text, level=level, page=self._page))
        state.was_heading, state.open, state.heads = level, False, None

    def _text(self, line: Piece, *, goes_on: bool) -> None:
        state, lines = self._state, self.parts[-1].lines
        text = _BULLET.sub("- ", line.text, count=1)
        if lines and lines[-1] == "-":
            # A bullet that stands alone belongs to the line beside or below it.
            lines[-1] = f"- {text}"
        elif goes_on and lines:
            lines[-1] = join_two(lines[-1], line.text)
        else:
            lines.append(text if text != "- " else "-")
        state.open, state.was_heading = True, 0

    def _goes_on(self, line: Piece, *, is_first: bool) -> bool:
        """Tell whether a line goes on with the sentence of the one before."""
        state, before = self._state, self._state.before
        if before is None or state.was_heading or not self.parts[-1].lines:
            return False
        text, ended = _BULLET.sub("- ", line.text, count=1), before.text.endswith(_SENTENCE_END)
        if before.text.endswith("\u00ad") and text[:1].islower():
            return True
        if _ITEM.match(text) or abs(line.size - before.size) > 1 or (line.bold != before.bold and ended):
            return False
        if is_first:
            # Another column or page: only an open sentence goes on.
            is_full = before.right > state.edge_before - 4 * before.size
            return not ended and (text[:1].islower() or before.text.endswith(("-", ",")) or is_full)
        gap = line.middle - before.middle
        if gap > _PARAGRAPH_GAP * self._pitch * line.size or gap < 0:
            return False
        if ended and gap > _WIDE * line.size:
            return False
        # A line that ends where the next word would still have found room was ended on purpose.
        if before.right + line.first_word + 0.2 * line.size > state.edge:
            return True
        reach = (before.right - before.left) / max(state.edge - before.left, 1.0)
        return not ended and reach > (0.5 if text[:1].islower() else _NEARLY_FULL)

    def _keep_links(self, line: Line, links: list[PlacedLink]) -> None:
        pieces = [one for row in line.lines for _, one in row] if isinstance(line, Table) else [line]
        for link in links:
            for one in pieces:
                if _overlaps(link, one):
                    self.parts[-1].links.append(PageLink(clean(link.text or one.text), link.address))
                    break

    def finish(self) -> list[PagePart]:
        """Give the parts, each line as it is shown."""
        for part in self.parts:
            cleaned = (clean(line) for line in part.lines)
            part.lines[:] = [line for line in cleaned if any(map(str.isalnum, line))]
        return [part for part in self.parts if part.lines or part.heading]


def line_pitch(flows: Iterable[list[Line]]) -> float:
    """Give the usual distance of two lines of a paragraph, as a multiple of their size.

    It is the smallest that isn't rare: distances of paragraphs, rows and headings are larger.
    """
    counts: Counter[float] = Counter()
    for flow in flows:
        for before, after in itertools.pairwise(flow):
            if isinstance(before, Piece) and isinstance(after, Piece) and abs(before.size - after.size) < 0.3:
                ratio = (after.middle - before.middle) / max(after.size, 1.0)
                if _CLOSEST < ratio < _WIDEST:
                    counts[round(ratio, 1)] += 1
    often = 0.15 * counts.total()
    return min((ratio for ratio, count in counts.items() if count >= often), default=_USUAL)


def _number(text: str) -> int | None:
    match = _COUNTED.match(text)
    return int(match[1]) if match else None


def _overlaps(link: PlacedLink, one: Piece) -> bool:
    return (
        link.top - 2 <= one.middle <= link.bottom + 2
        and min(link.right, one.right) - max(link.left, one.left) > 0
    )
