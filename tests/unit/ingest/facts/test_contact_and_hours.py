"""Telephone numbers, mail and postal addresses, opening hours, links."""
# ruff: noqa: E501 (pages and lines read best as they are written)

import pytest

from corpus.records import Fact, FactKind, Link, Section, SectionKind
from ingest.facts import SectionLinks, find_facts


def facts(kind: FactKind, text: str, section: SectionKind = SectionKind.CONTACT) -> list[Fact]:
    found = find_facts([Section(kind=section, heading="Kontakt", text=text)])
    return [fact for fact in found if fact.kind is kind]


@pytest.mark.parametrize(
    ("line", "printed", "e164"),
    [
        ("Telefon: 069 90009-200", "069 90009-200", "+496990009200"),
        ("Tel. 089/233-96000", "089/233-96000", "+498923396000"),
        ("Rufen Sie +49 (0)69 90009-200 an", "+49 (0)69 90009-200", "+496990009200"),
    ],
)
def test_a_telephone_number_is_kept_as_printed_and_in_e164(line: str, printed: str, e164: str) -> None:
    (fact,) = facts(FactKind.TELEPHONE, line)
    assert (fact.value, fact.e164) == (printed, e164)


def test_the_authorities_number_115_has_no_e164() -> None:
    (fact,) = facts(FactKind.TELEPHONE, "Behördennummer 115", SectionKind.DESCRIPTION)
    assert (fact.value, fact.e164) == ("115", None)


@pytest.mark.parametrize(
    "line",
    [
        "Fax: 069 90009-209",
        "IBAN: DE02 1203 0000 0000 2020 51",
        "Aktenzeichen 069 90009-200",
        "Gegründet 1848",
    ],
)
def test_fax_and_account_numbers_are_no_telephone_numbers(line: str) -> None:
    assert facts(FactKind.TELEPHONE, line) == []


def test_a_list_of_offices_labels_each_value_with_its_office() -> None:
    line = "- Bürgerbüro Mitte, Markt 1, 12345 Kleinstadt, Telefon 069 90009-200, mitte@kleinstadt.example"
    found = find_facts([Section(kind=SectionKind.CONTACT, heading="Zuständig", text=line)])
    assert {fact.kind for fact in found} == {FactKind.TELEPHONE, FactKind.EMAIL, FactKind.ADDRESS}
    assert {fact.label for fact in found} == {"Bürgerbüro Mitte"}


@pytest.mark.parametrize(
    ("text", "plain"),
    [("rathaus@kleinstadt.example", "rathaus@kleinstadt.example"), ("rathaus(at)klein-stadt.de", "rathaus@klein-stadt.de"),
     ("rathaus [at] kleinstadt [punkt] de", "rathaus@kleinstadt.de")],
)  # fmt: skip
def test_mail_addresses_are_read_also_when_disguised(text: str, plain: str) -> None:
    (fact,) = facts(FactKind.EMAIL, f"E-Mail: {text}")
    assert (fact.value, fact.url) == (text, f"mailto:{plain}")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rathausplatz 1\n60999 Musterstadt", "Rathausplatz 1, 60999 Musterstadt"),
        (
            "Bürgerbüro, Am Alten Markt 12 a, 12345 Bad Kleinstadt",
            "Am Alten Markt 12 a, 12345 Bad Kleinstadt",
        ),
        (
            "Anschrift: Konrad-Adenauer-Straße 3-5, 12345 Kleinstadt am Main",
            "Konrad-Adenauer-Straße 3-5, 12345 Kleinstadt am Main",
        ),
        ("Lindenbreite 7\n12345 Kleinstadt", "Lindenbreite 7, 12345 Kleinstadt"),
    ],
)
def test_a_postal_address_is_found_on_one_line_or_two(text: str, value: str) -> None:
    (fact,) = facts(FactKind.ADDRESS, text)
    assert fact.value == value
    assert fact.words in text


def test_a_town_without_a_street_is_no_address() -> None:
    assert facts(FactKind.ADDRESS, "Postfach\n12345 Kleinstadt") == []


def test_plain_hours_are_parsed_and_kept_as_printed() -> None:
    text = "Montag: 8–12 Uhr\nDienstag: 8–12 Uhr und 14–16 Uhr"
    (fact,) = facts(FactKind.HOURS, text, SectionKind.HOURS)
    assert fact.value == text
    assert fact.osm == "Mo 08:00-12:00; Tu 08:00-12:00,14:00-16:00"


def test_hours_in_a_table_are_parsed_without_the_columns_heads() -> None:
    (fact,) = facts(
        FactKind.HOURS, "Tag: Montag; Uhrzeit: 8–12 Uhr\nTag: Dienstag; Uhrzeit: 9–12 Uhr", SectionKind.HOURS
    )
    assert fact.osm == "Mo 08:00-12:00; Tu 09:00-12:00"


