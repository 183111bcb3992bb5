"""Notices that override regular hours for a time, and the days on which they hold."""

from datetime import date

import pytest

from corpus.records import Fact, Section, SectionKind
from ingest.facts.notices import find_notices

WRITTEN = date(2026, 11, 16)


def notices(text: str, written: date | None = WRITTEN) -> list[Fact]:
    section = Section(kind=SectionKind.DESCRIPTION, heading="Aktuelles", text=text)
    return list(find_notices(section, 0, written))


def days(text: str, written: date | None = WRITTEN) -> list[tuple[str, str, str | None]]:
    return [(str(one.valid_from), str(one.valid_until), one.osm) for one in notices(text, written)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wegen einer Personalversammlung ist das Amt am Donnerstag, 3. Dezember 2026, geschlossen.",
         [("2026-12-03", "2026-12-03", "off")]),
        ("Das Rathaus ist vom 23.12.2026 bis einschließlich 2.1.2027 geschlossen.",
         [("2026-12-23", "2027-01-02", "off")]),
        ("Vom 28. bis 30. Dezember bleibt das Archiv geschlossen.", [("2026-12-28", "2026-12-30", "off")]),
        ("Vom 24. Dezember bis 3. Januar bleibt das Archiv zu.", [("2026-12-24", "2027-01-03", "off")]),
        ("Das Amt bleibt am 24., 25. und 31. Dezember geschlossen.",
         [(day, day, "off") for day in ("2026-12-24", "2026-12-25", "2026-12-31")]),
        ("Am Montag, 28., und Dienstag, 29. Dezember, geschlossen.",
         [(day, day, "off") for day in ("2026-12-28", "2026-12-29")]),
        ("Das Bürgerbüro ist bis auf Weiteres geschlossen.", [("2026-11-16", "None", "off")]),
        ("Das Bürgerbüro bleibt bis einschließlich 29. November geschlossen.",
         [("2026-11-16", "2026-11-29", "off")]),
        ("Am Freitag, 9. April, bleibt das Rathaus geschlossen.", [("2027-04-09", "2027-04-09", "off")]),
        ("Ab dem 1. Dezember 2026 ist die Zweigstelle geschlossen.", [("2026-12-01", "None", "off")]),
        ("In der 50. Kalenderwoche bleibt das Büro geschlossen.", [("2026-12-07", "2026-12-13", "off")]),
        ("Am 10. Dezember 2026 ist das Bürgerbüro nur von 10 bis 12 Uhr geöffnet.",
         [("2026-12-10", "2026-12-10", "10:00-12:00")]),
    ],
)  # fmt: skip
def test_a_notice_holds_on_its_days(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bürgerbüro am 3. Dezember geschlossen 16.11.2026", [("2026-12-03", "2026-12-03", "off")]),
        ("Umweltamt vorübergehend in der Schlossgasse 17.11.2026", [("None", "None", None)]),
        ("Rathaus geschlossen am 24.12.2026", [("2026-12-24", "2026-12-24", "off")]),
        ("Das Rathaus ist geschlossen: Donnerstag, 24.12.2026", [("2026-12-24", "2026-12-24", "off")]),
    ],
)
def test_the_day_on_which_a_title_was_published_is_not_the_day_it_is_about(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Am 30. November schließt das Bürgerbüro um 12 Uhr.",
        "Am 30. November bleibt das Amt nachmittags geschlossen.",
        "Wegen des Warnstreiks am 30. November kann es zu Schließungen kommen.",
        "Das Standesamt zieht um: Am 30. November finden Sie es vorübergehend in der Marktstraße 12.",
        "Am 30. November gelten geänderte Öffnungszeiten.",
    ],
)
def test_what_holds_instead_is_left_open_where_it_is_not_the_whole_day(text: str) -> None:
    assert days(text) == [("2026-11-30", "2026-11-30", None)]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        # The next 9 May after the page was written is a Sunday.
        ("Am Freitag, 9. Mai (Brückentag), bleibt das Rathaus geschlossen.", WRITTEN),
        ("Am Freitag, 4. Dezember 2027, bleibt das Rathaus geschlossen.", WRITTEN),
        ("Am 3. Dezember bleibt das Rathaus geschlossen.", None),
        ("Am 9. April bleibt das Rathaus geschlossen.", WRITTEN),
        ("Am 20. September bleibt das Rathaus geschlossen.", WRITTEN),
        ("Vom 2.1.2027 bis 23.12.2026 ist das Rathaus geschlossen.", WRITTEN),
    ],
)
def test_a_notice_on_uncertain_days_is_shown_but_not_computed_with(text: str, written: date | None) -> None:
    assert [
        (one.value, *day) for one, day in zip(notices(text, written), days(text, written), strict=True)
    ] == [(text, "None", "None", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Montag bis Freitag geschlossen.",
        "Die Ehe wurde am 3. Dezember 2026 geschlossen.",
        "Die Bewerbung ist bis zum 3. Dezember 2026 möglich, danach ist das Portal geschlossen.",
        "Am 3. Dezember 2026 feiert das Rathaus.",
        "Die Fahrbahn bleibt bis 3. Dezember 2026 geschlossen.",
    ],
)
def test_what_is_said_of_other_things_is_no_notice(text: str) -> None:
    assert notices(text) == []
