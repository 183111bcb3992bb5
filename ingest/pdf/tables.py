"""Writes tables down as lines that can be read alone: "Leistung: Beglaubigung; Gebühr: 5,00 Euro"."""

import re
from dataclasses import dataclass

from ingest.pdf.grid import Table
from ingest.pdf.layout import Piece
from ingest.pdf.text import joined

_SAME_PLACE = 12.0
_VALUE = re.compile(r"\d")


@dataclass(frozen=True)
class Heads:
    """The heads of a table's columns, and where the columns stand, for what goes on on the next page."""

    texts: tuple[str, ...]
    columns: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Row:
    """A row's text, its height on the page, and whether it is but a title within the table."""

    text: str
    top: float
    is_title: bool = False


def table_rows(table: Table, before: Heads | None) -> tuple[list[Row], Heads]:
    """Give a table's rows as lines; `before` are the heads of the table that the page before ended with."""
    grid = _cells(table)
    heads, body = _split_heads(grid, table, before)
    columns = tuple(table.columns)
    if not any(heads) and before is not None and _is_same_place(before.columns, columns):
        heads = list(before.texts)
    rows = [row for cells, pieces in body if (row := _row(cells, heads, pieces)) is not None]
    return rows, Heads(tuple(heads), columns)


_Cells = tuple[list[str], list[tuple[int, Piece]]]


def _cells(table: Table) -> list[_Cells]:
    """Gather each row's lines into its cells."""
    grid: list[_Cells] = []
    ends = [*table.starts[1:], len(table.lines)]
    for start, end in zip(table.starts, ends, strict=True):
        pieces = [one for line in table.lines[start:end] for one in line]
        texts = [
            joined([one.text for at, one in pieces if at == column]) for column in range(len(table.columns))
        ]
        grid.append((texts, pieces))
    return grid


def _split_heads(grid: list[_Cells], table: Table, before: Heads | None) -> tuple[list[str], list[_Cells]]:
    """Take the rows of heads off the top: bold ones above plain ones, or words above values."""
    count = 0
    is_bold = [all(one.bold for _, one in pieces) for _, pieces in grid]
    if not all(is_bold):
        while count < min(3, len(grid) - 1) and is_bold[count] and _is_head(grid[count][0]):
            count += 1
    if not count and len(grid) > 2 and _is_head(grid[0][0]) and _stands_above_values(grid):
        count = 1
    if not count and before is not None and tuple(grid[0][0]) == before.texts:
        count = 1
    heads = [
        " ".join(dict.fromkeys(texts[column] for texts, _ in grid[:count] if texts[column])).rstrip(":")
        for column in range(len(table.columns))
    ]
    return heads, grid[count:]


def _is_head(texts: list[str]) -> bool:
    """Tell whether a row may hold heads: short, in several columns, no amounts."""
    filled = [text for text in texts if text]
    return len(filled) > 1 and all(len(text) <= 80 for text in filled) and not any(map(_has_amount, filled))


def _has_amount(text: str) -> bool:
    return bool(re.search(r"\d+,\d\d|\d\s?(?:€|Euro)", text))


def _stands_above_values(grid: list[_Cells]) -> bool:
    """Tell whether some column has no figure in its first row but figures in nearly all others."""
    first, rest = grid[0][0], [texts for texts, _ in grid[1:] if sum(map(bool, texts)) > 1]
    if not rest or any(_VALUE.search(text) for text in first[1:]) or not all(first[1:]):
        return False
    return any(
        sum(bool(_VALUE.search(texts[column])) for texts in rest) >= 0.8 * len(rest)
        for column in range(1, len(first))
    )


def _is_same_place(before: tuple[tuple[float, float], ...], now: tuple[tuple[float, float], ...]) -> bool:
    return len(before) == len(now) and all(
        abs(one[0] - other[0]) < _SAME_PLACE or abs(one[1] - other[1]) < _SAME_PLACE
        for one, other in zip(before, now, strict=True)
    )


def _row(cells: list[str], heads: list[str], pieces: list[tuple[int, Piece]]) -> Row | None:
    filled = [(column, text) for column, text in enumerate(cells) if text]
    if not filled:
        return None
    top = min(one.top for _, one in pieces)
    if len(filled) == 1:
        column, text = filled[0]
        is_title = column == 0 and len(text) <= 90 and all(one.bold for _, one in pieces)
        return Row(text, top, is_title)
    if any(heads):
        parts = [
            f"{heads[column]}: {text}" if heads[column] and heads[column] != text else text
            for column, text in filled
        ]
        return Row("; ".join(parts), top)
    (_, first), *rest = filled
    return Row(f"{first.rstrip(':')}: {'; '.join(text for _, text in rest)}", top)
