"""`lotse embed`: the lines that put the chat on a page, in three variants."""

from typing import Annotated
from urllib.parse import urlsplit

import typer

from api.cities import choose_cities, load_cities
from api.settings import SettingsError, read_settings
from corpus.city import City, CityError


def embed(
    address: Annotated[str, typer.Argument(help="Adresse des Stadtlotsen, wie Bürger sie erreichen")] = (
        "https://lotse.example.de"
    ),
    city: Annotated[str | None, typer.Option(help="Kennung der Stadt; nötig, wenn es mehrere gibt")] = None,
) -> None:
    """Zeigt die Zeilen, mit denen der Chat auf eine Seite kommt: als Skript, als Rahmen, als Link."""
    try:
        chosen = _only_one(choose_cities(load_cities(read_settings().cities), city))
        base = _checked(address)
    except (CityError, SettingsError) as error:
        typer.echo(error, err=True)
        raise typer.Exit(1) from None
    typer.echo(_told(chosen, base))


def _told(city: City, base: str) -> str:
    from api.embedding import Embedding
    from api.origins import allowed_origins
    from widget.theme import corrections

    embedding = Embedding(city, base)
    parts = [
        "1. Mit Skript (empfohlen): auf jede Seite, vor </body>",
        str(embedding.script()),
        "   Hat die Website eine Content-Security-Policy, gehört hinein:\n   "
        + "; ".join(embedding.script_policy()),
        "2. Ohne Skript: als Rahmen auf eine Seite",
        str(embedding.iframe()),
        "   In die Content-Security-Policy:\n   " + "; ".join(embedding.iframe_policy()),
        "3. Nur ein Link",
        str(embedding.link()),
        "Einbinden dürfen ihn: " + ", ".join(sorted(allowed_origins(city))),
        *(f"Hinweis: {sentence}" for sentence in corrections(city.look.accent, city.look.accent_dark)),
    ]
    return "\n\n".join(parts)


def _only_one(cities: list[City]) -> City:
    if len(cities) > 1:
        names = ", ".join(sorted(city.id for city in cities))
        raise CityError(f"Es gibt mehrere Städte. Bitte wählen Sie mit --city eine davon: {names}.")
    return cities[0]


def _checked(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise SettingsError(
            f"„{address}“ ist keine Adresse eines Servers. Bitte schreiben Sie sie so: "
            "https://lotse.example.de"
        )
    return address.rstrip("/")
