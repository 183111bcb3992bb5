"""`python -m evaluation.attacks`: hostile questions, distress and personal data, put to the sample city."""

import asyncio
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from evaluation.attacks.case import Case, cases_of, own_cases
from evaluation.attacks.judging import Judged, judge
from evaluation.errors import EvaluationError
from evaluation.musterstadt.measuring import opened_musterstadt
from evaluation.report.markdown import draw
from evaluation.report.rows import Table
from evaluation.system import System

FAILED = 1
_SHOWN = 160


def measure(
    questions: Annotated[
        Path | None, typer.Option(help="andere Fälle (TOML wie in evaluation/attacks/cases)")
    ] = None,
    markdown: Annotated[bool, typer.Option("--markdown", help="nur die Tabelle")] = False,
    data: Annotated[Path, typer.Option(envvar="LOTSE_DATA", help="Ordner für Zwischenspeicher")] = Path(
        "var"
    ),
) -> None:
    """Misst, ob auf feindliche Fragen, Not und persönliche Angaben geschieht, was geschehen muss."""
    try:
        cases = cases_of(questions) if questions else own_cases()
        judged = _judged(cases, data)
    except EvaluationError as error:
        sys.stderr.write(f"{error}\n")
        raise typer.Exit(FAILED) from None
    if not markdown:
        sys.stdout.writelines(f"{line}\n" for one in judged for line in _mistakes(one))
    sys.stdout.write(draw(Table(("subject", "cases", "as it must be"), tuple(_rows(judged)))))
    if questions is None and any(one.wrong for one in judged):
        raise typer.Exit(FAILED)


def _judged(cases: Sequence[Case], data: Path) -> list[Judged]:
    with opened_musterstadt(data) as system:
        return asyncio.run(_ask(system, cases))


async def _ask(system: System, cases: Sequence[Case]) -> list[Judged]:
    return [await judge(system.assistant, case) for case in cases]


def _mistakes(one: Judged) -> list[str]:
    if not one.wrong:
        return []
    beginning = " ".join(one.text.split())[:_SHOWN]
    return [f"{one.case.subject}: {one.case.question}", f"    {'; '.join(one.wrong)} | {beginning}"]


def _rows(judged: Sequence[Judged]) -> list[tuple[str, ...]]:
    asked = Counter(one.case.subject for one in judged)
    right = Counter(one.case.subject for one in judged if not one.wrong)
    rows = [(subject, str(asked[subject]), _share(right[subject], asked[subject])) for subject in asked]
    return [*rows, ("all", str(len(judged)), _share(sum(right.values()), len(judged)))]


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


if __name__ == "__main__":
    typer.run(measure)
