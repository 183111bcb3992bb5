"""The accessibility statement."""

import pytest

from corpus.city import State
from tests.unit.widget.test_pages import CITY, one, read
from widget.pages import Choices, Reporting, render_chat, render_statement

HESSE = Reporting("HE", contact="barrierefrei@musterstadt.example")


def test_it_says_all_that_the_law_asks_for() -> None:
    page = read(render_statement(CITY, HESSE))
    headings = [heading.get_text() for heading in page.select("main h2")]
    assert headings == [
        "Das Wichtigste in einfacher Sprache",
        "Stand der Vereinbarkeit mit den Anforderungen",
        "Was nicht barrierefrei ist",
        "Wann und wie diese Erklärung erstellt wurde",
        "Barrieren melden",
        "Durchsetzungsverfahren",
    ]
    assert "teilweise vereinbar" in one(page, "[aria-labelledby=stand]").get_text()
    assert one(page, "time")["datetime"].count("-") == 2  # type: ignore[union-attr]


def test_barriers_are_reported_where_the_city_says() -> None:
    page = read(render_statement(CITY, HESSE))
    report = one(page, "[aria-labelledby=melden]")
    assert one(report, "a[href^='mailto:']")["href"] == "mailto:barrierefrei@musterstadt.example"
    assert one(report, "a[href^='tel:']")["href"] == "tel:01234560"


def test_without_a_contact_the_hotline_is_named() -> None:
    report = one(read(render_statement(CITY, Reporting("HE"))), "[aria-labelledby=melden]")
    assert [link["href"] for link in report.select("a")] == ["tel:01234560"]


@pytest.mark.parametrize("state", [state.value for state in State])
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_state_has_a_way_to_enforce(state: str, language: str) -> None:
    page = read(render_statement(CITY, Reporting(state), choices=Choices(language)))
    part = one(page, "main section:last-of-type").get_text(" ", strip=True)
    assert "zuständig" in part if language == "de" else "enforces accessibility" in part


def test_a_city_can_name_the_body_itself() -> None:
    named = Reporting("SN", body="Stelle für Barrierefreiheit", body_url="https://stelle.sachsen.example/")
    link = one(read(render_statement(CITY, named)), "[aria-labelledby=durchsetzung] a")
    assert (link["href"], "Stelle für Barrierefreiheit" in link.get_text()) == (
        "https://stelle.sachsen.example/",
        True,
    )


def test_other_languages_get_it_in_english_and_are_told() -> None:
    page = read(render_statement(CITY, HESSE, choices=Choices("tr")))
    assert one(page, "html")["lang"] == "tr"
    assert one(page, "main [lang=en] h2").get_text() == "Compliance status"


def test_every_page_leads_there() -> None:
    for html in (render_chat(CITY), render_chat(CITY, framed=True), render_statement(CITY, HESSE)):
        assert one(read(html), "footer a[href^='/barrierefreiheit']")
