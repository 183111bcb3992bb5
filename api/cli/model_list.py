"""`lotse model list`: which models there are, which are installed, and which fit here."""

import json as json_lines
from typing import Annotated

import typer

from api.cli.terminal import clear_errors
from api.settings import read_settings


def list_models(
    json: Annotated[bool, typer.Option("--json", help="alles, was bekannt ist, als JSON")] = False,
) -> None:
    """Zeigt offene Modelle, die Deutsch können: Größe, Speicher, Lizenz, ob sie hier passen und da sind."""
    from rich.console import Console

    from api.models.catalogue import load_catalogue
    from api.models.machine import memory_gb
    from api.models.pull import ModelStore
    from api.models.table import Row, fits, models_table

    with clear_errors():
        store, memory = ModelStore(read_settings().data), memory_gb()
    catalogue = load_catalogue()
    rows = [Row(model, store.installed(model), fits(model, memory)) for model in catalogue]
    if json:
        told = [row.model.model_dump() | {"installed": row.installed, "fits": row.fits} for row in rows]
        typer.echo(json_lines.dumps(told, ensure_ascii=False, indent=2))
        return
    out = Console(highlight=False)
    out.print(models_table(rows))
    here = f"{memory:.0f} GB" if memory is not None else "unbekannt"
    if others := store.others(catalogue):
        out.print(f"\nAußerdem da: {', '.join(others)}", soft_wrap=True, markup=False)
    out.print(
        f"\nMrd.: Milliarden Parameter. Größen in GB, gerundet. Dieser Rechner hat {here} RAM.\n"
        "Nutzung: ob die Lizenz den öffentlichen Betrieb erlaubt. Hinweise dazu, Sprachen\n"
        "und woher die Datei kommt: lotse model list --json. Holen: lotse model pull MODELL",
        soft_wrap=True,
        markup=False,
    )
