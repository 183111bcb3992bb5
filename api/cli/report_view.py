"""Shows the report of an update: what editors care about first, and no more than fits on a few screens."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from api.cli.terminal import printable
from corpus.city import City
from corpus.difference.documents import DocumentChange
from corpus.records import Contradiction
from corpus.values.hours import BERLIN
from ingest.report import Problem, Report, summary

SHOWN = 20
"""Entries of each list; `lotse reports last --json` has all of them."""
_COLOURS = {"-": "red", "+": "green", "@": "cyan"}


def print_report(city: City, report: Report, out: Console | None = None) -> None:
    """Print a report on standard output; colours and widths only where that is a terminal."""
    shown = out or Console(highlight=False)
    for line in report_lines(city, report):
        shown.print(line, soft_wrap=True)


def report_lines(city: City, report: Report) -> Iterator[Text]:
    """The report's lines: summary, changed facts, changed texts, then the lists."""
    began = report.started.astimezone(BERLIN)
    yield Text(f"{city.name}, Lauf {report.run} vom {began:%d.%m.%Y, %H:%M} Uhr", style="bold")
    for line in summary(report).splitlines():
        yield Text(printable(line))
    yield from fact_lines(report.differences)
    yield from text_lines(report.differences)
    yield from _listed("Widersprüche", map(_contradiction, report.contradictions))
    yield from _listed(
        "An die Maschine gerichtet, weggelassen",
        (f"{one.url}: „{one.excerpt}“ ({one.done})" for one in report.suspicious),
    )
    yield from _listed("Hinweise", (_problem(one) for source in report.sources for one in source.hints))
    if report.unchanged or report.changed:  # of a first run everything is new
        yield from _listed("Neu", report.new)
    yield from _listed("Entfernt", report.removed)
    yield from _listed("Nicht lesbar", map(_problem, report.failed))
    yield from _listed("Ausgelassen", (_problem(one) for source in report.sources for one in source.left_out))
    yield from _listed("Von robots.txt ausgenommen", report.skipped_by_robots)
    yield from _listed("Doppelt", (f"{one.url} = {one.document_id}" for one in report.duplicates))


def fact_lines(changes: Iterable[DocumentChange]) -> Iterator[Text]:
    """Facts that changed, under their document."""
    found = [change for change in changes if change.facts]
    if found:
        yield _heading("Geänderte Angaben", sum(len(change.facts) for change in found))
    for change in found[:SHOWN]:
        yield Text(f"  {printable(change.title)}  {printable(change.url)}")
        for fact in change.facts:
            yield Text(f"    {printable(fact.sentence())}", style="yellow")
    yield from _more(len(found))


def text_lines(changes: Iterable[DocumentChange]) -> Iterator[Text]:
    """Texts that changed, section by section."""
    found = [change for change in changes if change.sections]
    if found:
        yield _heading("Geänderte Texte", len(found))
    for change in found[:SHOWN]:
        yield Text(f"  {printable(change.title)}  {printable(change.url)}")
        for section in change.sections:
            if section.heading:
                yield Text(f"    {printable(section.heading)}", style="italic")
            for line in section.lines:
                yield Text(f"      {printable(line)}", style=_COLOURS.get(line[:1], ""))
        if change.more:
            yield Text(f"      … und {change.more} weitere Zeilen")
    yield from _more(len(found))


def _listed(title: str, entries: Iterable[str]) -> Iterator[Text]:
    found = list(entries)
    if not found:
        return
    yield _heading(title, len(found))
    for entry in found[:SHOWN]:
        yield Text(f"  {printable(entry)}")
    yield from _more(len(found))


def _heading(title: str, count: int) -> Text:
    return Text(f"{title} ({count}):", style="bold")


def _more(count: int) -> Iterator[Text]:
    if count > SHOWN:
        yield Text(f"  … und {count - SHOWN} weitere; alle mit „lotse reports last --json“")


def _contradiction(found: Contradiction) -> str:
    sides = "; ".join(f"„{side.value}“ auf {side.url}" for side in found.sides)
    return f"{found.subject}{f' ({found.label})' if found.label else ''}: {sides}"


def _problem(problem: Problem) -> str:
    source = f" (verlinkt auf {problem.referrer})" if problem.referrer else ""
    return f"{problem.url}: {problem.reason}{source}"
