"""The page for the browser shows each failed question, and nothing of a question becomes markup."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from corpus.records import Document, DocumentKind, Section, SectionKind
from evaluation.config import Measured
from evaluation.errors import EvaluationError
from evaluation.measure import cases_of, results_of
from evaluation.outcome import Outcome
from evaluation.report.html import report_page, write_report
from evaluation.runs import Run
from evaluation.session import Finished

MakeOutcome = Callable[..., Outcome]
DAY = datetime(2026, 11, 23, 10, tzinfo=UTC)


def page(title: str) -> Document:
    section = Section(kind=SectionKind.DESCRIPTION, heading="", text="Kommen Sie vorbei.")
    return Document(
        id=title,
        city="a",
        source="a",
        url=f"https://a.example/{title}",
        title=title,
        kind=DocumentKind.SERVICE,
        sections=(section,),
    )


def finished(*outcomes: Outcome) -> Finished:
    documents = {title: page(title) for title in ("Reisepass", "Hundesteuer")}
    cases = cases_of(outcomes, documents.get)
    measured = Measured(
        corpus="a", corpus_hash="0", questions="q", questions_hash="0", reader=False, embedding="e", now=DAY
    )
    run = Run(measured=measured, started=DAY, seconds=1.0, results=results_of(cases))
    return Finished(run, cases, documents=documents)


def test_a_failed_question_stands_there_with_what_was_found_and_should_have_been(
    outcome: MakeOutcome,
) -> None:
    failed = outcome(question="<b>Pass?</b>", ranked=("Hundesteuer",), gold_ids=["Reisepass"], text="Wau.")
    soup = BeautifulSoup(report_page(finished(failed, outcome(ranked=()))), "lxml")
    (article,) = soup.find_all("article")
    assert article.h3
    assert article.h3.get_text() == "<b>Pass?</b>"
    assert [item.get_text() for item in article.find_all("li")] == ["Hundesteuer"]
    assert "Nicht unter den ersten fünf: Reisepass" in article.get_text()
    assert "Wau." in article.get_text()


def test_the_page_fetches_nothing_and_runs_nothing(outcome: MakeOutcome) -> None:
    soup = BeautifulSoup(report_page(finished(outcome(ranked=()))), "lxml")
    assert soup.find_all(["script", "link", "img", "iframe"]) == []
    assert soup.html
    assert soup.html["lang"] == "de"


def test_a_place_that_can_not_be_written_is_told(tmp_path: Path, outcome: MakeOutcome) -> None:
    with pytest.raises(EvaluationError, match=r"nicht nach .* schreiben"):
        write_report(tmp_path / "fehlt" / "bericht.html", finished(outcome()))
    write_report(tmp_path / "bericht.html", finished(outcome()))
    assert (tmp_path / "bericht.html").read_text(encoding="utf-8").startswith("<!doctype html>")
