"""PDFs are read as well as they were: floors that only rise, on sheets and on the sample city's statutes."""

from functools import reduce
from operator import add

import pytest

from evaluation.pdf_reading.measure import Result, measure, plain, sample_sheets, score
from evaluation.pdf_reading.sheets import sheets


@pytest.fixture(scope="module")
def results() -> list[Result]:
    """What is read of each sheet."""
    return [measure(sheet) for sheet in (*sheets(), *sample_sheets())]


@pytest.mark.parametrize(
    ("part", "precision", "recall"),
    [("words", 0.99, 0.995), ("lines", 0.93, 0.96), ("rows", 0.99, 0.99), ("headings", 0.98, 0.98)],
)
def test_all_sheets_together(results: list[Result], part: str, precision: float, recall: float) -> None:
    reached = reduce(add, (getattr(result, part) for result in results))
    assert reached.there > 50
    assert reached.precision >= precision
    assert reached.recall >= recall


def test_every_row_of_a_fee_table_can_be_read_alone(results: list[Result]) -> None:
    with_rows = [result for result in results if result.rows.there]
    assert len(with_rows) >= 6
    for result in with_rows:
        assert (result.rows.precision, result.rows.recall) == (1.0, 1.0), result.name


def test_the_text_that_pdfium_gives_by_itself_is_less(results: list[Result]) -> None:
    ours = reduce(add, (result.words for result in results))
    theirs = reduce(add, (plain(sheet) for sheet in (*sheets(), *sample_sheets())))
    assert ours.precision > theirs.precision
    assert ours.recall > theirs.recall


def test_repeated_things_count_as_often_as_they_stand_there() -> None:
    found = score(["a", "a", "b"], ["a", "c"])
    assert (found.precision, round(found.recall, 2)) == (0.5, 0.33)
