"""The day that a question is about, counted from today."""

from datetime import date

import pytest

from bot.understanding.when import day_meant

WEDNESDAY = date(2026, 6, 3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("habt ihr morgen offen?", 4),
        ("Habt ihr übermorgen offen?", 5),
        ("ist heute noch jemand da", 3),
        ("Hat das Bürgerbüro jetzt auf?", 3),
        ("Hat das Bürgerbüro am Samstag auf?", 6),
        ("am Mittwoch", 3),
        ("are you open tomorrow?", 4),
        ("Are you open on Friday?", 5),
        ("yarın açık mı", 4),
        ("вы завтра открыты?", 4),
        ("ви працюєте сьогодні?", 3),
        ("هل أنتم مفتوحون غدا؟", 4),
        ("czy jutro jest otwarte?", 4),
    ],
)
def test_a_named_day_is_counted_from_today(text: str, day: int) -> None:
    assert day_meant(text, WEDNESDAY) == date(2026, 6, day)


@pytest.mark.parametrize(
    "text", ["Guten Morgen!", "Wann habt ihr offen?", "habt ihr samstags offen", "morgens", ""]
)
def test_no_day_is_made_up(text: str) -> None:
    assert day_meant(text, WEDNESDAY) is None
