"""Hours of two things in one section are never read as those of one."""

import pytest

from corpus.records import Fact, FactKind, Section, SectionKind
from ingest.facts import find_facts


def hours(text: str) -> list[Fact]:
    found = find_facts([Section(kind=SectionKind.HOURS, heading="Öffnungszeiten", text=text)])
    return [fact for fact in found if fact.kind is FactKind.HOURS]


@pytest.mark.parametrize(
    "text",
    [
        "Öffentliches Schwimmen\nDi 16–20 Uhr\nSchulschwimmen\nMo–Fr 8–13 Uhr",
        "Mo–Fr 8–12 Uhr\nDamensauna\nMi 14–20 Uhr",
        "Montag 9–12 Uhr\nFrau Beispiel\nDienstag 9–12 Uhr\nHerr Muster",
    ],
)
def test_a_title_between_hours_makes_them_uncertain(text: str) -> None:
    (fact,) = hours(text)
    assert fact.osm is None
    assert "Uhr" in fact.value


def test_a_line_above_or_below_the_hours_changes_nothing() -> None:
    (fact,) = hours("Neues Rathaus\nMo–Fr 8–12 Uhr\nFrau Beispiel")
    assert fact.osm == "Mo-Fr 08:00-12:00"


def test_hours_that_held_before_or_will_hold_are_not_computed_with() -> None:
    old, new = hours("Alte Sprechzeiten: Mo–Fr 8–12 Uhr\nNeue Sprechzeiten: Mo–Fr 9–12 Uhr")
    assert (old.osm, new.osm) == (None, None)


def test_an_old_town_hall_is_open_all_the_same() -> None:
    (fact,) = hours("Altes Rathaus: Mo–Fr 8–12 Uhr")
    assert (fact.label, fact.osm) == ("Altes Rathaus", "Mo-Fr 08:00-12:00")


def test_hours_that_are_printed_again_under_a_title_are_the_same_hours() -> None:
    (fact,) = hours(
        "Montag 12–19 Uhr\nDienstag 13–18 Uhr\nAllgemeine Hinweise\nMontag 12–19 Uhr\nDienstag 13–18 Uhr"
    )
    assert fact.osm == "Mo 12:00-19:00; Tu 13:00-18:00"
