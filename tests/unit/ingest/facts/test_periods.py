"""Deadlines and processing times that can be computed with, and those that must not be."""

import pytest

from corpus.records import Fact, FactKind, Section, SectionKind
from ingest.facts import find_facts


def times(text: str, section: SectionKind, heading: str = "") -> list[Fact]:
    found = find_facts([Section(kind=section, heading=heading, text=text)])
    return [fact for fact in found if fact.kind in {FactKind.DEADLINE, FactKind.DURATION}]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Innerhalb von zwei Wochen nach dem Einzug.", "P2W"),
        ("Binnen 14 Tagen.", "P14D"),
        ("Spätestens drei Monate vor Beginn.", "P3M"),
        ("Sagen Sie bis 24 Stunden vorher ab.", "PT24H"),
        ("Etwa sechs Wochen, bevor der alte abläuft.", None),
        ("Frühestens sechs Monate vor Ablauf.", None),
        ("Spätestens 10 Werktage vor Beginn.", None),
        ("Bis zum 31. März des Folgejahres.", None),
        ("Unverzüglich.", None),
    ],
)
def test_a_deadline_has_a_period_only_if_it_is_certain(text: str, period: str | None) -> None:
    (fact,) = times(text, SectionKind.DEADLINE)
    assert (fact.kind, fact.period) == (FactKind.DEADLINE, period)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("6 Wochen", "P6W"),
        ("Die Bearbeitung dauert vier Wochen.", "P4W"),
        ("2 bis 4 Wochen", None),
        ("in der Regel drei Wochen", None),
        ("bis zu 8 Wochen", None),
        ("innerhalb von 5 Tagen", None),
        ("je nach Umfang 3 Monate", None),
        ("drei Arbeitstage", None),
    ],
)
def test_a_processing_time_has_a_period_only_if_it_is_certain(text: str, period: str | None) -> None:
    (fact,) = times(text, SectionKind.DURATION, "Bearbeitungsdauer")
    assert (fact.kind, fact.period) == (FactKind.DURATION, period)


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Dauer des Termins", "15 Minuten"),
        ("Dauer", "Für den Termin sind 15 Minuten vorgesehen."),
        ("Dauer", "Termindauer: 10 Minuten"),
        ("Gültigkeitsdauer", "6 Jahre"),
        ("Wie lange ist der Ausweis gültig?", "Zehn Jahre."),
    ],
)
def test_how_long_an_appointment_or_a_validity_lasts_is_no_processing_time(heading: str, text: str) -> None:
    assert times(text, SectionKind.DURATION, heading) == []


def test_rows_and_headed_items_say_what_a_time_is_of() -> None:
    row, item = (
        times("Antrag: Verlängerung; Dauer: 4 Wochen", SectionKind.DURATION),
        times("- Reisepass: 6 Wochen", SectionKind.DURATION),
    )
    assert [(fact.label, fact.value, fact.period) for fact in (*row, *item)] == [
        ("Verlängerung", "4 Wochen", "P4W"),
        ("Reisepass", "6 Wochen", "P6W"),
    ]
