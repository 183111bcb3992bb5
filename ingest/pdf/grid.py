"""Finds tables in a flow of pieces: rows whose cells stand below each other, drawn or not."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.pdf.layout import Piece, Rule, join, rows
from ingest.pdf.table_columns import FEWEST_ROWS, aligned_columns, column, drawn_columns

_MARK = re.compile(
    r"^(?:[-–•*▪■□☐➢✓]|\(?\d{1,2}[.)]|\(\d{1,2}[a-z]?\)|\(?[a-z]{1,2}\)|§+\s?\d+[a-z]?|[IVX]{1,5}\.|\d{1,2}(?:\.\d{1,2})+\.?)$"
)
_TIGHT = 1.4
_MANY_ROWS = 4
_JUSTIFIED = 1.6


@dataclass
class Table:
    """A table's lines of pieces, each piece with its column; `starts` are the lines that begin a row."""

    columns: list[tuple[float, float]]
    lines: list[list[tuple[int, Piece]]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)


Line = Piece | Table


def lines(flow: list[Piece], across: list[Rule], down: list[Rule]) -> list[Line]:
    """Give a flow's lines of text and its tables, from top to bottom."""
    found: list[Line] = []
    by_row = rows(flow)
    is_justified = _is_justified(by_row)
    position = 0
    while position < len(by_row):
        end = _table_end(by_row, position, across)
        table = (
            _table(by_row[position:end], across, down, is_justified=is_justified)
            if end - position >= FEWEST_ROWS
            else None
        )
        if table is not None:
            found.append(table)
            position = end
            continue
        found.append(join(by_row[position]))
        position += 1
    return found


def _table_end(by_row: list[list[Piece]], start: int, across: list[Rule]) -> int:
    """Give the row after the last that can belong to a table which begins at `start`."""
    if len(by_row[start]) < 2 or _is_marked(by_row[start]):
        return start
    left = by_row[start][0].left
    end = last = start + 1
    while end < len(by_row):
        row, before = by_row[end], by_row[end - 1]
        gap = row[0].middle - before[0].middle
        size = max(row[0].size, before[0].size)
        if gap > 4.5 * size and not _ruled_between(before, row, across):
            break
        if len(row) > 1:
            # A line that only looks like a row breaks a table off: its parts don't stand below others.
            left = min(left, row[0].left)
            last = end + 1
        elif _is_heading_below(by_row, start, end, across) or not _may_be_cell(
            row[0], before, left, gap, size, across
        ):
            break
        end += 1
    if last < end and all(_continues(by_row[number], by_row[number - 1]) for number in range(last, end)):
        last = end
    return last


def _is_heading_below(by_row: list[list[Piece]], start: int, at: int, across: list[Rule]) -> bool:
    """Tell whether a single piece heads what comes after the table, rather than a group of its rows."""
    one, before = by_row[at][0], by_row[at - 1]
    size = by_row[start][0].size
    if one.size >= 1.12 * size:
        return True
    following = by_row[at + 1] if at + 1 < len(by_row) else []
    if not one.bold or all(piece.bold for piece in before):
        return False
    if _ruled_between(before, [one], across) and following and _ruled_between([one], following, across):
        return False
    return len(following) < 2 or all(piece.bold for piece in following)


def _may_be_cell(
    one: Piece, before: list[Piece], left: float, gap: float, size: float, across: list[Rule]
) -> bool:
    if gap <= _TIGHT * size or one.left > left + size:
        return True
    return _ruled_between(before, [one], across) or gap <= 2.6 * size


def _continues(row: list[Piece], before: list[Piece]) -> bool:
    size = before[0].size
    return (
        len(row) == 1
        and row[0].middle - before[0].middle <= _TIGHT * size
        and any(abs(row[0].left - one.left) < 2 for one in before)
        and row[0].right <= max(one.right for one in before if abs(row[0].left - one.left) < 2) + 40
        and not row[0].bold
    )


def _ruled_between(before: list[Piece], row: list[Piece], across: list[Rule]) -> bool:
    return any(before[0].middle < rule.top < row[0].middle and rule.right > row[0].left for rule in across)


def _is_marked(row: list[Piece]) -> bool:
    """Tell a list item ("(1)   Die Stadt …") from a row of two cells."""
    return len(row) == 2 and bool(_MARK.match(row[0].text))


