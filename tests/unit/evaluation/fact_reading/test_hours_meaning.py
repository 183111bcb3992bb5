"""Hours are compared by what they mean, not by how they are written."""

import pytest

from evaluation.fact_reading.hours import meaning


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mo-Fr 08:00-12:00", "Mo,Tu,We,Th,Fr 08:00-12:00; PH off"),
        ("Mo-Fr 08:00-12:00; We off", "Mo,Tu,Th,Fr 08:00-12:00"),
        ('Sa unknown "mit Termin"', 'Sa unknown "nach Vereinbarung"'),
    ],
)
def test_the_same_hours_in_other_words_are_the_same(one: str, other: str) -> None:
    assert meaning(one) == meaning(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mo-Fr 08:00-12:00", "Mo-Fr 08:00-12:30"),
        ("Sa[1] 09:00-12:00", "Sa 09:00-12:00"),
        ("Mo-Fr 08:00-12:00", "Mo-Fr 08:00-12:00; PH 10:00-12:00"),
        ("Mo-Fr 08:00-12:00", "Mo-Fr 08:00-12:00; SH off"),
        ("Mo 08:00-12:00", "Apr-Sep Mo 08:00-12:00"),
        ("Sa 09:00-12:00", 'Sa 09:00-12:00 unknown "mit Termin"'),
    ],
)
def test_other_hours_are_not_the_same(one: str, other: str) -> None:
    assert meaning(one) != meaning(other)
