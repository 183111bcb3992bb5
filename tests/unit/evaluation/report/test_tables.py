"""Results as tables and lists for people."""

from io import StringIO

import pytest
from rich.console import Console

from evaluation.measure import cases_of, failures_of, results_of
from evaluation.reading.case import ReadingCase
from evaluation.report.markdown import markdown
from evaluation.report.rows import kinds_table, reading_table
from evaluation.report.terminal import show_changes, show_failures, show_results
from evaluation.results import Results
from tests.unit.evaluation.conftest import MakeOutcome

_PAGE = ReadingCase("q", "plain", "Was?", ("a", "b"), frozenset({0}), frozenset({0}), "dev")


@pytest.fixture
def results(outcome: MakeOutcome) -> Results:
    """One question found and answered, one refused rightly."""
    outcomes = [
        outcome(gold_ids=["a"], gold_facts=["3 Euro"], ranked=("a",), text="3 €"),
        outcome(id="2", kind="unanswerable", status="not_found"),
    ]
    return results_of(cases_of(outcomes, lambda _: None, [_PAGE]))


@pytest.fixture
def console() -> Console:
    """A wide console whose output can be read."""
    return Console(file=StringIO(), width=160)


def _printed(console: Console) -> str:
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_there_is_a_row_for_each_kind_and_one_for_all(results: Results) -> None:
    table = kinds_table(results, "en")
    assert [row[0] for row in table.rows] == ["plain", "unanswerable", "all"]
    assert all(len(row) == len(table.headers) for row in table.rows)
    plain, unanswerable, _ = table.rows
    assert plain[2:5] == ("1.000", "1.000", "1.000")
    assert unanswerable[2:6] == ("–", "–", "–", "1.000")


def test_pages_that_were_not_read_have_no_table(outcome: MakeOutcome) -> None:
    assert reading_table(results_of(cases_of([outcome()], lambda _: None)), "de") is None


def test_markdown_holds_both_tables(results: Results) -> None:
    lines = markdown(results).splitlines()
    assert lines[0].startswith("| kind | questions | recall@1 |")
    assert lines[1].startswith("| --- | ---: |")
    assert any(line.startswith("| dev | 1 | 1.000 |") for line in lines)


def test_the_terminal_shows_german_headers(results: Results, console: Console) -> None:
    show_results(results, console)
    shown = _printed(console)
    assert "falsche Beträge" in shown
    assert "Unbeantwortbare Fragen abgelehnt: 1.000" in shown


def test_failures_show_expected_and_found_without_reading_markup(
    outcome: MakeOutcome, console: Console
) -> None:
    cases = cases_of([outcome(question="Was [bold]kostet[/bold] das?", gold_ids=["a"])], lambda _: None)
    show_failures(failures_of(cases), console)
    assert "Was [bold]kostet[/bold] das?" in _printed(console)
    assert "erwartet: a" in _printed(console)
    assert "gar nicht" in _printed(console)


def test_changes_since_an_earlier_run_are_said(
    results: Results, outcome: MakeOutcome, console: Console
) -> None:
    worse = results_of(cases_of([outcome(gold_ids=["a"], ranked=("x", "a"))], lambda _: None))
    show_changes(results, worse, console)
    assert "retrieval.all.recall_at_1 +1.000" in _printed(console)
    assert "plain" not in _printed(console)


def test_nothing_changed_says_nothing(results: Results, console: Console) -> None:
    show_changes(results, results, console)
    assert _printed(console) == ""
