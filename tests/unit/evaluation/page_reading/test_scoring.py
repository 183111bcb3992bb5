"""What a reader kept is counted in words and in lines or cells, whatever marks it writes between them."""
# ruff: noqa: E501 (pages read best as they are written)

import pytest

from evaluation.page_reading.gold_page import GoldPage
from evaluation.page_reading.scoring import Scores, score

PAGE = GoldPage(
    url="https://www.kleinstadt.example/hund",
    html=b"",
    units=("Gebühren", "Hund", "Steuer", "erster Hund", "84,00 Euro", "Bitte melden Sie den Hund an."),
    allowed=(
        "Hundesteuer\nGebühren\nHund: erster Hund; Steuer: 84,00 Euro\nBitte melden Sie den Hund an.\n"
        "Hund\nSteuer\nerster Hund\n84,00 Euro"
    ),
    structures={"tables": ("Hund", "Steuer", "erster Hund", "84,00 Euro")},
)


def scores_of(text: str) -> Scores:
    return score([(PAGE, text)])


@pytest.mark.parametrize(
    "text",
    [
        "Gebühren\nHund: erster Hund; Steuer: 84,00 Euro\nBitte melden Sie den Hund an.",
        "# Gebühren\n| Hund | Steuer |\n|---|---|\n| erster Hund | 84,00 Euro |\nBitte melden Sie den Hund an.",
        "Hundesteuer\nGebühren\nHund\nSteuer\nerster Hund\n84,00 Euro\n1. Bitte melden Sie den Hund an.",
    ],
    ids=["rows", "Markdown", "text nodes"],
)
def test_a_complete_text_is_complete_in_any_notation(text: str) -> None:
    scores = scores_of(text)
    assert scores.words() == (1.0, 1.0, 1.0)
    assert scores.lines() == (1.0, 1.0, 1.0)
    assert scores.recall_in("tables") == 1.0


def test_chrome_costs_precision() -> None:
    scores = scores_of("Gebühren\nZum Warenkorb\nBitte melden Sie den Hund an.")
    assert scores.lines()[0] == pytest.approx(2 / 3)
    assert scores.words()[0] == pytest.approx(7 / 9)


def test_a_lost_table_costs_recall() -> None:
    scores = scores_of("Gebühren\nBitte melden Sie den Hund an.")
    assert scores.lines()[1] == pytest.approx(3 / 6)
    assert scores.recall_in("tables") == pytest.approx(1 / 4)


def test_a_word_repeated_beyond_what_is_allowed_is_wrong() -> None:
    assert scores_of("Gebühren Gebühren Gebühren").words()[0] == pytest.approx(1 / 3)


def test_a_structure_that_no_page_has_has_no_recall() -> None:
    assert scores_of("Gebühren").recall_in("accordions, tabs") is None


def test_a_reader_that_gives_nothing_scores_nothing() -> None:
    assert scores_of("").words() == (0.0, 0.0, 0.0)
