"""Leaves out what frames the pages: running heads and feet, page numbers."""

import itertools
import re
from collections import Counter

from ingest.pdf.layout import PageContent, Piece, rows

_PAGE_NUMBER = re.compile(
    r"^(?:(?:Seite|S\.|Blatt|page|[-–|])\s*)*\d{1,4}(?:\s*(?:von|/|of|aus)\s*\d{1,4})?\s*[-–|]?$",
    re.IGNORECASE,
)
_OUTER = 0.13
_EDGE = 0.08
_SHORT = 120
_NEAR = 4.0


class Frame:
    """Knows what stands in the margins of several pages."""

    def __init__(self, pages: list[tuple[PageContent, list[Piece]]]) -> None:
        self._count = len(pages)
        self._texts: Counter[str] = Counter()
        for page, pieces in pages:
            self._texts.update({_key(one, page) for one in pieces if _is_outer(one, page)})

    def without(self, page: PageContent, pieces: list[Piece]) -> list[Piece]:
        """Give a page's pieces without its frame."""
        heads = _heads_of_tables(pieces)
        frame = [one for one in pieces if id(one) not in heads and self._is_frame(one, page)]
        framed = set(map(id, frame))
        text = [one for one in pieces if id(one) not in framed]
        # What stands as near to the text as its own lines do belongs to it, though it repeats itself.
        near = {id(one) for one in frame if any(_is_next_to(one, other) for other in text)}
        kept = [one for one in pieces if id(one) not in framed or id(one) in near]
        return _without_number(page, kept)

    def _is_frame(self, one: Piece, page: PageContent) -> bool:
        if not _is_outer(one, page):
            return False
        if _is_small_print(one, page):
            return True
        # Left and right pages differ, so that less than half of the pages is enough.
        often = max(2, round(0.4 * self._count))
        return self._count > 1 and self._texts[_key(one, page)] >= often


def _without_number(page: PageContent, pieces: list[Piece]) -> list[Piece]:
    by_row = rows(pieces)
    outermost = [row[0] for row in (*by_row[:1], *by_row[-1:]) if len(row) == 1]
    numbers = [
        one
        for one in outermost
        if _PAGE_NUMBER.match(one.text)
        and (_is_outer(one, page) or one.text.strip("-–| ") == str(page.number))
    ]
    return [one for one in pieces if one not in numbers]


def _is_outer(one: Piece, page: PageContent) -> bool:
    return one.bottom < _OUTER * page.height or one.top > (1 - _OUTER) * page.height


def _is_next_to(one: Piece, other: Piece) -> bool:
    is_below_or_above = one.left < other.right and one.right > other.left
    same_size = abs(one.size - other.size) < 0.1 * one.size
    return is_below_or_above and same_size and abs(one.middle - other.middle) < 1.7 * one.size


def _heads_of_tables(pieces: list[Piece]) -> set[int]:
    """Find rows right above others with the same columns: a table at a page's edge is no running head."""
    found: set[int] = set()
    by_row = rows(pieces)
    for row, after in itertools.pairwise(by_row):
        is_near = after[0].middle - row[0].middle < 3 * row[0].size
        if len(row) > 1 and len(after) == len(row) and is_near and after[0].size >= 0.9 * row[0].size:
            below = [
                abs(one.left - other.left) < 4 or abs(one.right - other.right) < 4
                for one, other in zip(row, after, strict=True)
            ]
            if all(below):
                found.update(map(id, (*row, *after)))
    return found


def _is_small_print(one: Piece, page: PageContent) -> bool:
    """Tell whether a line at the very edge is smaller than the page's text and stands apart from it."""
    at_edge = one.bottom < _EDGE * page.height or one.top > (1 - _EDGE) * page.height
    if not at_edge or len(one.text) > _SHORT:
        return False
    sizes = sorted(word.size for word in page.words)
    others = [word for word in page.words if abs(word.middle - one.middle) > one.size]
    nearest = min((abs(word.middle - one.middle) for word in others), default=0.0)
    return one.size < 0.9 * sizes[len(sizes) // 2] and nearest > 2.2 * one.size


def _key(one: Piece, page: PageContent) -> str:
    """Name a piece by its text without digits and its height, so that "Seite 3" is "Seite 4"."""
    text = re.sub(r"\d+", "#", one.text)
    return f"{round(one.middle / _NEAR)}|{text}"
