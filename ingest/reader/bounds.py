"""Bounds what is read of one page: searching a text for facts costs more than its length."""

from collections.abc import Iterator

from ingest.errors import Unreadable
from ingest.reader.parts import Part

_MOST_CHARACTERS = 1_000_000
_MOST_PARTS = 5_000
_LONGEST_LINE = 2_000
_LONGEST_WORD = 300


def bound(parts: list[Part]) -> None:
    """Break overlong lines as `break_lines` does.

    Raises `Unreadable` for more than 1,000,000 characters (some 500 printed pages) or 5,000 headings.
    """
    if len(parts) > _MOST_PARTS or sum(len(line) for part in parts for line in part.lines) > _MOST_CHARACTERS:
        raise Unreadable("Die Seite hat mehr Text als 500 Druckseiten; bitte teilen Sie sie auf.")
    break_lines(parts)


def break_lines(parts: list[Part]) -> None:
    """Break lines of more than 2,000 characters at blanks; leave out words of more than 300: that is data."""
    for part in parts:
        if any(len(line) > _LONGEST_WORD for line in part.lines):
            part.lines[:] = [piece for line in part.lines for piece in _pieces(line) if piece]


def _pieces(line: str) -> Iterator[str]:
    words = line.split(" ")
    if any(len(word) > _LONGEST_WORD for word in words):
        words = [word for word in words if len(word) <= _LONGEST_WORD]
    elif len(line) <= _LONGEST_LINE:
        yield line
        return
    piece: list[str] = []
    length = 0
    for word in words:
        if length + len(word) >= _LONGEST_LINE:
            yield " ".join(piece)
            piece, length = [], 0
        piece.append(word)
        length += len(word) + 1
    yield " ".join(piece)
