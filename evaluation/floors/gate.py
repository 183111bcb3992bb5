"""The gate of CI: measures the sample city, and the measurement data where it lies beside the repository."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from corpus.progress import Progress
from evaluation.command_line import BAD_INPUT, FAILED, run_command
from evaluation.errors import EvaluationError
from evaluation.floors.table import Floors, missed, raised, read_floors, write_floors
from evaluation.measure import failures_of
from evaluation.musterstadt.measuring import measure_musterstadt
from evaluation.report.markdown import markdown as as_markdown
from evaluation.report.progress import shown
from evaluation.report.terminal import show_failures, show_results
from evaluation.runs import keep
from evaluation.session import Finished, measure_files

FLOORS = Path(__file__).parent.parent / "floors.toml"
MEASUREMENT_DATA = Path("../shared/data")


@dataclass(frozen=True)
class Target:
    """A corpus with floors: its name, how it is measured, and the folder that it needs, if any."""

    name: str
    measure: Callable[[Progress], Finished]
    needs: Path | None = None


def targets(data: Path, measurements: Path) -> tuple[Target, ...]:
    """Everything that has floors; `data` keeps embeddings and runs, `measurements` holds other corpora."""
    return (
        Target("musterstadt", lambda progress: measure_musterstadt(data, progress)),
        _of_files("munich", measurements, data, reader=False),
        _of_files("omos", measurements, data, reader=True),
    )


def hold(
    only: Annotated[list[str] | None, typer.Option(help="nur diese Korpora messen")] = None,
    floors: Annotated[Path, typer.Option(help="Datei der Mindestwerte")] = FLOORS,
    raise_floors: Annotated[
        bool, typer.Option("--raise-floors", help="Mindestwerte anheben, wo mehr erreicht wurde")
    ] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Markdown-Tabellen ausgeben")] = False,
    failures: Annotated[bool, typer.Option("--failures", help="misslungene Fragen zeigen")] = False,
    measurements: Annotated[
        Path, typer.Option(envvar="LOTSE_MEASUREMENT_DATA", help="Ordner mit den Messdaten")
    ] = MEASUREMENT_DATA,
    data: Annotated[
        Path, typer.Option(envvar="LOTSE_DATA", help="Ordner für Ergebnisse und Zwischenspeicher")
    ] = Path("var"),
) -> None:
    """Misst die Musterstadt und, wo die Messdaten liegen, München und OMoS, und hält die Mindestwerte."""
    messages = Console(stderr=True, highlight=False)
    out = Console(highlight=False, width=None if sys.stdout.isatty() else 140)
    try:
        known = read_floors(floors)
        fallen: list[str] = []
        for target in _chosen(targets(data, measurements), only):
            if target.needs is not None and not target.needs.is_dir():
                messages.print(f"{target.name}: übersprungen, {target.needs} fehlt.", markup=False)
                continue
            with shown(messages) as progress:
                finished = target.measure(progress)
            keep(finished.run, data)
            _show(target.name, finished, out, markdown=markdown, failures=failures)
            results, wanted = finished.run.results, known.get(target.name, Floors())
            fallen += [f"{target.name}: {line}" for line in missed(wanted, results)]
            known[target.name] = raised(wanted, results)
        if raise_floors:
            write_floors(floors, known)
    except EvaluationError as error:
        messages.print(str(error), markup=False, soft_wrap=True)
        raise typer.Exit(BAD_INPUT) from None
    for line in fallen:
        messages.print(f"Mindestwert verfehlt: {line}", markup=False, soft_wrap=True)
    if fallen:
        raise typer.Exit(FAILED)


def main(arguments: Sequence[str]) -> int:
    """Run the gate with these arguments and return its exit status."""
    return run_command(hold, "python -m evaluation.floors", arguments)


def _of_files(name: str, measurements: Path, data: Path, *, reader: bool) -> Target:
    folder = measurements / name

    def measure(progress: Progress) -> Finished:
        corpus, questions = folder / "corpus.jsonl", folder / "questions.jsonl"
        return measure_files(corpus, questions, data, reader=reader, progress=progress)

    return Target(name, measure, folder)


def _chosen(known: Sequence[Target], only: Sequence[str] | None) -> list[Target]:
    names = [target.name for target in known]
    for name in only or ():
        if name not in names:
            raise EvaluationError(f"Einen Korpus „{name}“ gibt es nicht (nur: {', '.join(names)}).")
    return [target for target in known if not only or target.name in only]


def _show(name: str, finished: Finished, out: Console, *, markdown: bool, failures: bool) -> None:
    results = finished.run.results
    if markdown:
        sys.stdout.write(f"### {name}\n\n{as_markdown(results)}\n")
    else:
        out.print(f"\n{name}")
        show_results(results, out)
    if failures:
        show_failures(failures_of(finished.cases), out)
