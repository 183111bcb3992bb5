"""How every benchmark tells what it measured: its options, its output, its exit status."""

import sys
from typing import Annotated

import typer
from pydantic_core import to_json

from evaluation.report.markdown import draw
from evaluation.report.rows import Table

MISSED = 1
"""The exit status where a goal is missed."""

AsJson = Annotated[bool, typer.Option("--json", help="als JSON")]
AsMarkdown = Annotated[bool, typer.Option("--markdown", help="als Markdown-Tabelle (wie ohne Angabe)")]


def tell(report: object, table: Table, *, json: bool) -> None:
    """Write the report (a dataclass, a pydantic model, or a list of them) to standard output."""
    sys.stdout.write(to_json(report, indent=2).decode() + "\n" if json else draw(table))


def end(*, missed: bool) -> None:
    """Leave with `MISSED` where a goal was missed."""
    if missed:
        raise typer.Exit(MISSED)
