"""Turns tables into lines that can be read alone: "Wer: ab 24 Jahren; Gebühr: 46,00 Euro"."""

from collections.abc import Callable
from dataclasses import dataclass

from ingest.reader.dom import Element, attribute, children, first, heading_level, is_inside

_MOST_COLUMNS = 50


@dataclass(frozen=True)
class Cell:
    """A cell's text, whether it is a head, and whether it is the continuation of a spanning cell."""

    text: str
    head: bool
    continued: bool = False


def is_layout(table: Element) -> bool:
    """Tell whether a table only arranges blocks: so marked, nested, with headings, or of one column."""
    if table.get("role") in {"presentation", "none"} or first(table, "table") is not None:
        return True
    if first(table, "th") is not None:
        return False
    if any(heading_level(element) for element in table.iterdescendants()):
        return True
    return all(len(_own_cells(row)) <= 1 for row in _rows(table))


def table_lines(table: Element, text: Callable[[Element], str]) -> list[str]:
    """Give a line per row; `text` reads a cell. The caption comes first, cells without text are left out."""
    lines: list[str] = []
    caption = first(table, "caption")
    if caption is not None and (title := text(caption)):
        lines.append(title)
    grid = _grid(table, text)
    heads, body = _split_heads(grid)
    lines.extend(line for row in body if (line := _line(row, heads)))
    return lines


def _line(row: list[Cell], heads: list[str]) -> str:
    texts = [cell for cell in row if cell.text]
    if not texts:
        return ""
    if len({cell.text for cell in row}) == 1 and (len(row) > 1 or not heads):
        return texts[0].text
    parts: list[str] = []
    if not heads:
        if len(texts) == 1:
            return texts[0].text
        first, rest = (
            texts[0],
            [cell.text for cell in texts[1:] if not cell.continued or cell.text != texts[0].text],
        )
        return f"{first.text.rstrip(':')}: {'; '.join(rest)}"
    for index, cell in enumerate(row):
        if not cell.text or (cell.continued and index and row[index - 1].text == cell.text):
            continue
        head = heads[index].rstrip(":") if index < len(heads) else ""
        parts.append(f"{head}: {cell.text}" if head and head != cell.text else cell.text)
    return "; ".join(parts)


def _split_heads(grid: list[list[Cell]]) -> tuple[list[str], list[list[Cell]]]:
    """Take the leading rows of heads off; two rows of heads are joined column by column."""
    count = 0
    while count < min(2, len(grid) - 1) and _is_head_row(grid[count]):
        count += 1
    if not count:
        return [], grid
    columns = max(len(row) for row in grid[:count])
    heads = []
    for column in range(columns):
        texts = [row[column].text for row in grid[:count] if column < len(row) and row[column].text]
        heads.append(" ".join(dict.fromkeys(texts)))
    return heads, grid[count:]


def _is_head_row(row: list[Cell]) -> bool:
    with_text = [cell for cell in row if cell.text]
    return len(row) > 1 and bool(with_text) and all(cell.head for cell in with_text)


def _grid(table: Element, text: Callable[[Element], str]) -> list[list[Cell]]:
    """Lay the cells out, cells that span rows or columns repeated."""
    grid: list[list[Cell]] = []
    pending: dict[int, tuple[int, Cell]] = {}
    for row in _rows(table):
        cells: list[Cell] = []
        waiting = _own_cells(row)
        while (waiting or len(cells) in pending) and len(cells) < _MOST_COLUMNS:
            if len(cells) in pending:
                left, cell = pending.pop(len(cells))
                if left > 1:
                    pending[len(cells)] = (left - 1, cell)
                cells.append(cell)
                continue
            cell_element = waiting.pop(0)
            shown = Cell(text(cell_element), _is_head(cell_element))
            repeated = Cell(shown.text, shown.head, continued=True)
            for offset in range(_span(cell_element, "colspan")):
                if (rows := _span(cell_element, "rowspan")) > 1:
                    pending[len(cells)] = (rows - 1, repeated)
                cells.append(repeated if offset else shown)
        if cells:
            grid.append(cells)
    return grid


def _is_head(cell: Element) -> bool:
    if cell.tag == "th" or is_inside(cell, "thead"):
        return cell.get("scope") != "row"
    inner = cell
    while (only := _only_child(inner)) is not None and only.tag in {"p", "span", "div"}:
        inner = only
    return only is not None and only.tag in {"strong", "b"}


def _only_child(element: Element) -> Element | None:
    """Give the child that an element consists of, None if it holds anything else."""
    inner = children(element)
    if len(inner) != 1 or (element.text or "").strip() or (inner[0].tail or "").strip():
        return None
    return inner[0]


def _rows(table: Element) -> list[Element]:
    return [row for row in table.iterdescendants("tr") if next(row.iterancestors("table"), None) is table]


def _own_cells(row: Element) -> list[Element]:
    return [cell for cell in row if cell.tag in {"td", "th"}]


def _span(cell: Element, name: str) -> int:
    value = attribute(cell, name)
    return min(int(value), _MOST_COLUMNS) if value.isdigit() and int(value) > 0 else 1
