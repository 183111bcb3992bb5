"""`lotse model pull`: fetches a model, or takes one that was copied here."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from api.cli.progress import progress_bars
from api.cli.terminal import clear_errors, fail
from api.settings import read_settings
from corpus.progress import Progress

_MEGABYTE = 10**6


def pull(
    name: Annotated[str, typer.Argument(metavar="MODELL", help="aus „lotse model list“")],
    file: Annotated[Path | None, typer.Option(help="eine schon geladene GGUF-Datei statt des Netzes")] = None,
    renew: Annotated[
        bool, typer.Option("--renew", help="auch eine andere Datei als beim ersten Mal")
    ] = False,
) -> None:
    """Holt ein Modell nach LOTSE_DATA/models, setzt Abgebrochenes fort und prüft die Prüfsumme."""
    from api.models.catalogue import find_model
    from api.models.errors import ModelMissing, PullError
    from api.models.pull import ModelStore

    with clear_errors():
        store = ModelStore(read_settings().data)
    try:
        model = find_model(name)
        with progress_bars() as progress:
            report = _megabytes(progress)
            if file is not None:
                path = store.take(model, file, report, renew=renew)
            else:
                path = store.pull(model, report, renew=renew)
    except (ModelMissing, PullError) as error:
        fail(str(error))
        return
    typer.echo(f"{model.name} ist da. Prüfen: lotse model check {name}")
    if model.licence:
        typer.echo(f"Lizenz: {model.licence}. {model.note}".rstrip())
    typer.echo(f"Einschalten: LOTSE_MODEL_PATH={path.absolute()}")


def _megabytes(progress: Progress) -> Callable[[str, int, int], None]:
    """Tells bytes as whole megabytes, and only when one more is full."""
    last: tuple[str, int] | None = None

    def report(stage: str, done: int, size: int) -> None:
        nonlocal last
        full = -(-size // _MEGABYTE)
        now = (stage, full if done >= size else done // _MEGABYTE)
        if now != last:
            last = now
            progress(f"{stage} (MB)", now[1], full)

    return report
