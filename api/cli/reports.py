"""`lotse reports`: what earlier updates did."""

from typing import TYPE_CHECKING, Annotated

import typer

from api.cities import choose_cities, load_cities
from api.cli.terminal import clear_errors, fail
from api.settings import read_settings
from corpus.city import City
from corpus.values.hours import BERLIN

if TYPE_CHECKING:
    from ingest.report import Report

LAST = "last"


def reports(
    run: Annotated[str | None, typer.Argument(help="Name eines Laufs, oder „last“ für den letzten")] = None,
    city: Annotated[str | None, typer.Option(help="nur diese Stadt (Kennung)")] = None,
    json: Annotated[bool, typer.Option("--json", help="als JSON ausgeben")] = False,
) -> None:
    """Zeigt die Berichte früherer Läufe: ohne Angabe alle in einer Zeile, mit Namen einen ganz."""
    from ingest.report import read_report, run_names

    with clear_errors():
        settings = read_settings()
        found = False
        for one in choose_cities(load_cities(settings.cities), city):
            for name in _chosen(run_names(settings.data, one.id), run):
                found = True
                report = read_report(settings.data, one.id, name)
                if report is None:
                    typer.echo(f"{one.id} {name}: von einer anderen Fassung, nicht lesbar", err=True)
                else:
                    _show(one, report, as_json=json, whole=run is not None)
        if not found and run in (None, LAST):
            fail("Es gibt noch keinen Bericht: Bitte „lotse ingest“ ausführen.")
        if not found:
            fail(f"Einen Lauf „{run}“ gibt es nicht: „lotse reports“ zeigt alle.")


def _chosen(names: list[str], run: str | None) -> list[str]:
    if run is None:
        return names
    return names[-1:] if run == LAST else [name for name in names if name == run]


def _show(city: City, report: "Report", *, as_json: bool, whole: bool) -> None:
    from api.cli.report_view import print_report

    if as_json:
        typer.echo(report.model_dump_json(indent=2 if whole else None))
    elif whole:
        print_report(city, report)
    else:
        typer.echo(
            f"{city.id} {report.run}  {report.started.astimezone(BERLIN):%d.%m.%Y %H:%M} Uhr  "
            f"{len(report.new)} neu, {len(report.changed)} geändert, {len(report.removed)} entfernt, "
            f"{len(report.failed)} nicht lesbar; {_outcome(report)}"
        )


def _outcome(report: "Report") -> str:
    if report.published:
        return "in Betrieb genommen" if report.good else "in Betrieb genommen, eine Quelle fehlt"
    return "unverändert" if report.good else "nicht in Betrieb genommen"