def _table(
    by_row: list[list[Piece]], across: list[Rule], down: list[Rule], *, is_justified: bool
) -> Table | None:
    columns = drawn_columns(by_row, down) or aligned_columns(by_row)
    full = [row for row in by_row if len(row) > 1]
    if columns is None or len(columns) < 2 or len(full) < FEWEST_ROWS:
        return None
    is_drawn = drawn_columns(by_row, down) is not None or any(
        _ruled_between(before, row, across) for before, row in pairwise(by_row)
    )
    if len(full) < _MANY_ROWS and not is_drawn and (is_justified or not _has_wide_gaps(full)):
        # In narrow justified columns words stand apart, and by chance below each other.
        return None
    if len(columns) == 2 and sum(map(_is_marked, full)) > 0.5 * len(full):
        return None
    table = Table(columns)
    for row in by_row:
        cells: dict[int, list[Piece]] = {}
        for one in row:
            cells.setdefault(column(one, columns), []).append(one)
        table.lines.append([(column, join(parts)) for column, parts in sorted(cells.items())])
    if sum(len(line) > 1 for line in table.lines) < FEWEST_ROWS:
        return None
    table.starts = _starts(table, across)
    return table


def _is_justified(by_row: list[list[Piece]]) -> bool:
    """Tell whether most lines end at the same place on the right."""
    edge = max((row[-1].right for row in by_row), default=0.0)
    return len(by_row) > 5 and sum(row[-1].right > edge - 1.5 for row in by_row) >= 0.35 * len(by_row)


def _has_wide_gaps(full: list[list[Piece]]) -> bool:
    gaps = sorted((after.left - one.right) / one.size for row in full for one, after in pairwise(row))
    return gaps[len(gaps) // 2] > _JUSTIFIED


def _starts(table: Table, across: list[Rule]) -> list[int]:
    """Tell which lines begin a row: those below a drawn line; else by gaps and by which cells are filled."""
    starts = [0]
    gaps = [
        _height(after) - _height(before) for before, after in zip(table.lines, table.lines[1:], strict=False)
    ]
    size = table.lines[0][0][1].size
    wide = [gap for gap in gaps if gap > _TIGHT * size]
    ruled = [_is_ruled(table.lines[number], table.lines[number + 1], across) for number in range(len(gaps))]
    all_ruled = sum(ruled) >= max(2, 0.3 * len(gaps))
    for number, gap in enumerate(gaps, start=1):
        line, begun = table.lines[number], table.lines[starts[-1] : number]
        if ruled[number - 1]:
            starts.append(number)
        elif all_ruled and gap <= _TIGHT * size:
            if _is_full(line, table) and any(_is_full(one, table) for one in begun):
                starts.append(number)
        elif not _goes_on(line, begun, gap <= _TIGHT * size and bool(wide)):
            starts.append(number)
    return starts


def _is_ruled(before: list[tuple[int, Piece]], after: list[tuple[int, Piece]], across: list[Rule]) -> bool:
    left = min(one.left for _, one in after)
    return any(
        _height(before) < rule.top < _height(after) and rule.left <= left + 20 and rule.right > left
        for rule in across
    )


def _is_full(line: list[tuple[int, Piece]], table: Table) -> bool:
    return line[0][0] == 0 and line[-1][0] == len(table.columns) - 1


def _goes_on(line: list[tuple[int, Piece]], begun: list[list[tuple[int, Piece]]], is_tight: bool) -> bool:
    """Tell whether a line continues the row that `begun` holds."""
    filled = {column for row in begun for column, _ in row}
    columns = {column for column, _ in line}
    first = begun[-1][0][1]
    if line[0][1].bold != first.bold:
        return False
    if 0 not in columns:
        # What stands beside nothing belongs to the row above, or to one that spans several.
        return True
    text = line[0][1].text
    breaks_off = first.text.endswith(
        ("-", "\u00ad", ",", " und", " oder", " für", " von", " der", " des", " mit")
    )
    if columns == {0}:
        return breaks_off or text[:1].islower() or (is_tight and len(filled) > 1)
    if filled == {0} and (is_tight or breaks_off or text[:1].islower()):
        return True
    return (breaks_off or text[:1].islower()) and is_tight and not (columns & filled) - {0, 1}


def _height(line: list[tuple[int, Piece]]) -> float:
    return line[0][1].middle
