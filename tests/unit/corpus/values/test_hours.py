"""Reading opening hours, and whether an office is open now."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.values.hours import BERLIN, open_now, parse_hours

NAMES = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]


@pytest.mark.parametrize(
    ("printed", "osm"),
    [
        ("Mo–Fr 8–12 Uhr, Do auch 14–18 Uhr", "Mo-We,Fr 08:00-12:00; Th 08:00-12:00,14:00-18:00"),
        ("Montag: 8:00–12:00 Uhr und 14:00–18:00 Uhr", "Mo 08:00-12:00,14:00-18:00"),
        ("jeden 1. Samstag im Monat 9–12 Uhr", "Sa[1] 09:00-12:00"),
        ("Am ersten und letzten Dienstag im Monat von 9 bis 12 Uhr", "Tu[1] 09:00-12:00; Tu[-1] 09:00-12:00"),
        ("Mo-Fr 8-12 Uhr; Mi geschlossen", "Mo,Tu,Th,Fr 08:00-12:00"),
        ("Mo. 8.00-12.00, 13.00-16.00 Uhr", "Mo 08:00-12:00,13:00-16:00"),
        ("Mo, Di und Do 8.00 - 12.00 Uhr", "Mo,Tu,Th 08:00-12:00"),
        ("Dienstags von 9 bis 12 Uhr und donnerstags von 14 bis 18 Uhr", "Tu 09:00-12:00; Th 14:00-18:00"),
        ("täglich 8 bis 20 Uhr", "Mo-Su 08:00-20:00"),
        ("Mo-Fr 7-12 Uhr, Do 7-18 Uhr", "Mo-We,Fr 07:00-12:00; Th 07:00-18:00"),
        ("Mo-Fr 7-12 Uhr, Mi und Do 7-18 Uhr", "Mo,Tu,Fr 07:00-12:00; We,Th 07:00-18:00"),
        ("Mo 8-12 Uhr\nMontag: 8:00–12:00 Uhr", "Mo 08:00-12:00"),
        ("Samstag, Sonntag und an Feiertagen geschlossen\nFreitag 9–17 Uhr", "Fr 09:00-17:00; PH off"),
        (
            "Öffnungszeiten:\nMontag\n08:30 Uhr bis 12:00 Uhr\nDienstag\n14 Uhr bis 16 Uhr",
            "Mo 08:30-12:00; Tu 14:00-16:00",
        ),
        (
            "Tag: Mo; Vormittag: 8–12 Uhr; Nachmittag: –\nTag: Di; Vormittag: 8–12 Uhr; Nachmittag: 14–18 h",
            "Mo 08:00-12:00; Tu 08:00-12:00,14:00-18:00",
        ),
        ("Wochentag: Mo; Öffnungszeit: geschlossen\nWochentag: Di; Öffnungszeit: 8–12 Uhr", "Tu 08:00-12:00"),
    ],
)  # fmt: skip
def test_hours_that_are_certain_are_read(printed: str, osm: str) -> None:
    assert parse_hours(printed.split("\n")) == osm


@pytest.mark.parametrize(
    ("printed", "osm"),
    [
        ("Mo–Do 8–12 Uhr\nFr nach Vereinbarung", 'Mo-Th 08:00-12:00; Fr unknown "nach Vereinbarung"'),
        ("Mo–Fr 8–12 Uhr (nur mit Termin)", 'Mo-Fr 08:00-12:00 unknown "nur mit Termin"'),
        (
            "Mo–Fr 8–12 Uhr, Do 14–18 Uhr",
            'Mo-We,Fr 08:00-12:00; Th 08:00-12:00 unknown "nicht eindeutig angegeben", Th 14:00-18:00',
        ),
        ("werktags 8–12 Uhr", 'Mo-Fr 08:00-12:00; Sa 08:00-12:00 unknown "werktags"'),
        ("jeden 1. Samstag 9–12 Uhr", 'Sa 09:00-12:00 unknown "nicht jede Woche"'),
        ("Mo–Fr 8–12 Uhr\nSamstags bedienen wir nur mit Termin.\nSa 9–12 Uhr", None),
        (
            "Sa 9–12 Uhr\nSamstags bedienen wir nur mit Termin.",
            'Sa 09:00-12:00 unknown "nur mit Termin"',
        ),
        ("Mo 8–12 Uhr ohne Termin, 13–16 Uhr nur mit Termin",
         'Mo 08:00-12:00, Mo 13:00-16:00 unknown "nur mit Termin"'),
    ],
)  # fmt: skip
def test_what_is_perhaps_open_is_unknown(printed: str, osm: str | None) -> None:
    assert parse_hours(printed.split("\n")) == osm


@pytest.mark.parametrize(
    ("printed", "osm"),
    [
        ("April bis Oktober: Mo–Fr 8–12 Uhr", "Apr-Oct Mo-Fr 08:00-12:00"),
        ("Sommerzeit (1. April bis 30. September)\nMo 9–18 Uhr", "Apr 01-Sep 30 Mo 09:00-18:00"),
        ("Mo 8–12 Uhr\nVom 23.12.2026 bis 2.1.2027 geschlossen",
         "Mo 08:00-12:00; 2026 Dec 23-2027 Jan 02 off"),
        ("Mo 8–12 Uhr\nAm 24. und 31. Dezember geschlossen", "Mo 08:00-12:00; Dec 24 off; Dec 31 off"),
        ("Di 8–12 Uhr, in ungeraden Kalenderwochen: Mi 8–12 Uhr", None),
        ("In ungeraden Kalenderwochen: Mi 8–12 Uhr", "week 1-53/2 We 08:00-12:00"),
        ("Mo–Fr 8–12 Uhr, in den Ferien geschlossen", "Mo-Fr 08:00-12:00; SH off"),
    ],
)  # fmt: skip
def test_seasons_dates_and_school_holidays_are_read(printed: str, osm: str | None) -> None:
    assert parse_hours(printed.split("\n")) == osm


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "nach Vereinbarung",
        "Telefonische Sprechzeiten: Mo 8–12 Uhr",
        "Montag 8–12 Uhr\nMontag geschlossen",
        "Mo 9 bis 12 Uhr\nMontag: 8:00–12:00 Uhr",
        "Montag: 8:00–12:00 Uhr\nMo 9 bis 12 Uhr",
        "Mo–Fr 9–12 Uhr\nMo–Fr 8–12 Uhr",
        "Montag 9–12 Uhr\nMo–Fr 8–12 Uhr",
        "Montag 12–8 Uhr",
        "Montag 8–12 Uhr und 11–15 Uhr",
        "an Feiertagen 10–12 Uhr",
        "Sommer: Mo–Fr 8–18 Uhr",
        "Mo–Fr 8–18 Uhr (April bis September)",
        "April bis Oktober: Mo–Fr 8–18 Uhr\nSa 9–12 Uhr",
        "Mo–Fr 8–12 Uhr, in geraden Wochen",
        "Mo–Fr 2–5 Uhr",
        "Telefonisch: Mo–Fr 8–16 Uhr",
        "Montag 8–12 Uhr, danach Kaffee",
        "übrige Tage 8–12 Uhr",
        "8–12 Uhr",
        "Montag",
        "Montag ab 8 Uhr",
    ],
)
def test_hours_with_any_doubt_are_not_read(printed: str) -> None:
    assert parse_hours(printed.split("\n")) is None


@st.composite
def weeks(draw: st.DrawFn) -> dict[int, list[tuple[int, int]]]:
    """Some weekdays with one or two spans in quarters of an hour."""
    days = draw(st.sets(st.integers(0, 6), min_size=1))
    week = {}
    for day in sorted(days):
        times = sorted(draw(st.sets(st.integers(0, 95), min_size=2, max_size=4)))
        week[day] = list(zip(times[::2], times[1::2], strict=False))
    return week


@settings(deadline=None)
@given(weeks(), st.integers(0, 7 * 96 - 1))
def test_what_is_read_is_open_exactly_when_it_was_printed(
    week: dict[int, list[tuple[int, int]]], quarter: int
) -> None:
    lines = [
        f"{NAMES[day]}: " + " und ".join(f"{_clock(start)} bis {_clock(end)} Uhr" for start, end in spans)
        for day, spans in week.items()
    ]
    osm = parse_hours(lines)
    assert osm is not None
    # The week from Monday, 3 February 2025, has no holiday anywhere.
    now = datetime(2025, 2, 3, tzinfo=BERLIN) + timedelta(minutes=15 * quarter)
    expected = any(start <= quarter % 96 < end for start, end in week.get(quarter // 96, []))
    assert open_now(osm, "NW", now) is expected


@settings(deadline=None)
@given(st.lists(st.text(alphabet="MoDiFr 0128:.–-,;[]Uhrauch\n"), max_size=4))
def test_no_line_makes_reading_fail(lines: list[str]) -> None:
    osm = parse_hours(lines)
    assert osm is None or open_now(osm, "BE", datetime(2025, 3, 17, 9, tzinfo=BERLIN)) in (True, False, None)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


WEEK = "Mo-Su 08:00-18:00"


@pytest.mark.parametrize(
    ("state", "day", "expected"),
    [
        ("BY", "2026-06-04", False),  # Fronleichnam
        ("NI", "2026-06-04", True),
        ("BY", "2026-01-06", False),  # Heilige Drei Könige
        ("NW", "2026-01-06", True),
        ("BY", "2025-11-01", False),  # Allerheiligen
        ("HH", "2025-11-01", True),
        ("BY", "2025-08-15", None),  # Mariä Himmelfahrt, in parts of Bavaria
        ("SL", "2025-08-15", False),
        ("BE", "2025-08-15", True),
        ("BE", "2025-12-24", None),
        ("BE", "2025-12-31", None),
        ("BE", "2025-12-25", False),
    ],
)
def test_holidays_of_the_state_close_and_doubtful_days_are_not_known(
    state: str, day: str, expected: bool | None
) -> None:
    assert open_now(WEEK, state, at(f"{day}T10:00")) is expected


def test_doubtful_days_are_closed_outside_the_hours() -> None:
    assert open_now("Mo-Fr 08:00-12:00", "BE", at("2025-12-24T15:00")) is False


def test_the_first_saturday_is_told_from_the_second() -> None:
    assert open_now("Sa[1] 09:00-12:00", "BE", at("2025-02-01T10:00")) is True
    assert open_now("Sa[1] 09:00-12:00", "BE", at("2025-02-08T10:00")) is False


def test_the_time_is_read_in_berlin() -> None:
    assert open_now("Mo-Fr 08:00-12:00", "BE", datetime(2025, 7, 1, 6, 30, tzinfo=UTC)) is True
    assert open_now("Mo-Fr 08:00-12:00", "BE", datetime(2025, 2, 4, 6, 30, tzinfo=UTC)) is False


def test_round_the_clock_is_open_on_holidays_too() -> None:
    assert open_now("24/7", "BE", at("2025-12-25T03:00")) is True


def test_hours_with_their_own_rule_for_holidays_are_not_known_there() -> None:
    assert open_now("Mo-Fr 08:00-12:00; PH 10:00-11:00", "BE", at("2025-12-25T10:30")) is None
    assert open_now("Mo-Fr 08:00-12:00; PH off", "BE", at("2025-12-25T10:30")) is False


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-03-18", True),
        ("2025-07-22", None),
        ("2025-12-30", None),
        ("2025-04-15", None),
        ("2025-11-24", True),
    ],
)
def test_hours_outside_of_school_holidays_are_not_known_where_schools_may_be_closed(
    day: str, expected: bool | None
) -> None:
    assert open_now("Mo-Fr 08:00-12:00; SH off", "HE", at(f"{day}T10:00")) is expected


def test_by_appointment_is_never_open() -> None:
    osm = 'Mo 08:00-12:00 unknown "nur mit Termin"'
    assert open_now(osm, "HE", at("2025-03-17T10:00")) is None
    assert open_now(osm, "HE", at("2025-03-17T13:00")) is False


def test_broken_hours_are_not_known() -> None:
    assert open_now("Mo-Fr acht bis zwölf", "BE", at("2025-02-03T10:00")) is None


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        open_now(WEEK, "BE", datetime(2025, 2, 3, 10))  # noqa: DTZ001 - the point of the test


def _clock(quarter: int) -> str:
    return f"{quarter // 4}:{quarter % 4 * 15:02}"
