"""`lotse model check`: whether a model is worth it on this machine."""

import asyncio
import json as json_lines
import logging
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from api.cli.progress import progress_bars
from api.cli.terminal import clear_errors, fail
from api.logs import configure_logs
from api.settings import Settings, read_settings


def check(
    name: Annotated[
        str | None, typer.Argument(metavar="MODELL", help="aus dem Katalog, oder eine GGUF-Datei")
    ] = None,
    city: Annotated[str | None, typer.Option(help="Kennung der Stadt, wenn es mehrere gibt")] = None,
    json: Annotated[bool, typer.Option("--json", help="alles Gemessene als JSON")] = False,
) -> None:
    """Lädt ein Modell, misst Tempo und Speicher, stellt Probefragen und sagt, wofür es hier taugt."""
    from api.models.check_view import told
    from api.models.checking import check as check_model
    from api.models.errors import ModelMissing
    from api.problems import Problem

    configure_logs(logging.ERROR)
    with clear_errors():
        settings = read_settings()
        try:
            with progress_bars() as progress:
                found = asyncio.run(check_model(_path(name, settings), settings, city, progress))
        except ModelMissing as error:
            fail(str(error))
            return
        except Problem as problem:
            fail(problem.reason or problem.detail)
            return
    if json:
        typer.echo(json_lines.dumps(asdict(found), ensure_ascii=False, indent=2, default=str))
    else:
        typer.echo(told(found))


def _path(name: str | None, settings: Settings) -> Path:
    """The file that is meant: a path, an installed model, or the one that is set. Raises ModelMissing."""
    from api.models.catalogue import find_model
    from api.models.errors import ModelMissing
    from api.models.pull import ModelStore

    if name is None:
        if settings.model_path is None:
            raise ModelMissing("Welches Modell? Bitte eines nennen oder LOTSE_MODEL_PATH setzen.")
        return settings.model_path
    if Path(name).is_file():
        return Path(name)
    store = ModelStore(settings.data)
    if name.endswith(".gguf") and name.count("/") != 2:
        # As „lotse model list“ names what was fetched besides the catalogue.
        if "/" not in name and (store.folder / name).is_file():
            return store.folder / name
        raise ModelMissing(f"Die Datei „{name}“ gibt es nicht: Bitte den Pfad prüfen.")
    model = find_model(name)
    if not store.installed(model):
        raise ModelMissing(f"{model.name} ist noch nicht da: Bitte erst „lotse model pull {name}“ geben.")
    return store.path(model)
