"""Finds where a table's columns stand: between drawn lines, or where pieces line up."""

from itertools import pairwise

from ingest.pdf.layout import Piece, Rule

FEWEST_ROWS = 2


def drawn_columns(by_row: list[list[Piece]], down: list[Rule]) -> list[tuple[float, float]] | None:
    """Give the columns between drawn lines; None if there are none."""
    top, bottom = by_row[0][0].middle, by_row[-1][0].middle
    height = max(bottom - top, 1.0)
    xs: dict[int, float] = {}
    for rule in down:
        covered = min(rule.bottom, bottom) - max(rule.top, top)
        if covered > 0:
            xs[round(rule.left / 3)] = xs.get(round(rule.left / 3), 0.0) + covered
    edges = sorted(3.0 * x for x, covered in xs.items() if covered > 0.5 * height)
    edges = [x for number, x in enumerate(edges) if number == 0 or x - edges[number - 1] > 6]
    left = min(row[0].left for row in by_row)
    right = max(row[-1].right for row in by_row)
    inner = [x for x in edges if left + 5 < x < right - 5]
    if not inner:
        return None
    bounds = [min(left, *edges), *inner, max(right, *edges)]
    return list(pairwise(bounds))


def aligned_columns(by_row: list[list[Piece]]) -> list[tuple[float, float]] | None:
    """Give the columns as the spans that pieces of different columns never share; None if they do."""
    full = [row for row in by_row if len(row) > 1]
    counts: dict[int, int] = {}
    for row in full:
        counts[len(row)] = counts.get(len(row), 0) + 1
    if not counts:
        return None
    count = max(counts, key=lambda number: (counts[number], number))
    model = [row for row in full if len(row) == count]
    spans = [
        (min(row[number].left for row in model), max(row[number].right for row in model))
        for number in range(count)
    ]
    for before, after in pairwise(spans):
        if before[1] > after[0] + 1:
            return None
    stray = sum(_strays(one, spans) for row in full for one in row)
    return spans if stray <= 0.2 * sum(map(len, full)) and _is_aligned(model) else None


def _strays(one: Piece, spans: list[tuple[float, float]]) -> bool:
    """Tell whether a piece lies across two columns, or far from all."""
    touched = sum(one.left < right - 2 and one.right > left + 2 for left, right in spans)
    return touched > 1


def _is_aligned(model: list[list[Piece]]) -> bool:
    """Tell whether all columns but the first line up at the left, at the right, or in the middle."""
    if len(model) < FEWEST_ROWS:
        return False
    if len(model) > FEWEST_ROWS:
        # Heads may stand otherwise than what is below them.
        model = model[1:]
    for number in range(len(model[0])):
        lefts = [row[number].left for row in model]
        rights = [row[number].right for row in model]
        middles = [(left + right) / 2 for left, right in zip(lefts, rights, strict=True)]
        if min(_spread(lefts), _spread(rights), _spread(middles)) > 4:
            return False
    return True


def _spread(values: list[float]) -> float:
    """Give how far the values lie apart, the tenth that lies farthest out left aside."""
    ordered = sorted(values)
    aside = len(ordered) // 10
    middle = ordered[len(ordered) // 2]
    kept = sorted(ordered, key=lambda value: abs(value - middle))[: len(ordered) - aside]
    return max(kept) - min(kept)


def column(one: Piece, columns: list[tuple[float, float]]) -> int:
    """Give the column in which a piece stands."""

    def distance(number: int) -> tuple[float, float]:
        left, right = columns[number]
        overlap = min(one.right, right) - max(one.left, left)
        return -max(overlap, 0.0), abs(one.left - left)

    if one.right > columns[-1][0] and one.left < columns[1][0]:
        return 0
    return min(range(len(columns)), key=distance)
