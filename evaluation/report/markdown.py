"""Results as Markdown tables, for `docs/measurements.md`."""

from collections.abc import Iterable

from evaluation.report.rows import Table, kinds_table, reading_table
from evaluation.results import Results


def markdown(results: Results) -> str:
    """The tables of a run in English, a blank line between them."""
    tables = [kinds_table(results, "en"), reading_table(results, "en")]
    return "\n".join(draw(table) for table in tables if table is not None)


def draw(table: Table) -> str:
    """A GitHub-flavoured Markdown table, the numbers flush right."""
    rule = ["---", *("---:" for _ in table.headers[1:])]
    return "\n".join(_line(cells) for cells in (table.headers, rule, *table.rows)) + "\n"


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
