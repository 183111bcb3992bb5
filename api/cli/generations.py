"""`lotse generations`: what has been built, and going back."""

from typing import Annotated

import typer

from api.cities import choose_cities, load_cities
from api.cli.terminal import clear_errors, fail
from api.settings import read_settings


def generations(
    city: Annotated[str | None, typer.Option(help="Kennung der Stadt, wenn es mehrere gibt")] = None,
    back: Annotated[
        bool, typer.Option("--back", help="die vorige Generation wieder in Betrieb nehmen")
    ] = False,
) -> None:
    """Zeigt die Generationen des Wissens; mit --back zurück zur vorigen."""
    from corpus.generations.manifest import Manifest
    from corpus.generations.shelf import Shelf

    with clear_errors():
        settings = read_settings()
        for one in choose_cities(load_cities(settings.cities), city):
            shelf = Shelf(settings.data / "generations" / one.id)
            current = shelf.current()
            names = shelf.names()
            if back:
                earlier = [name for name in names if current and name < current.name]
                if not earlier:
                    fail(f"Für {one.name} gibt es keine frühere Generation.")
                shelf.publish(shelf.root / earlier[-1])
                current = shelf.current()
            if not names:
                typer.echo(f"{one.name}: noch keine. Bitte „lotse ingest“ ausführen.")
            for name in names:
                manifest = Manifest.read(shelf.root / name)
                mark = "*" if current and current.name == name else " "
                typer.echo(
                    f"{mark} {one.id} {name}  {manifest.documents} Dokumente, {manifest.passages} Passagen"
                )
