"""`python -m evaluation.fact_reading`: precision and recall of the facts read from hand-checked snippets."""

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from evaluation.errors import EvaluationError
from evaluation.fact_reading.floors import missed_floors
from evaluation.fact_reading.kinds import KINDS, outcomes
from evaluation.fact_reading.outcome import Figures, Outcome, figures
from evaluation.fact_reading.untouched import untouched
from evaluation.report.markdown import draw
from evaluation.report.rows import Table

MISSED = 1
_PARTS = ("first", "second", "third")


def measure(
    kind: Annotated[str | None, typer.Option(help="nur diese Art: hours, …")] = None,
    markdown: Annotated[bool, typer.Option("--markdown", help="nur die Tabelle")] = False,
) -> None:
    """Misst, wie genau und vollständig Fakten aus von Hand geprüften Textstücken gelesen werden."""
    if kind is not None and kind not in KINDS:
        sys.stderr.write(f"Die Art „{kind}“ gibt es nicht. Mögliche Arten: {', '.join(KINDS)}.\n")
        raise typer.Exit(MISSED)
    try:
        read = {name: list(outcomes(name)) for name in ([kind] if kind else KINDS)}
    except EvaluationError as error:
        sys.stderr.write(f"{error}\n")
        raise typer.Exit(MISSED) from None
    if not markdown:
        for name, found in read.items():
            sys.stdout.writelines(f"{name} {line}\n" for line in _mistakes(found))
    rows = tuple(row for name, found in read.items() for row in _rows(name, found))
    sys.stdout.write(draw(Table(("kind", "snippets", "facts", "precision", "recall"), rows)))
    missed = [sentence for name, found in read.items() for sentence in missed_floors(name, figures(found))]
    sys.stderr.writelines(f"{sentence}\n" for sentence in missed)
    if missed:
        raise typer.Exit(MISSED)


def _mistakes(found: list[Outcome]) -> Iterator[str]:
    for outcome in found:
        for text in outcome.wrong:
            yield f"{outcome.id} falsch gelesen: {text}"
        for text in outcome.missed:
            yield f"{outcome.id} nicht gelesen: {text}"


def _rows(kind: str, found: list[Outcome]) -> Iterator[tuple[str, ...]]:
    yield _row(kind, figures(found))
    if any(one.half == "second" for one in found):
        for part in _PARTS:
            yield _row(f"{kind}, {part} part", figures(one for one in found if one.half == part))
        yield _row(f"{kind}, third part when untouched", untouched(kind))


def _row(name: str, reached: Figures) -> tuple[str, ...]:
    return (
        name,
        str(reached.snippets),
        str(reached.facts),
        f"{reached.precision:.3f}",
        f"{reached.recall:.3f}",
    )


if __name__ == "__main__":
    typer.run(measure)
