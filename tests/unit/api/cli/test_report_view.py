"""A report shows changed facts first, bounds its lists, and lets no source steer the terminal."""

from datetime import UTC, datetime
from io import StringIO

from rich.console import Console

from api.cli.report_view import SHOWN, print_report, report_lines
from corpus.difference.documents import DocumentChange, SectionChange
from corpus.difference.facts import FactChange
from corpus.records import FactKind
from ingest.report import Problem, Report, SourceReport
from tests.integration.small_city import small_city

URL = "https://www.kleinstadt.example/ausweis"


def report(source: SourceReport, **more: object) -> Report:
    fields = {
        "city": "kleinstadt",
        "run": "20260601T120000-000000",
        "started": datetime(2026, 6, 1, 12, tzinfo=UTC),
        "seconds": 3.0,
        "sources": (source,),
    }
    return Report.model_validate(fields | more)


def shown(given: Report) -> list[str]:
    return [line.plain for line in report_lines(small_city(), given)]


def test_a_new_fee_stands_before_the_text_that_says_it() -> None:
    change = DocumentChange(
        id="website:/ausweis",
        title="Ausweis",
        url=URL,
        facts=(FactChange(kind=FactKind.FEE, old="37,00 Euro", new="46,00 Euro"),),
        sections=(SectionChange(heading="Gebühren", lines=("-37,00 Euro", "+46,00 Euro")),),
    )
    source = SourceReport(name="website", unchanged=4, changed=(change.id,), differences=(change,))
    lines = shown(report(source, published=True, generation="G"))
    assert lines.index("    Gebühr: 37,00 Euro → 46,00 Euro") < lines.index("      -37,00 Euro")
    assert "Der Suchindex G ist jetzt in Betrieb." in lines


def test_reasons_and_failures_are_said_with_the_page_that_links_there() -> None:
    failed = (Problem(url=f"{URL}/weg", reason="Die Seite gibt es nicht.", referrer=URL),)
    lines = shown(report(SourceReport(name="website", failed=failed), reasons=("Die Probefrage fehlt.",)))
    assert "Die Probefrage fehlt." in lines
    assert f"  {URL}/weg: Die Seite gibt es nicht. (verlinkt auf {URL})" in lines


def test_long_lists_are_cut_and_counted() -> None:
    source = SourceReport(name="website", unchanged=1, new=tuple(f"website:/{n}" for n in range(SHOWN + 5)))
    lines = shown(report(source))
    assert sum(line.startswith("  website:/") for line in lines) == SHOWN
    assert lines[-1].startswith("  … und 5 weitere")


def test_a_title_cannot_steer_the_terminal() -> None:
    change = DocumentChange(
        id="a",
        title="Aus\x1b[2Jweis\r",
        url=URL,
        sections=(SectionChange(heading="", lines=("+[red]x[/]",)),),
    )
    text = StringIO()
    source = SourceReport(name="website", changed=("a",), differences=(change,))
    print_report(small_city(), report(source), Console(file=text, force_terminal=False))
    assert "\x1b" not in text.getvalue()
    assert "\r" not in text.getvalue()
    assert "+[red]x[/]" in text.getvalue()
