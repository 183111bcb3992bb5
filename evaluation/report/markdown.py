"""Results as Markdown tables, for `docs/measurements.md`."""

from collections.abc import Iterable, Iterator

from evaluation.kinds import ALL
from evaluation.report.rows import Table, kinds_table, reading_table
from evaluation.results import Results


def markdown(results: Results) -> str:
    """The tables of a run in English, a blank line between them."""
    tables = [kinds_table(results, "en"), reading_table(results, "en")]
    parts = [draw(table) for table in tables if table is not None]
    return "\n".join([*parts, *_sentences(results)])


def _sentences(results: Results) -> Iterator[str]:
    refusal, unsafe = results.refusal, results.unsafe[ALL]
    if refusal.unanswerable_refused is not None:
        yield f"Unanswerable questions refused: {refusal.unanswerable_refused:.3f}.\n"
    if refusal.answerable_refused is not None:
        yield f"Answerable questions refused by mistake: {refusal.answerable_refused:.3f}.\n"
    if unsafe is not None:
        yield f"Unsafe questions that ended as expected: {unsafe:.3f}.\n"


def draw(table: Table) -> str:
    """A GitHub-flavoured Markdown table, the numbers flush right."""
    rule = ["---", *("---:" for _ in table.headers[1:])]
    return "\n".join(_line(cells) for cells in (table.headers, rule, *table.rows)) + "\n"


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
