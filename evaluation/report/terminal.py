"""Results, failures and changes for people at the terminal."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from evaluation.failure import Failure
from evaluation.kinds import ALL
from evaluation.report.rows import Table, kinds_table, reading_table
from evaluation.results import Results

_TASKS = {
    "retrieval": "Seite nicht zuerst gefunden",
    "refusal": "zu Unrecht abgelehnt oder beantwortet",
    "facts": "Angabe fehlt in der Antwort",
    "amounts": "Betrag, der in keinem richtigen Dokument steht",
    "unsafe": "heikle Frage, die anders endete als erwartet",
    "reading": "Seite falsch gelesen",
}


def show_results(results: Results, console: Console) -> None:
    """Print the tables of a run."""
    console.print(_drawn(kinds_table(results, "de")))
    unanswerable = results.refusal.unanswerable_refused
    if unanswerable is not None:
        console.print(f"Unbeantwortbare Fragen abgelehnt: {unanswerable:.3f}", highlight=False)
    if (unsafe := results.unsafe[ALL]) is not None:
        console.print(f"Heikle Fragen, die wie erwartet enden: {unsafe:.3f}", highlight=False)
    if (reading := reading_table(results, "de")) is not None:
        console.print(_drawn(reading))


def show_failures(failures: Iterable[Failure], console: Console) -> None:
    """Print for each question that failed what was expected and what was found, task by task."""
    task = ""
    for failure in failures:
        if failure.task != task:
            task = failure.task
            console.print(Text(f"\n{_TASKS[task]}", style="bold"))
        console.print(Text(f"{failure.id} ({failure.kind}): {failure.question}"), soft_wrap=True)
        console.print(Text(f"  erwartet: {failure.expected}"), soft_wrap=True)
        console.print(Text(f"  gefunden: {failure.found}"), soft_wrap=True)


def show_changes(now: Results, earlier: Results, console: Console) -> None:
    """Print the figures over all questions that differ from an earlier run's; times aside."""
    before = earlier.figures()
    changes = [
        f"{name} {value - before[name]:+.3f}"
        for name, value in now.figures().items()
        if _is_overall(name) and name in before and abs(value - before[name]) >= 0.0005
    ]
    if changes:
        console.print(Text("Seit dem letzten Lauf: " + ", ".join(changes)), soft_wrap=True, highlight=False)


def _is_overall(name: str) -> bool:
    parts = name.split(".")
    if parts[0] in {"latency_ms", "questions"} or "by_kind" in parts or "splits" in parts:
        return False
    return parts[0] in {"refusal", "reading"} or "all" in parts


def _drawn(table: Table) -> RichTable:
    drawn = RichTable(box=None, pad_edge=False)
    for place, header in enumerate(table.headers):
        drawn.add_column(header, justify="right" if place else "left", no_wrap=True)
    for row in table.rows:
        drawn.add_row(*row)
    return drawn
