"""What stands around printed times: who is let in, what comes on top, what isn't meant."""

import pytest

from corpus.values.hours import by_telephone, parse_hours


@pytest.mark.parametrize(
    "remark",
    [
        "Ein Einlass ohne Termin ist nicht möglich.",
        "Ohne Anmeldung können wir Sie leider nicht bedienen.",
        "Ohne Termin keine Bedienung.",
        "Einlass ohne Termin nicht möglich",
        "Einlass nur mit Termin",
        "Terminvereinbarung erforderlich!",
        "Vorherige Anmeldung ist zwingend notwendig.",
    ],
)
def test_who_must_have_an_appointment_is_never_told_that_it_is_open(remark: str) -> None:
    assert parse_hours(["Mo–Fr 8–12 Uhr", remark]) == 'Mo-Fr 08:00-12:00 unknown "nur mit Termin"'


def test_what_limits_the_last_entry_isnt_left_out_with_it() -> None:
    assert parse_hours(["Mo–Fr 8–12 Uhr (Einlass nur mit Termin)"]) is None
    assert parse_hours(["Mo–Fr 8–12 Uhr (letzter Einlass 11.30 Uhr)"]) == "Mo-Fr 08:00-12:00"


@pytest.mark.parametrize(
    "remark",
    [
        "Bitte buchen Sie vorher online.",
        "Zurzeit kein Publikumsverkehr",
        "Das Büro ist momentan unbesetzt.",
        "Zutritt nur mit gebuchtem Zeitfenster",
        "SB-Terminal: rund um die Uhr",
        "Wir haben Betriebsferien.",
        "Wegen Krankheit fällt die Sprechstunde aus.",
        "Nur bei gutem Wetter",
        "An Markttagen nicht",
        "Es besteht Terminpflicht.",
    ],
)
def test_what_may_keep_people_out_makes_hours_uncertain(remark: str) -> None:
    assert parse_hours(["Mo–Fr 8–12 Uhr", remark]) is None


@pytest.mark.parametrize(
    "remark",
    [
        "Ein Besuch ist ohne Termin möglich.",
        "An den übrigen Tagen nach Vereinbarung",
        "Termine außerhalb der Sprechzeiten nach Vereinbarung",
        "Termin nicht erforderlich",
    ],
)
def test_appointments_at_other_times_leave_the_printed_ones_open(remark: str) -> None:
    assert parse_hours(["Mo–Fr 8–12 Uhr", remark]) == "Mo-Fr 08:00-12:00"


@pytest.mark.parametrize(
    ("printed", "osm"),
    [
        ("Mo–Fr 8–12 Uhr sowie Di 14–16 Uhr", "Mo,We-Fr 08:00-12:00; Tu 08:00-12:00,14:00-16:00"),
        ("Mo–Fr 8–12 Uhr\nDo zusätzlich\n14–18 Uhr", "Mo-We,Fr 08:00-12:00; Th 08:00-12:00,14:00-18:00"),
        ("täglich 9–18 Uhr, auch an Feiertagen", "Mo-Su,PH 09:00-18:00"),
        ("Freitag 18.00–0.00 Uhr", "Fr 18:00-24:00"),
        ("Mo–Fr rund um die Uhr, Sa 8–14 Uhr", "Mo-Fr 00:00-24:00; Sa 08:00-14:00"),
        ("Mo 8–12 Uhr: offene Sprechstunde", "Mo 08:00-12:00"),
        ("Di 14–18 Uhr: nur für Terminkunden", 'Tu 14:00-18:00 unknown "nur für Terminkunden"'),
        (
            "Di und Do 16–18 Uhr (in den Schulferien nur donnerstags)",
            'Tu,Th 16:00-18:00; SH unknown "in den Ferien anders"',
        ),
    ],
)
def test_what_comes_on_top_is_read(printed: str, osm: str) -> None:
    assert parse_hours(printed.split("\n")) == osm


@pytest.mark.parametrize(
    "printed",
    ["Mo–Fr 9.30 bis 12.30 und 1.30 bis 4.30", "Mo 0–0 Uhr", "auch an Feiertagen", "Mo–Fr 12–8 Uhr"],
)
def test_hours_that_nobody_can_mean_are_not_read(printed: str) -> None:
    assert parse_hours([printed]) is None


@pytest.mark.parametrize(
    "label", ["Im Homeoffice erreichbar", "Videosprechstunde", "Notdienst", "Online-Beratung"]
)
def test_what_one_cannot_come_to_is_no_opening(label: str) -> None:
    assert by_telephone(label)
