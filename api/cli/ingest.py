"""`lotse ingest`: read the sources, build the next generation, make it current; once or regularly."""

import logging
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from api.cities import choose_cities, load_cities
from api.cli.child import END_WITH_PARENT, end_with_parent
from api.cli.progress import progress_bars
from api.cli.sample_site import sample_site
from api.cli.terminal import FAILED, clear_errors, fail
from api.logs import configure_logs
from api.settings import Settings, read_settings
from corpus.city import City
from corpus.progress import silent

if TYPE_CHECKING:
    from ingest.report import Report


def ingest(
    city: Annotated[str | None, typer.Option(help="nur diese Stadt (Kennung)")] = None,
    json: Annotated[bool, typer.Option("--json", help="den Bericht als JSON ausgeben")] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="regelmäßig einlesen, wie „schedule“ in city.toml es sagt")
    ] = False,
    status: Annotated[
        bool, typer.Option("--status", help="letzter Lauf, nächster Lauf; es wird nichts eingelesen")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="in Betrieb nehmen, auch wenn die Prüfung dagegen spricht")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="bei --force nicht nachfragen")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="nur eine Zusammenfassung")] = False,
    end_with_us: Annotated[bool, typer.Option(END_WITH_PARENT, hidden=True)] = False,
) -> None:
    """Liest alle Quellen ein und baut daraus das Wissen der Stadt.

    Rückgabewert: 0 in Betrieb oder unverändert, 1 nicht in Betrieb genommen oder eine Quelle nicht zu lesen,
    2 Eingabe oder Datenbank, 74 kein Platz, 75 es wird schon eingelesen.
    """
    if end_with_us:
        end_with_parent()
    configure_logs(logging.ERROR)
    with clear_errors():
        settings = read_settings()
        wanted = choose_cities(load_cities(settings.cities), city)
        if status:
            from api.cli.status import print_status

            print_status(settings.data, wanted, as_json=json)
        elif watch:
            from api.cli.watch import watch_cities

            watch_cities(settings, city)
        else:
            if force and not yes:
                _confirm()
            _ingest(settings, wanted, as_json=json, force=force, quiet=quiet)


def _ingest(settings: Settings, wanted: list[City], *, as_json: bool, force: bool, quiet: bool) -> None:
    from corpus.embedding.cache import CachedEmbedder
    from corpus.embedding.choose import load_embedder
    from corpus.store.documents import open_store
    from ingest.disk import clear_disk_errors
    from ingest.update import update_city

    good = True
    with (
        clear_disk_errors(settings.data),
        open_store(settings.database()) as store,
        sample_site(wanted),
    ):
        for one in wanted:
            embedder = CachedEmbedder(load_embedder(one.embedding), settings.data / "embeddings.sqlite")
            if quiet:
                report = update_city(one, settings.data, store, embedder, silent, force=force)
            else:
                with progress_bars() as progress:
                    report = update_city(one, settings.data, store, embedder, progress, force=force)
            _say(one, report, as_json=as_json, quiet=quiet)
            good = good and report.good
    if not good:
        raise typer.Exit(FAILED)


def _say(city: City, report: "Report", *, as_json: bool, quiet: bool) -> None:
    from api.cli.report_view import print_report
    from ingest.report import summary

    if as_json:
        typer.echo(report.model_dump_json(indent=2))
    elif quiet:
        typer.echo(f"{city.name}: {summary(report)}")
    else:
        print_report(city, report)


def _confirm() -> None:
    """Ask; where nobody can answer, `--yes` has to say so."""
    if not sys.stdin.isatty():
        fail("Mit „--force“ geht in Betrieb, wogegen die Prüfung spricht. Bitte „--yes“ dazu angeben.")
    if not typer.confirm("Den neuen Stand in Betrieb nehmen, auch wenn die Prüfung dagegen spricht?"):
        raise typer.Exit(FAILED)
