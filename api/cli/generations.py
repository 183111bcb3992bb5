"""`lotse generations`: what has been built, what differs, and going back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cities import choose_cities, load_cities
from api.cli.terminal import clear_errors, fail
from api.settings import read_settings
from corpus.city import City
from corpus.values.hours import BERLIN

if TYPE_CHECKING:
    from corpus.generations.opened import Generation
    from corpus.generations.shelf import Shelf

generations = typer.Typer(
    help="Zeigt die Generationen des Wissens, vergleicht sie und geht zurück.", invoke_without_command=True
)
_City = Annotated[str | None, typer.Option("--city", help="Kennung der Stadt, wenn es mehrere gibt")]


@generations.callback()
def show(context: typer.Context, city: _City = None) -> None:
    """Zeigt alle Generationen; „*“ steht vor der, die in Betrieb ist."""
    if context.invoked_subcommand is not None:
        return
    with clear_errors():
        for one, shelf in _shelves(city):
            _list(one, shelf)


@generations.command()
def compare(
    old: Annotated[str, typer.Argument(help="Name der älteren Generation")],
    new: Annotated[str, typer.Argument(help="Name der neueren Generation")],
    city: _City = None,
) -> None:
    """Vergleicht zwei Generationen: Dokumente, geänderte Angaben und Texte, Probefragen."""
    from api.cli.comparison_view import print_comparison
    from corpus.generations.comparison import compare_generations

    with clear_errors():
        one, shelf = _one_shelf(city)
        with _opened(one, shelf, old) as before, _opened(one, shelf, new) as after:
            print_comparison(compare_generations(before, after, one.canary_questions))


@generations.command()
def back(
    name: Annotated[str | None, typer.Argument(help="Name; ohne Angabe die vorige")] = None,
    city: _City = None,
) -> None:
    """Nimmt eine frühere Generation wieder in Betrieb.

    Danach bleibt es dabei, bis „lotse generations resume“ oder „lotse ingest --force“ es aufhebt.
    """
    with clear_errors():
        one, shelf = _one_shelf(city)
        folder = shelf.go_back(name)
        typer.echo(f"{one.name}: In Betrieb ist jetzt {folder.name}.")
        if shelf.held():
            typer.echo(
                "Neue Generationen werden gebaut, gehen aber nicht in Betrieb, bis "
                "„lotse generations resume“ das aufhebt."
            )


@generations.command()
def resume(city: _City = None) -> None:
    """Lässt neue Generationen nach einem Zurückgehen wieder in Betrieb gehen."""
    with clear_errors():
        one, shelf = _one_shelf(city)
        if shelf.release():
            typer.echo(f"{one.name}: Der nächste Lauf („lotse ingest“) nimmt wieder Neues in Betrieb.")
        else:
            typer.echo(f"{one.name}: Neues ging schon bisher in Betrieb.")


def _shelves(city: str | None) -> list[tuple[City, "Shelf"]]:
    from corpus.generations.shelf import Shelf

    settings = read_settings()
    chosen = choose_cities(load_cities(settings.cities), city)
    return [(one, Shelf(settings.data / "generations" / one.id)) for one in chosen]


def _one_shelf(city: str | None) -> tuple[City, "Shelf"]:
    shelves = _shelves(city)
    if len(shelves) > 1:
        fail(f"Bitte mit „--city“ sagen, welche Stadt: {', '.join(sorted(one.id for one, _ in shelves))}.")
    return shelves[0]


def _list(city: City, shelf: "Shelf") -> None:
    from corpus.generations.errors import GenerationError
    from corpus.generations.manifest import Manifest

    names, current, refused = shelf.names(), shelf.current(), shelf.refused()
    if not names:
        typer.echo(f"{city.name}: noch keine. Bitte „lotse ingest“ ausführen.")
    for name in names:
        mark = "*" if current and current.name == name else " "
        try:
            manifest = Manifest.read(shelf.root / name)
        except GenerationError as error:
            typer.echo(f"{mark} {city.id} {name}  {error}")
            continue
        typer.echo(
            f"{mark} {city.id} {name}  {manifest.created.astimezone(BERLIN):%d.%m.%Y %H:%M} Uhr  "
            f"{manifest.documents} Dokumente, {manifest.passages} Passagen, {_megabytes(shelf.root / name)}"
        )
        for reason in refused[name].reasons if name in refused else ():
            typer.echo(f"    nicht in Betrieb: {reason}")
    held = shelf.held()
    if held is not None:
        typer.echo(
            f"  Am {held.since.astimezone(BERLIN):%d.%m.%Y, %H:%M} Uhr zurückgegangen von {held.left}; "
            "neue gehen erst nach „lotse generations resume“ in Betrieb."
        )


def _megabytes(folder: Path) -> str:
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


@contextmanager
def _opened(city: City, shelf: "Shelf", name: str) -> Iterator["Generation"]:
    from corpus.embedding.choose import load_embedder
    from corpus.generations.opened import Generation

    if name not in shelf.names():
        fail(f"Die Generation {name} gibt es nicht. Es gibt: {', '.join(shelf.names()) or 'noch keine'}.")
    generation = Generation.open(shelf.root / name, load_embedder(city.embedding))
    try:
        yield generation
    finally:
        generation.close()
