"""Leaves out what frames the pages: running heads and feet, page numbers."""

import re
from collections import Counter

from ingest.pdf.layout import PageContent, Piece, rows

_PAGE_NUMBER = re.compile(
    r"^(?:(?:Seite|S\.|Blatt|page|[-–|])\s*)*\d{1,4}(?:\s*(?:von|/|of|aus)\s*\d{1,4})?\s*[-–|]?$",
    re.IGNORECASE,
)
_OUTER = 0.13
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
        kept = [one for one in pieces if not self._is_frame(one, page)]
        return _without_number(page, kept)

    def _is_frame(self, one: Piece, page: PageContent) -> bool:
        if not _is_outer(one, page):
            return False
        # Left and right pages differ, so that a third of the pages is enough.
        often = max(2, round(0.3 * self._count))
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


def _key(one: Piece, page: PageContent) -> str:
    """Name a piece by its text without digits and its height, so that "Seite 3" is "Seite 4"."""
    text = re.sub(r"\d+", "#", one.text)
    return f"{round(one.middle / _NEAR)}|{text}"
