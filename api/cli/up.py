"""`lotse up`: build what is missing, serve, and say where."""

from collections.abc import Iterable
from typing import Annotated

import typer

from api.cities import load_cities
from api.cli.child import end, start_lotse
from api.cli.sample_site import sample_site
from api.cli.serve import listen, run_server
from api.cli.terminal import clear_errors, console
from api.cli.updates import scheduled_updates
from api.settings import Settings, read_settings
from corpus.city import City


def up(
    port: Annotated[int | None, typer.Option(help="Port", min=0, max=65535)] = None,
) -> None:
    """Liest ein, was noch fehlt, startet den Server und sagt, wo der Chat zu finden ist."""
    with clear_errors():
        settings = read_settings().model_copy(update={} if port is None else {"port": port})
        cities = load_cities(settings.cities)
        # A port in use shows before minutes of work, not after; of port 0 the free one is known then.
        with listen(settings) as listening:
            settings = settings.model_copy(update={"port": listening.getsockname()[1]})
        with sample_site(cities.values()) as site:
            _ingest_missing(settings, cities.values())
            _say_where(settings, site)
            with scheduled_updates(cities.values()):
                run_server(settings)


def _ingest_missing(settings: Settings, cities: Iterable[City]) -> None:
    """In a process of its own: what crawling and building need of memory is given back."""
    for city in cities:
        if can_serve(settings, city):
            continue
        console().print(f"{city.name}: Quellen werden eingelesen …")
        child = start_lotse(["ingest", "--city", city.id])
        try:
            code = child.wait()
        finally:
            end(child)
        if code and not can_serve(settings, city):  # one of several sources that failed stops nobody
            raise typer.Exit(code)


def can_serve(settings: Settings, city: City) -> bool:
    """Whether the shelf holds a generation that can be opened; raises `EmbeddingError`."""
    from corpus.embedding.choose import load_embedder
    from corpus.generations.errors import GenerationError
    from corpus.generations.library import Library
    from corpus.generations.shelf import Shelf

    shelf = Shelf(settings.data / "generations" / city.id)
    try:
        if shelf.current() is None:
            return False
        library = Library(shelf, load_embedder(city.embedding))
        library.refresh()
    except GenerationError:
        return False
    library.close()
    return True


def address_of(settings: Settings) -> str:
    """The address to open on this machine: „all addresses“ is none that a browser can visit."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.host, settings.host)  # noqa: S104
    return f"http://[{host}]:{settings.port}" if ":" in host else f"http://{host}:{settings.port}"


def _say_where(settings: Settings, site: str | None) -> None:
    address = address_of(settings)
    out = console()
    if site:
        out.print(f"Website der Musterstadt:   {site}")
    out.print(f"Startseite mit Chat:       {address}/")
    out.print(f"Chat ohne JavaScript:      {address}/chat")
    out.print(f"Schnittstelle (OpenAPI):   {address}/openapi.json")
    if settings.model_path is None and settings.model_url is None:
        out.print("Ohne Sprachmodell: Antworten kommen wörtlich von den Seiten der Stadt.")
    out.print("Beenden mit Strg+C.")
