"""`python -m evaluation.pdf_reading`: how completely and how exactly PDFs are read."""

import sys
from functools import reduce
from operator import add
from typing import Annotated

import typer

from evaluation.pdf_reading.measure import Result, Score, measure, plain, sample_sheets
from evaluation.pdf_reading.sheets import sheets
from evaluation.report.markdown import draw
from evaluation.report.rows import Table

_HEAD = ("sheet", "words P", "words R", "lines P", "lines R", "rows P", "rows R", "headings P", "headings R")


def main(
    markdown: Annotated[bool, typer.Option("--markdown", help="nur die Tabelle")] = False,
) -> None:
    """Misst, wie genau und vollständig PDFs gelesen werden, an eigens gesetzten Blättern."""
    used = [*sheets(), *sample_sheets()]
    results = [measure(sheet) for sheet in used]
    if not markdown:
        for result in results:
            sys.stdout.writelines(f"{result.name} nicht gelesen: {line}\n" for line in result.missed)
    rows = [_row(result) for result in results]
    rows.append(_row(_all(results)))
    peer = reduce(add, (plain(sheet) for sheet in used))
    rows.append(("PDFium's own text", *_two(peer), *("–",) * 6))
    sys.stdout.write(draw(Table(_HEAD, tuple(rows))))


def _all(results: list[Result]) -> Result:
    return Result(
        "all",
        reduce(add, (one.words for one in results)),
        reduce(add, (one.lines for one in results)),
        reduce(add, (one.rows for one in results)),
        reduce(add, (one.headings for one in results)),
    )


def _row(result: Result) -> tuple[str, ...]:
    scores = (result.words, result.lines, result.rows, result.headings)
    return (result.name, *(text for score in scores for text in _two(score)))


def _two(score: Score) -> tuple[str, str]:
    return f"{score.precision:.3f}", f"{score.recall:.3f}"


if __name__ == "__main__":
    typer.run(main)
