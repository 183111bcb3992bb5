"""How one can pay, and how people with disabilities get in: in the page's own words."""

import pytest

from corpus.records import FactKind, Section, SectionKind
from ingest.facts import find_facts


def values(
    kind: FactKind, text: str, heading: str = "", section: SectionKind = SectionKind.CONTACT
) -> list[str]:
    found = find_facts([Section(kind=section, heading=heading, text=text)])
    assert all(fact.value in fact.words for fact in found if fact.kind is kind)
    return [fact.value for fact in found if fact.kind is kind]


@pytest.mark.parametrize(
    "text",
    [
        "Sie können bar oder mit Girocard zahlen.",
        "Kreditkarten nehmen wir nicht an.",
        "Nur Kartenzahlung möglich.",
        "Die Gebühr können Sie per PayPal oder Lastschrift begleichen.",
        "You can pay in cash or by card.",
        "Wir akzeptieren Apple Pay, Visa und EC-Karten.",
    ],
)
def test_a_sentence_about_means_of_payment_is_kept_whole(text: str) -> None:
    assert values(FactKind.PAYMENT, text, section=SectionKind.DESCRIPTION) == [text]


def test_a_list_under_a_heading_about_paying_needs_no_verb() -> None:
    text = "- bar\n- EC-Karte\n- Kreditkarte (ab 10 Euro)"
    assert values(FactKind.PAYMENT, text, "Zahlungsarten", SectionKind.FEES) == [
        "bar", "EC-Karte", "Kreditkarte (ab 10 Euro)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Das Wohngeld wird auf Ihr Konto überwiesen.",
        "- SEPA-Lastschriftmandat für die Kfz-Steuer",
        "Die EC-Karte wurde gestohlen: Lassen Sie sie sperren.",
        "Der Saal hat eine Bar.",
        "Sie erreichen uns per Karte der Linie 4.",
    ],
)
def test_what_is_not_paid_to_the_office_is_no_means_of_payment(text: str) -> None:
    assert values(FactKind.PAYMENT, text, section=SectionKind.DESCRIPTION) == []


@pytest.mark.parametrize(
    "text",
    [
        "Stufenloser Zugang über den Rathausplatz",
        "Ein Aufzug ist vorhanden.",
        "Behindertengerechtes WC im Erdgeschoss",
        "Induktionsschleife an Schalter 2",
        "Zwei Behindertenparkplätze vor dem Haupteingang",
        "Das Gebäude ist barrierefrei zugänglich.",
        "Termine mit Gebärdensprachdolmetscher nach Absprache",
        "The entrance is wheelchair accessible.",
    ],
)
def test_a_facility_of_an_office_is_found(text: str) -> None:
    assert values(FactKind.ACCESSIBILITY, text) == [text]


def test_every_item_under_a_heading_about_access_counts() -> None:
    text = "- Automatische Türen\n- Assistenzhunde willkommen"
    assert values(FactKind.ACCESSIBILITY, text, "Barrierefreiheit") == [
        "Automatische Türen", "Assistenzhunde willkommen",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Mit dem Ausweis dürfen Sie auf Behindertenparkplätzen parken.", "Parkausweis"),
        ("- Schriftgröße einstellbar", "Barrierefreiheit dieser Website"),
        ("Das Formular ist nicht barrierefrei.", "Downloads"),
        ("Wir fördern den Einbau von Aufzügen.", "Förderung"),
    ],
)
def test_permits_websites_and_grants_say_nothing_of_an_offices_access(text: str, heading: str) -> None:
    assert values(FactKind.ACCESSIBILITY, text, heading, SectionKind.DESCRIPTION) == []