@pytest.mark.parametrize(
    ("limit", "osm"),
    [
        (
            "Mittwochs nur nach Vereinbarung.",
            'Mo,Tu,Th,Fr 08:00-12:00; We 08:00-12:00 unknown "nur nach Vereinbarung"',
        ),
        ("In den Ferien geschlossen.", "Mo-Fr 08:00-12:00; SH off"),
        ("Am Faschingsdienstag schließen wir um 11 Uhr.", None),
    ],
)
def test_a_limit_in_the_text_below_is_read_or_makes_hours_uncertain(limit: str, osm: str | None) -> None:
    (fact,) = facts(FactKind.HOURS, f"Montag bis Freitag: 8–12 Uhr\n{limit}", SectionKind.HOURS)
    assert fact.osm == osm
    assert limit in fact.value


def test_hours_by_telephone_are_kept_apart_and_never_computed_with() -> None:
    text = "Öffnungszeiten:\nMo–Fr 8–12 Uhr\nTelefonische Erreichbarkeit:\nMo–Do 8–16 Uhr"
    found = facts(FactKind.HOURS, text, SectionKind.HOURS)
    assert [(fact.label, fact.osm) for fact in found] == [
        ("Kontakt", "Mo-Fr 08:00-12:00"),
        ("Telefonische Erreichbarkeit", None),
    ]


def test_the_times_behind_a_telephone_number_are_no_opening_hours() -> None:
    text = "Telefon: 069 90009-200 (Mo–Fr 8–16 Uhr)\nÖffnungszeiten: Mo–Fr 8–12 Uhr"
    found = facts(FactKind.HOURS, text, SectionKind.CONTACT)
    assert {(fact.value, fact.osm) for fact in found} == {
        ("Telefon: 069 90009-200 (Mo–Fr 8–16 Uhr)", None),
        ("Öffnungszeiten: Mo–Fr 8–12 Uhr", "Mo-Fr 08:00-12:00"),
    }


def test_each_offices_hours_are_a_fact_with_its_name() -> None:
    text = "Bürgerbüro:\nMo–Fr 8–12 Uhr\nStandesamt: Mo 9–11 Uhr"
    found = facts(FactKind.HOURS, text, SectionKind.HOURS)
    assert [(fact.label, fact.osm) for fact in found] == [
        ("Bürgerbüro", "Mo-Fr 08:00-12:00"),
        ("Standesamt", "Mo 09:00-11:00"),
    ]


def test_news_about_a_day_are_no_opening_hours() -> None:
    text = "Am Donnerstag, 3. Dezember, bleibt das Bürgerbüro geschlossen.\nAm Freitag, 4. Dezember, ab 8 Uhr geöffnet."
    assert facts(FactKind.HOURS, text, SectionKind.DESCRIPTION) == []


def test_links_become_facts_of_the_section_they_stand_in() -> None:
    sections = [
        Section(kind=SectionKind.DESCRIPTION, heading="", text="Ein Satz."),
        Section(kind=SectionKind.FORMS, heading="Formulare", text="- Antrag auf Wohngeld"),
    ]
    link = Link(text="Antrag auf Wohngeld", url="https://k.example/antrag.pdf")
    (fact,) = find_facts(sections, SectionLinks(forms=[(1, link)]))
    assert (fact.kind, fact.section, fact.words, fact.url) == (
        FactKind.FORM,
        1,
        "- Antrag auf Wohngeld",
        link.url,
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Telefon: 0 61 51 / 13-0", ["+496151130"]),
        ("Telefon/Fax: 06151 1322", ["+4961511322"]),
        ("Telefon (06151) 13-0, Telefax (06151) 13-22", ["+496151130"]),
    ],
)
def test_what_is_also_a_telephone_counts_and_a_fax_does_not(line: str, expected: list[str]) -> None:
    assert [fact.e164 for fact in facts(FactKind.TELEPHONE, line)] == expected


@pytest.mark.parametrize("text", ["name [ät] stadt.de", "name{at}stadt.de", "name_at_stadt.de"])
def test_more_disguises_of_a_mail_address_are_read(text: str) -> None:
    (fact,) = facts(FactKind.EMAIL, f"E-Mail: {text}")
    assert (fact.value, fact.url) == (text, "mailto:name@stadt.de")


@pytest.mark.parametrize(
    "text", ["Postfach 12 34, 64201 Neustadt", "Postanschrift: Postfach 1234\n64201 Neustadt"]
)
def test_nobody_is_sent_to_a_post_office_box(text: str) -> None:
    assert facts(FactKind.ADDRESS, text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("An der Alten Mühle 4-6, 12345 Neustadt", "An der Alten Mühle 4-6, 12345 Neustadt"),
        ("Hauptstr.12, 12345 Neustadt", "Hauptstr.12, 12345 Neustadt"),
        ("E 5, 1\n68159 Mannheim", "E 5, 1, 68159 Mannheim"),
    ],
)
def test_unusual_streets_are_addresses(text: str, value: str) -> None:
    (fact,) = facts(FactKind.ADDRESS, text)
    assert fact.value == value
