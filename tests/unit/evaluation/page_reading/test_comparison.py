"""Ours is compared with other readers on the same pages."""
# ruff: noqa: E501 (pages read best as they are written)

import pytest

from evaluation.page_reading.command import figures_table, ours_is_first, structures_table
from evaluation.page_reading.gold_page import GoldPage
from evaluation.page_reading.readers import ALL_TEXT, READERS
from evaluation.page_reading.scoring import Scores, score

HTML = """<html lang="de"><head><title>Hundesteuer</title></head><body>
<nav><ul><li><a href="/a">Menüpunkt</a></li></ul></nav><main><h1>Hundesteuer</h1>
<p>Wer in Kleinstadt einen Hund hält, zahlt für ihn jedes Jahr Hundesteuer an die Stadtkasse.</p>
<details><summary>Gebühren</summary><table><tr><th>Hund</th><th>Steuer</th></tr><tr><td>erster</td><td>84 Euro</td></tr>
</table></details></main></body></html>"""
PAGE = GoldPage(
    url="https://www.kleinstadt.example/hund",
    html=HTML.encode(),
    units=(
        "Wer in Kleinstadt einen Hund hält, zahlt für ihn jedes Jahr Hundesteuer an die Stadtkasse.",
        "Gebühren", "Hund", "Steuer", "erster", "84 Euro",
    ),
    allowed=(
        "Hundesteuer\nWer in Kleinstadt einen Hund hält, zahlt für ihn jedes Jahr Hundesteuer an die Stadtkasse.\n"
        "Gebühren\nHund: erster; Steuer: 84 Euro\nHund\nSteuer\nerster\n84 Euro"
    ),
    structures={"tables": ("Hund", "Steuer", "erster", "84 Euro")},
)  # fmt: skip


@pytest.fixture(scope="module")
def scores() -> dict[str, Scores]:
    return {name: score(zip([PAGE], read([PAGE]), strict=True)) for name, read in READERS.items()}


def test_ours_reads_the_page_without_loss_or_chrome(scores: dict[str, Scores]) -> None:
    assert scores["Stadtlotse, page alone"].lines() == (1.0, 1.0, 1.0)


def test_every_reader_reads_something(scores: dict[str, Scores]) -> None:
    assert {name for name, one in scores.items() if not one.words_right} == set()


def test_taking_all_text_takes_the_menu_too(scores: dict[str, Scores]) -> None:
    assert scores[ALL_TEXT].words()[0] < 1.0 == scores[ALL_TEXT].words()[1]


def test_the_tables_name_every_reader_and_the_number_of_units(scores: dict[str, Scores]) -> None:
    assert [row[0] for row in figures_table(scores).rows] == list(READERS)
    assert "tables (4)" in structures_table(scores).headers


def test_being_behind_a_content_reader_is_noticed_and_behind_all_text_is_not() -> None:
    good, bad = score([(PAGE, PAGE.allowed)]), score([(PAGE, "Hund")])
    assert ours_is_first({"ours": good, "trafilatura": bad})
    assert not ours_is_first({"ours": bad, "trafilatura": good})
    assert ours_is_first({"ours": bad, ALL_TEXT: good})
