"""`python -m evaluation.worst --markdown`: the twenty worst questions of the measurement data, and why.

The questions themselves aren't printed: they belong to the data. Their ids lead to them, and
`lotse evaluate --html` shows each with what was found.
"""

import sys
from collections.abc import Iterator
from itertools import islice, zip_longest
from pathlib import Path
from typing import Annotated

import typer

from evaluation.errors import EvaluationError
from evaluation.report.html import gold_and_first
from evaluation.report.markdown import draw
from evaluation.report.rows import Table
from evaluation.session import Finished, measure_files
from evaluation.worst.cause import cause
from evaluation.worst.question import Bad, worst_first

_FAILED = 1
_CORPORA = ("munich", "omos")


def show(
    most: Annotated[int, typer.Option(min=1, help="wie viele")] = 20,
    measurements: Annotated[
        Path, typer.Option(envvar="LOTSE_MEASUREMENT_DATA", help="Ordner mit den Messdaten")
    ] = Path("../shared/data"),
    markdown: Annotated[bool, typer.Option("--markdown", help="als Markdown-Tabelle")] = False,
    data: Annotated[Path, typer.Option(envvar="LOTSE_DATA", help="Ordner für Zwischenspeicher")] = Path(
        "var"
    ),
) -> None:
    """Zeigt die Fragen, die am schlechtesten herauskamen, und warum."""
    try:
        found = [list(_rows(name, measurements / name, data)) for name in _CORPORA]
    except EvaluationError as error:
        sys.stderr.write(f"{error}\n")
        raise typer.Exit(_FAILED) from None
    rows = list(islice(_in_turn(found), most))
    if markdown:
        sys.stdout.write(draw(Table(("question", "kind", "what went wrong", "why"), tuple(rows))))
    else:
        sys.stdout.writelines(f"{': '.join(row)}\n" for row in rows)


def _rows(name: str, folder: Path, data: Path) -> Iterator[tuple[str, ...]]:
    finished = measure_files(folder / "corpus.jsonl", folder / "questions.jsonl", data)
    for bad in worst_first(finished.cases):
        yield _row(name, bad, finished)


def _row(name: str, bad: Bad, finished: Finished) -> tuple[str, ...]:
    gold, first = gold_and_first(bad, finished.document)
    wrong = "; ".join(mistake.english for mistake in bad.mistakes)
    return f"{name} {bad.outcome.question.id}", bad.outcome.kind, wrong, cause(bad, gold, first)


def _in_turn(lists: list[list[tuple[str, ...]]]) -> Iterator[tuple[str, ...]]:
    """The worst of each corpus in turn, so that a large one doesn't fill the table alone."""
    return (row for rows in zip_longest(*lists) for row in rows if row is not None)


if __name__ == "__main__":
    typer.run(show)
