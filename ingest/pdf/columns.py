"""Brings a page's pieces into reading order: columns of text one after the other."""

import itertools
from collections.abc import Iterator

from ingest.pdf.layout import Piece, Rule, rows

_FEWEST_ROWS = 5
#: A page that has columns may have another short one.
_FEWEST_WITHIN = 3
_FEWEST_WORDS = 3.5
_FULL = 0.6
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
    if not _is_text(left, fewest) or not _is_text(right, fewest) or _is_crossed(band, x, across):
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


def _is_text(pieces: list[Piece], fewest: int) -> bool:
    by_row = rows(pieces)
    if len(by_row) < fewest:
        return False
    left, right = min(one.left for one in pieces), max(one.right for one in pieces)
    words = sum(len(one.text.split()) for one in pieces) / len(by_row)
    full = sum(row[-1].right - row[0].left for row in by_row) / (len(by_row) * max(right - left, 1.0))
    return words >= _FEWEST_WORDS and full >= _FULL


def _is_crossed(band: list[Piece], x: float, across: list[Rule]) -> bool:
    top, bottom = min(one.top for one in band), max(one.bottom for one in band)
    crossing = {
        round(rule.top)
        for rule in across
        if rule.left < x - 10 and rule.right > x + 10 and top < rule.top < bottom
    }
    return len(crossing) >= 2
