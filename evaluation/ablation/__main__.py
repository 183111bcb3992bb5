"""`python -m evaluation.ablation`: what each part of the search brings, on `omos` (dev) and `munich`."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from evaluation.ablation.measuring import Row, measure
from evaluation.ablation.variants import variants
from evaluation.command_line import BAD_INPUT, run_command
from evaluation.errors import EvaluationError
from evaluation.floors.gate import MEASUREMENT_DATA
from evaluation.report.markdown import draw
from evaluation.report.rows import Table

_CORPORA = (("omos", "dev"), ("munich", None))


def ablate(
    measurements: Annotated[
        Path, typer.Option(envvar="LOTSE_MEASUREMENT_DATA", help="Ordner mit den Messdaten")
    ] = MEASUREMENT_DATA,
    markdown: Annotated[bool, typer.Option("--markdown", help="als Markdown-Tabellen")] = False,
) -> None:
    """Misst, was jeder Teil der Suche bringt."""
    messages = Console(stderr=True, highlight=False)
    for name, split in _CORPORA:
        folder = measurements / name
        if not folder.is_dir():
            messages.print(f"{name}: übersprungen, {folder} fehlt.", markup=False)
            continue
        try:
            with tempfile.TemporaryDirectory(prefix="lotse-ablation-") as place:
                rows = list(_measured(folder, Path(place), split))
        except EvaluationError as error:
            messages.print(str(error), markup=False, soft_wrap=True)
            raise typer.Exit(BAD_INPUT) from None
        table = _table(f"{name}, {split}" if split else name, rows)
        drawn = draw(table) if markdown else "".join("  ".join(row) + "\n" for row in table.rows)
        sys.stdout.write(drawn + "\n")


def _measured(folder: Path, place: Path, split: str | None) -> Iterator[Row]:
    cache = place / "embeddings.sqlite"
    return measure(
        folder / "corpus.jsonl", folder / "questions.jsonl", place / "shelf", cache, variants(), split
    )


def _table(name: str, rows: list[Row]) -> Table:
    count = rows[0].figures.n if rows else 0
    headers = (f"{name} ({count} questions)", "recall@1", "recall@5", "nDCG@5")
    return Table(headers, tuple((row.variant.name, *_shown(row)) for row in rows))


def _shown(row: Row) -> tuple[str, str, str]:
    found = row.figures
    values = (found.recall_at_1, found.recall_at_5, found.ndcg_at_5)
    first, five, gain = ("–" if value is None else f"{value:.3f}" for value in values)
    return first, five, gain


if __name__ == "__main__":
    sys.exit(run_command(ablate, "python -m evaluation.ablation", sys.argv[1:]))
