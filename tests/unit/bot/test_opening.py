"""Whether an office is open, from its hours and the notices that override them."""

from datetime import date, datetime, time

import pytest

from bot.opening import OpenDay, hint_at, notices_at, open_at, open_on, printed_hours
from corpus.records import Document, DocumentKind, Fact, FactKind
from corpus.values.hours import BERLIN

TUESDAY_TEN = datetime(2026, 11, 17, 10, tzinfo=BERLIN)
TODAY = TUESDAY_TEN.date()


def hours(osm: str | None, label: str = "Öffnungszeiten", value: str = "Mo–Fr 8–12 Uhr") -> Fact:
    return Fact(kind=FactKind.HOURS, value=value, words=value, section=0, label=label, osm=osm)


def notice(first: str | None, last: str | None, osm: str | None = "off", words: str = "Geschlossen.") -> Fact:
    return Fact(
        kind=FactKind.NOTICE,
        value=words,
        words=words,
        section=0,
        osm=osm,
        valid_from=date.fromisoformat(first) if first else None,
        valid_until=date.fromisoformat(last) if last else None,
    )


def office(*facts: Fact, title: str = "Bürgerbüro") -> Document:
    return Document(
        id="b",
        city="k",
        source="w",
        title=title,
        url="https://k.example/b",
        kind=DocumentKind.OFFICE,
        facts=facts,
    )


def is_open(*facts: Fact, title: str = "Bürgerbüro", now: datetime = TUESDAY_TEN) -> bool | None:
    return open_at(office(*facts, title=title), "HE", now)


OPEN = hours("Mo-Fr 08:00-12:00")


def test_regular_hours_hold_without_a_notice() -> None:
    assert is_open(OPEN) is True
    assert is_open(OPEN, now=TUESDAY_TEN.replace(hour=13)) is False


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (notice("2026-11-17", "2026-11-17"), False),
        (notice("2026-11-10", None), False),
        (notice(None, "2026-11-17"), False),
        (notice("2026-11-17", "2026-11-17", "10:00-11:00"), True),
        (notice("2026-11-17", "2026-11-17", "14:00-15:00"), False),
        (notice("2026-11-17", "2026-11-17", None), None),
        (notice(None, None, None), None),
        (notice("2026-11-18", "2026-11-18"), True),
        (notice("2026-11-16", "2026-11-16"), True),
    ],
)
def test_a_notice_in_force_goes_before_the_hours(fact: Fact, expected: bool | None) -> None:
    assert is_open(OPEN, fact) is expected


def test_notices_that_contradict_each_other_leave_it_open() -> None:
    day = ("2026-11-17", "2026-11-17")
    assert is_open(OPEN, notice(*day), notice(*day, "10:00-11:00")) is None


def test_notices_are_shown_while_they_hold_and_a_fortnight_before() -> None:
    facts = [
        notice("2026-12-01", "2026-12-01", words="in vierzehn Tagen"),
        notice("2026-12-02", "2026-12-02", words="später"),
        notice("2026-11-16", "2026-11-16", words="vorbei"),
        notice("2026-11-17", "2026-11-20", words="jetzt"),
        notice("2026-11-19", "2026-11-20", words="bald"),
        notice(None, None, None, words="irgendwann"),
    ]
    shown = [fact.words for fact in notices_at(office(*facts), TODAY)]
    assert shown == ["jetzt", "irgendwann", "bald", "in vierzehn Tagen"]


def test_by_appointment_is_never_open_and_says_so() -> None:
    fact = hours('Mo-Fr 08:00-12:00 unknown "nur mit Termin"')
    assert is_open(fact) is None
    assert hint_at(office(fact), TUESDAY_TEN) == "nur mit Termin"
    assert hint_at(office(OPEN), TUESDAY_TEN) is None


def test_walk_in_hours_are_open_whatever_holds_with_an_appointment() -> None:
    arranged = hours('Mo-Fr 08:00-16:00 unknown "nur mit Termin"', "mit Termin")
    assert is_open(hours("Tu 08:00-12:00", "ohne Termin"), arranged) is True
    assert is_open(hours("Mo 08:00-12:00", "ohne Termin"), arranged) is None


def test_hours_of_parts_of_an_office_count_where_they_agree() -> None:
    one, other = hours("Mo-Fr 08:00-12:00", "Kasse"), hours("Mo 08:00-12:00", "Archiv")
    assert is_open(one, other) is None
    assert is_open(one, other, now=TUESDAY_TEN.replace(hour=15)) is False
    assert is_open(one, other, title="Kasse") is True


def test_hours_by_telephone_open_no_door() -> None:
    calls = hours(None, "Telefonische Sprechzeiten", "Mo–Do 8–16 Uhr")
    assert is_open(calls) is None
    assert is_open(OPEN, calls) is True
    assert printed_hours([OPEN, calls])[-2:] == ("Telefonische Sprechzeiten:", "Mo–Do 8–16 Uhr")


def test_one_uncertain_part_makes_all_uncertain() -> None:
    assert is_open(OPEN, hours(None, "Öffnungszeiten Nebenstelle", "nach Bedarf")) is None


def day(text: str, *facts: Fact) -> OpenDay:
    return open_on(office(*facts), "HE", date.fromisoformat(text))


def test_a_day_is_told_from_when_to_when() -> None:
    twice = hours("Mo-Fr 08:00-12:00; Tu 08:00-12:00,13:00-16:00")
    assert day("2026-11-17", twice) == OpenDay(True, ((time(8), time(12)), (time(13), time(16))))
    assert day("2026-11-18", twice) == OpenDay(True, ((time(8), time(12)),))
    assert day("2026-11-21", twice) == OpenDay(False)


def test_a_public_holiday_and_a_notice_close_the_day() -> None:
    assert day("2026-12-25", OPEN) == OpenDay(False, holiday=True)
    assert day("2026-11-19", OPEN, notice("2026-11-19", "2026-11-19")) == OpenDay(False)


def test_a_day_on_which_any_hour_is_in_doubt_is_in_doubt() -> None:
    assert day("2026-12-24", OPEN) == OpenDay(None)
    assert day("2026-11-17", OPEN, hours(None)) == OpenDay(None)
    arranged = hours('Mo-Fr 08:00-12:00 unknown "nur mit Termin"')
    assert day("2026-11-17", arranged) == OpenDay(None, hint="nur mit Termin")
