"""The gold counts what other readers lose: cells, items, accordions, definition lists, contact blocks."""
# ruff: noqa: E501 (pages read best as they are written)

import json
from pathlib import Path

import pytest

from evaluation.errors import EvaluationError
from evaluation.page_reading.corpus_pages import corpus_pages
from evaluation.page_reading.gold_page import GoldPage
from evaluation.page_reading.sample_city import sample_city_pages
from evaluation.page_reading.structures import structures_of


@pytest.fixture(scope="module")
def pages() -> dict[str, GoldPage]:
    return {page.url.removeprefix("https://www.musterstadt.example"): page for page in sample_city_pages()}


def test_every_structure_stands_on_some_of_the_sample_citys_pages(pages: dict[str, GoldPage]) -> None:
    found = {name for page in pages.values() for name, units in page.structures.items() if units}
    assert found == {"tables", "accordions, tabs", "definition lists", "lists", "contact, hours"}


def test_a_tables_heads_and_cells_are_units_each_once(pages: dict[str, GoldPage]) -> None:
    page = pages["/dienstleistungen/reisepass.html"]
    tables = page.structures["tables"]
    assert "37,50 Euro" in tables
    assert tables.count("48 Seiten") == 1
    assert "unter 24 Jahren: 37,50 Euro" in page.allowed


def test_an_offices_services_are_allowed_but_not_needed(pages: dict[str, GoldPage]) -> None:
    page = pages["/einrichtungen/buergerbuero.html"]
    assert "Dienstleistungen dieser Einrichtung" in page.allowed
    assert "Dienstleistungen dieser Einrichtung" not in page.units


def test_units_are_sorted_by_the_structures_of_the_main_part() -> None:
    html = (
        "<body><nav><ul><li>Menü</li></ul></nav><main><button aria-controls='p'>Mehr</button><div id='p'>Frist</div>"
        "<dl><dt>Tag</dt><dd>Montag</dd></dl><table><tr><td>Preis</td></tr></table></main></body>"
    )
    assert structures_of(html.encode(), ["Menü", "Frist", "Montag", "Preis"]) == {
        "accordions, tabs": ("Frist",),
        "definition lists": ("Montag",),
        "lists": (),
        "tables": ("Preis",),
    }


def test_a_corpus_gives_the_pages_that_have_html(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    section = {"kind": "description", "heading": "Ort", "text": "Im Rathaus.\nZimmer 3"}
    lines = [
        {
            "id": "1",
            "title": "A",
            "url": "https://k.example/a",
            "html": "<p>Im Rathaus.</p>",
            "sections": [section],
        },
        {"id": "2", "title": "B", "url": "https://k.example/b", "sections": []},
    ]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    [page] = corpus_pages(path)
    assert page.units == ("Ort", "Im Rathaus.", "Zimmer 3")
    assert page.allowed.startswith("A\n")


def test_a_corpus_without_html_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text('{"id": "1", "title": "A", "url": "https://k.example/a"}', encoding="utf-8")
    with pytest.raises(EvaluationError, match="hat kein Dokument ein „html“"):
        corpus_pages(path)
