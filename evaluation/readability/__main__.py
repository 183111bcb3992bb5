"""`python -m evaluation.readability`: how hard the answers of the evaluation are to read."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from evaluation.command_line import BAD_INPUT, run_command
from evaluation.errors import EvaluationError
from evaluation.readability.figures import Figures, figures_of
from evaluation.readability.measuring import chosen, corpora, measure
from evaluation.report.markdown import draw
from evaluation.report.progress import shown
from evaluation.report.rows import Table

_NAMES = {
    ("own", "standard"): "our own wording, `standard`",
    ("own", "einfach"): "our own wording, `einfach`",
    ("generated", "standard"): "a model's sentences, `standard`",
    ("generated", "einfach"): "a model's sentences, `einfach`",
    ("original", "standard"): "original text shown, `standard`",
    ("original", "einfach"): "original text shown, `einfach`",
    ("sources", ""): "the sources as a whole, a page each",
}
_HEADERS = ("corpus", "wording", "texts", "Wiener", "90 %", "LIX", "90 %")


def report(
    markdown: Annotated[bool, typer.Option("--markdown", help="eine Markdown-Tabelle ausgeben")] = False,
    only: Annotated[list[str] | None, typer.Option(help="nur diese Korpora messen")] = None,
    measurements: Annotated[
        Path, typer.Option(envvar="LOTSE_MEASUREMENT_DATA", help="Ordner mit den Messdaten")
    ] = Path("../shared/data"),
    data: Annotated[Path, typer.Option(envvar="LOTSE_DATA", help="Ordner für Zwischenspeicher")] = Path(
        "var"
    ),
) -> None:
    """Misst die Lesbarkeit der Antworten: erste Wiener Sachtextformel und LIX, Median und 90. Perzentil."""
    messages, out = Console(stderr=True, highlight=False), Console(highlight=False)
    rows: list[tuple[str, ...]] = []
    try:
        for name in chosen(corpora(measurements), only):
            with shown(messages) as progress:
                rows += _rows(name, figures_of(measure(name, measurements, data, progress)))
    except EvaluationError as error:
        messages.print(str(error), markup=False, soft_wrap=True)
        raise typer.Exit(BAD_INPUT) from None
    if markdown:
        sys.stdout.write(draw(Table(_HEADERS, tuple(rows))))
        return
    for row in rows:
        out.print("  ".join(row), markup=False)


def _rows(name: str, figures: Mapping[tuple[str, str], Figures]) -> list[tuple[str, ...]]:
    return [
        (name, words, str(one.texts), *(f"{value:.1f}" for value in _values(one)))
        for key, words in _NAMES.items()
        if (one := figures.get(key))
    ]


def _values(one: Figures) -> tuple[float, ...]:
    return one.wiener, one.wiener_p90, one.lix, one.lix_p90


if __name__ == "__main__":
    sys.exit(run_command(report, "evaluation.readability", sys.argv[1:]))
