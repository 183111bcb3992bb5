"""Shows what two generations hold differently."""

import typer
from rich.console import Console

from api.cli.report_view import SHOWN, fact_lines, text_lines
from api.cli.terminal import printable
from corpus.generations.comparison import Comparison, Titled


def print_comparison(found: Comparison) -> None:
    """Print numbers, changed facts and texts, titles, then what the canary questions find."""
    out = Console(highlight=False)
    changed = len(found.changed) + found.more_changed
    typer.echo(
        f"{len(found.new)} neu, {changed} geändert, {found.unchanged} unverändert, "
        f"{len(found.removed)} entfernt."
    )
    for line in (*fact_lines(found.changed), *text_lines(found.changed)):
        out.print(line, soft_wrap=True)
    for title, documents in (("Neu", found.new), ("Entfernt", found.removed)):
        _print_titles(title, documents)
    if found.canaries:
        typer.echo("Probefragen, erster Treffer:")
    for hit in found.canaries:
        same = "=" if hit.old == hit.new else "≠"
        typer.echo(f"  {same} {hit.question}")
        typer.echo(f"      vorher: {printable(hit.old or '–')}")
        typer.echo(f"      jetzt:  {printable(hit.new or '–')}")


def _print_titles(title: str, documents: tuple[Titled, ...]) -> None:
    if documents:
        typer.echo(f"{title} ({len(documents)}):")
    for document in documents[:SHOWN]:
        typer.echo(f"  {printable(document.title)}  {printable(document.id)}")
    if len(documents) > SHOWN:
        typer.echo(f"  … und {len(documents) - SHOWN} weitere")
