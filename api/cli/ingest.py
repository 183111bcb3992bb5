"""`lotse ingest`: read the sources, build the next generation, make it current."""

import logging
from typing import Annotated

import typer

from api.cities import choose_cities, load_cities
from api.cli.sample_site import sample_site
from api.cli.terminal import FAILED, clear_errors, console, progress_bars
from api.logs import configure_logs
from api.settings import read_settings


def ingest(
    city: Annotated[str | None, typer.Option(help="nur diese Stadt (Kennung)")] = None,
    json: Annotated[bool, typer.Option("--json", help="den Bericht als JSON ausgeben")] = False,
) -> None:
    """Liest alle Quellen ein und baut daraus das Wissen der Stadt."""
    configure_logs(logging.ERROR)
    with clear_errors():
        settings = read_settings()
        wanted = choose_cities(load_cities(settings.cities), city)
        from corpus.embedding.cache import CachedEmbedder
        from corpus.embedding.choose import load_embedder
        from corpus.store.documents import open_store
        from ingest.report import summary
        from ingest.update import update_city

        store = open_store(settings.database())
        published = True
        with sample_site(wanted):
            for one in wanted:
                embedder = CachedEmbedder(load_embedder(one.embedding), settings.data / "embeddings.sqlite")
                with progress_bars() as report_progress:
                    report = update_city(one, settings.data, store, embedder, report_progress)
                console().print(report.model_dump_json(indent=2) if json else summary(report))
                published = published and report.published
    if not published:
        raise typer.Exit(FAILED)
