"""Brings a page's pieces into reading order: columns of text one after the other."""

import itertools
from collections.abc import Iterator

from ingest.pdf.layout import Piece, Rule, rows

_FEWEST_ROWS = 5
#: A page that has columns may have another short one.
_FEWEST_WITHIN = 3
_FEWEST_WORDS = 3.5
_FULL = 0.6
_LETTERS = 0.7
_MANY_ROWS = 12
_FEWEST_IN_NARROW = 2.2
_FULL_IN_NARROW = 0.7
_MOST_CANDIDATES = 60
_DEEPEST = 4

Row = list[Piece]


def flows(pieces: list[Piece], across: list[Rule], depth: int = 0) -> list[list[Piece]]:
    """Part a page into flows of text, in the order in which they are read.

    Text in columns is told from a table by its lines: they fill their column on both sides, several words
    each, and no drawn line crosses the gap between them.
    """
    by_row = rows(pieces)
    fewest = _FEWEST_ROWS if depth == 0 else _FEWEST_WITHIN
    found = _gutter(by_row, fewest) if depth < _DEEPEST else None
    if found is None:
        return [pieces] if pieces else []
    x, start, end = found
    band = [one for row in by_row[start:end] for one in row]
    left = [one for one in band if one.right <= x + 1]
    right = [one for one in band if one.right > x + 1]
    if not _reads(left, fewest) or not _reads(right, fewest) or _is_crossed(band, x, across):
        above = [one for row in by_row[:start] for one in row]
        below = [one for row in by_row[end:] for one in row]
        if not above and not below:
            return [pieces]
        # A table in between: look for columns above and below it.
        parted = [*flows(above, across, depth + 1), band, *flows(below, across, depth + 1)]
        return parted if len(parted) > 3 else [pieces]
    above = [one for row in by_row[:start] for one in row]
    below = [one for row in by_row[end:] for one in row]
    return [
        part for group in (above, left, right, below) if group for part in flows(group, across, depth + 1)
    ]


def _gutter(by_row: list[Row], fewest: int) -> tuple[float, int, int] | None:
    """Find where most rows have a gap: its x, and the first and the last row (exclusive) that respect it."""
    candidates = [
        (before.right + after.left) / 2 for row in by_row for before, after in itertools.pairwise(row)
    ]
    if len(candidates) > _MOST_CANDIDATES:
        candidates = candidates[:: len(candidates) // _MOST_CANDIDATES + 1]
    best: tuple[int, int, float, int, int] | None = None
    for x in candidates:
        for start, end, support in _bands(by_row, x):
            # Of gaps that as many rows have, the one that most rows respect.
            if support >= fewest and (best is None or (support, end - start) > best[:2]):
                best = (support, end - start, x, start, end)
    return best[2:] if best else None


def _bands(by_row: list[Row], x: float) -> Iterator[tuple[int, int, int]]:
    start, support = 0, 0
    for number, row in enumerate([*by_row, []]):
        crossed = not row or any(one.left < x - 1 and one.right > x + 1 for one in row)
        if not crossed:
            support += row[0].right <= x + 1 and row[-1].left >= x - 1
            continue
        if number > start:
            yield start, number, support
        start, support = number + 1, 0


def _reads(pieces: list[Piece], fewest: int, depth: int = 0) -> bool:
    """Tell whether pieces are a column of text, or several beside each other."""
    if _is_text(pieces, fewest):
        return True
    by_row = rows(pieces)
    found = _gutter(by_row, _FEWEST_WITHIN) if depth < _DEEPEST else None
    if found is None:
        return False
    x, start, end = found
    band = [one for row in by_row[start:end] for one in row]
    sides = [one for one in band if one.right <= x + 1], [one for one in band if one.right > x + 1]
    return all(_reads(side, _FEWEST_WITHIN, depth + 1) for side in sides)


def _is_text(pieces: list[Piece], fewest: int) -> bool:
    """Tell whether lines are those of a column of text: full, of several words, few of them figures.

    Narrow columns have few words a line; they count if there are many lines, and fuller ones.
    """
    by_row = rows(pieces)
    if len(by_row) < fewest:
        return False
    left, right = min(one.left for one in pieces), max(one.right for one in pieces)
    words = [word for one in pieces for word in one.text.split()]
    full = sum(row[-1].right - row[0].left for row in by_row) / (len(by_row) * max(right - left, 1.0))
    if sum(any(map(str.isalpha, word)) for word in words) < _LETTERS * len(words):
        return False
    each = len(words) / len(by_row)
    is_narrow = len(by_row) >= _MANY_ROWS and each >= _FEWEST_IN_NARROW and full >= _FULL_IN_NARROW
    return is_narrow or (each >= _FEWEST_WORDS and full >= _FULL)


def _is_crossed(band: list[Piece], x: float, across: list[Rule]) -> bool:
    top, bottom = min(one.top for one in band), max(one.bottom for one in band)
    crossing = {
        round(rule.top)
        for rule in across
        if rule.left < x - 10 and rule.right > x + 10 and top < rule.top < bottom
    }
    return len(crossing) >= 2
