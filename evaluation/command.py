"""`lotse evaluate`: measure any corpus with any question set."""

import json as json_format
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Annotated, TextIO

import typer
from rich.console import Console

from evaluation.answers_file import write_answers
from evaluation.command_line import BAD_INPUT, FAILED, run_command
from evaluation.errors import EvaluationError
from evaluation.floors.table import Floors, missed, read_floors
from evaluation.measure import failures_of
from evaluation.report.html import write_report
from evaluation.report.markdown import markdown as as_markdown
from evaluation.report.progress import shown
from evaluation.report.terminal import show_changes, show_failures, show_results
from evaluation.runs import before, keep
from evaluation.session import Finished, measure_files


def evaluate(
    corpus: Annotated[Path, typer.Option(help="Korpus, eine JSON-Zeile je Dokument")],
    questions: Annotated[Path, typer.Option(help="Fragen, eine JSON-Zeile je Frage")],
    reader: Annotated[
        bool, typer.Option("--reader", help="auch das Lesen messen: jede Frage an ihrer Seite allein")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="die Ergebnisse als ein JSON-Objekt")] = False,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="die Ergebnisse als Markdown-Tabellen")
    ] = False,
    answers: Annotated[
        Path | None, typer.Option(help="Datei für die Antworten, eine JSON-Zeile je Frage")
    ] = None,
    failures: Annotated[
        bool, typer.Option("--failures", help="jede misslungene Frage mit dem, was gefunden wurde")
    ] = False,
    html: Annotated[
        Path | None, typer.Option(help="Datei für den Fehlerbericht: eine Seite für den Browser")
    ] = None,
    floors: Annotated[
        Path | None, typer.Option(help="Mindestwerte (TOML); werden sie verfehlt, ist der Rückgabewert 1")
    ] = None,
    floors_of: Annotated[
        str | None,
        typer.Option(
            help="Tabelle der Mindestwerte; ohne Angabe der Name des Ordners, in dem der Korpus liegt"
        ),
    ] = None,
    data: Annotated[
        Path, typer.Option(envvar="LOTSE_DATA", help="Ordner für Ergebnisse und Zwischenspeicher")
    ] = Path("var"),
) -> None:
    """Misst Suche, Ablehnung, Fakten, Lesen und Tempo an einem Korpus mit Fragen."""
    table = floors_of or corpus.absolute().parent.name
    messages = Console(stderr=True, highlight=False)
    try:
        with only_results() as out:
            wanted = None if floors is None else _floors(floors, table)
            with shown(messages) as progress:
                finished = measure_files(corpus, questions, data, reader=reader, progress=progress)
            keep(finished.run, data)
            if answers is not None:
                write_answers(answers, finished.cases.outcomes)
            if html is not None:
                write_report(html, finished)
            _show(finished, data, out, messages, json=json, markdown=markdown)
            if failures:
                show_failures(failures_of(finished.cases), messages if json else Console(file=out))
            lines = [] if wanted is None else missed(wanted, finished.run.results)
    except EvaluationError as error:
        messages.print(str(error), markup=False, soft_wrap=True)
        raise typer.Exit(BAD_INPUT) from None
    for line in lines:
        messages.print(f"Mindestwert verfehlt: {line}", markup=False, soft_wrap=True)
    if lines:
        raise typer.Exit(FAILED)


@contextmanager
def only_results() -> Iterator[TextIO]:
    """Give the true standard output, and send whatever else is printed meanwhile to standard error."""
    out = sys.stdout
    with redirect_stdout(sys.stderr):
        yield out


def main(arguments: Sequence[str]) -> int:
    """Run the command with these arguments and return its exit status."""
    return run_command(evaluate, "lotse evaluate", arguments)


def _floors(path: Path, table: str) -> Floors:
    known = read_floors(path)
    if table not in known:
        raise EvaluationError(
            f"{path} hat keine Tabelle „{table}“ (nur: {', '.join(known)}). Bitte geben Sie sie mit "
            "--floors-of an."
        )
    return known[table]


def _show(
    finished: Finished, data: Path, out: TextIO, messages: Console, *, json: bool, markdown: bool
) -> None:
    for remark in finished.remarks:
        messages.print(remark, markup=False, soft_wrap=True)
    results = finished.run.results
    if json:
        out.write(json_format.dumps(results.as_json(), ensure_ascii=False, indent=2) + "\n")
    elif markdown:
        out.write(as_markdown(results))
    else:
        show_results(results, Console(file=out, width=None if out.isatty() else 140))
        if (earlier := before(finished.run, data)) is not None:
            show_changes(results, earlier.results, messages)
