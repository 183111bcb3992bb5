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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Habt ihr an Heiligabend offen?", date(2026, 12, 24)),
        ("Are you open on Christmas Eve?", date(2026, 12, 24)),
        ("und an Silvester?", date(2026, 12, 31)),
        ("Neujahr auf?", date(2027, 1, 1)),
        ("Ist am zweiten Weihnachtsfeiertag jemand da?", date(2026, 12, 26)),
        ("an Fronleichnam", date(2026, 6, 4)),
        ("Karfreitag offen?", date(2027, 3, 26)),
        ("am 3. Dezember", date(2026, 12, 3)),
        ("am 2.6. geöffnet?", date(2027, 6, 2)),
        ("am 15.07.2026", date(2026, 7, 15)),
    ],
)
def test_holidays_and_printed_dates_are_the_next_of_their_kind(text: str, day: date) -> None:
    assert day_meant(text, WEDNESDAY) == day


@pytest.mark.parametrize("text", ["am 31.2. offen?", "Ich bin am 12.08.1964 geboren", "Weihnachtsmarkt"])
def test_no_date_is_made_up(text: str) -> None:
    assert day_meant(text, WEDNESDAY) is None
