"""Two sources that contradict each other are found, with page and date; tables and variants are none."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from corpus.musterstadt.build import build
from corpus.musterstadt.content import default_folder, read_content
from corpus.musterstadt.gold import gold_paths
from corpus.records import Audience, Contradiction, Document, DocumentKind, FactKind, Section, SectionKind
from ingest.contradictions import find_contradictions
from ingest.facts import find_facts
from ingest.joining import JoinedSources
from ingest.reader.page import read_page

TODAY = date(2026, 11, 22)
SPRING = datetime(2026, 4, 1, tzinfo=UTC)
LEIKA = "99115005104000"


def page(name: str, title: str, *sections: tuple[SectionKind, str, str], **keys: object) -> Document:
    parts = tuple(Section(kind=kind, heading=heading, text=text) for kind, heading, text in sections)
    given = {
        "id": name, "city": "stadt", "source": "website", "title": title, "kind": DocumentKind.SERVICE,
        "url": f"https://stadt.example/{name}", "modified": SPRING, "sections": parts,
        "facts": find_facts(parts), **keys,
    }  # fmt: skip
    return Document.model_validate(given)


def fees(name: str, text: str, title: str = "Meldebescheinigung", **keys: object) -> Document:
    return page(name, title, (SectionKind.FEES, "Gebühren", text), **keys)


def found(*documents: Document) -> tuple[Contradiction, ...]:
    return find_contradictions(documents, TODAY)


def values(*documents: Document) -> list[tuple[FactKind, list[str]]]:
    return [(one.kind, [side.value for side in one.sides]) for one in found(*documents)]


def test_two_fees_for_one_service_are_found_with_page_and_date() -> None:
    (one,) = found(
        fees("a", "Die Gebühr beträgt 5,00 Euro.", leika=(LEIKA,)),
        fees("b", "7,00 Euro", title="Bescheinigung über die Meldung", leika=(LEIKA,), source="xzufi"),
    )
    assert (one.kind, one.subject, one.audience) == (FactKind.FEE, "Meldebescheinigung", Audience.PUBLIC)
    assert [(side.value, side.url, side.source, side.modified) for side in one.sides] == [
        ("5,00 Euro", "https://stadt.example/a", "website", SPRING),
        ("7,00 Euro", "https://stadt.example/b", "xzufi", SPRING),
    ]


def test_what_was_joined_into_one_document_still_shows_both_sources() -> None:
    url = "https://stadt.example/melden"
    joined = JoinedSources(
        [
            fees("a", "5,00 Euro", url=url),
            fees("b", "7,00 Euro", url=url, source="xzufi", modified=datetime(2026, 9, 1, tzinfo=UTC)),
        ],
        TODAY,
    )
    (one,) = find_contradictions(joined, TODAY)
    assert [(side.value, side.source, side.modified) for side in one.sides] == [
        ("5,00 Euro", "website", SPRING),
        ("7,00 Euro", "xzufi", datetime(2026, 9, 1, tzinfo=UTC)),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("- Erwachsene: 5 Euro\n- Kinder: 3 Euro", "- Erwachsene: 5,00 €\n- Kinder: 3,00 €"),
        ("Erwachsene: 5 Euro", "Kinder: 3 Euro"),
        ("5 Euro", "ermäßigt 2,50 Euro"),
        ("5 Euro", "ab 7 Euro"),
        ("96 Euro im Jahr", "8 Euro im Monat"),
        ("5 Euro", "Je nach Aufwand 5 bis 20 Euro"),
        ("- Erste Seite\n5 Euro\n- Karte\n7 Euro", "6 Euro"),
        ("Bis 31.12.2026: 5 Euro", "Ab 01.01.2027: 7 Euro"),
    ],
)
def test_different_fees_for_different_things_are_no_contradiction(first: str, second: str) -> None:
    assert found(fees("a", first), fees("b", second)) == ()


def test_a_page_that_states_several_values_itself_contradicts_nobody() -> None:
    assert found(fees("a", "5 Euro. 7 Euro."), fees("b", "9 Euro")) == ()


def test_services_that_differ_in_a_word_are_not_one() -> None:
    vorlaeufig = fees("b", "10 Euro", title="Vorläufiger Personalausweis")
    assert found(fees("a", "46 Euro", title="Personalausweis"), vorlaeufig) == ()


def test_variants_in_one_source_share_a_number_and_are_no_contradiction() -> None:
    assert found(
        fees("a", "30 Euro", title="Parkausweis Nordstadt", leika=(LEIKA,)),
        fees("b", "60 Euro", title="Parkausweis Altstadt", leika=(LEIKA,)),
    ) == ()  # fmt: skip


def test_pages_of_different_offices_in_charge_are_not_compared() -> None:
    first, second = fees("a", "5 Euro", office_ids=("x",)), fees("b", "7 Euro", office_ids=("y",))
    assert found(first, second) == ()
    assert len(found(first, second.model_copy(update={"office_ids": ("x", "y")}))) == 1


def test_what_is_not_in_force_any_more_contradicts_nobody() -> None:
    assert found(fees("a", "5 Euro"), fees("b", "7 Euro", valid_until=date(2026, 6, 30))) == ()


def test_other_languages_are_not_compared() -> None:
    assert found(fees("a", "5 Euro"), fees("b", "7 Euro", language="en")) == ()


def test_a_contradiction_with_an_internal_note_is_internal() -> None:
    (one,) = found(fees("a", "5 Euro"), fees("b", "7 Euro", audience=Audience.INTERNAL))
    assert one.audience is Audience.INTERNAL


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Innerhalb von zwei Wochen nach dem Einzug.", "Innerhalb einer Woche nach dem Einzug.", 1),
        ("Innerhalb von zwei Wochen nach dem Einzug.", "Innerhalb von 14 Tagen nach Einzug.", 0),
        ("Innerhalb von zwei Wochen nach dem Einzug.", "Innerhalb einer Woche nach dem Auszug.", 0),
        ("Innerhalb von zwei Wochen nach dem Einzug.", "In etwa drei Wochen.", 0),
    ],
)
def test_deadlines_contradict_each_other_only_if_they_count_from_the_same(
    first: str, second: str, expected: int
) -> None:
    documents = [
        page(name, "Wohnsitz anmelden", (SectionKind.DEADLINE, "Frist", text))
        for name, text in (("a", first), ("b", second))
    ]
    assert len(found(*documents)) == expected


def office(name: str, *, hours: str, phone: str, street: str, **keys: object) -> Document:
    return page(
        name,
        "Standesamt",
        (SectionKind.CONTACT, "Kontakt", f"{street}\n12345 Kleinstadt\nTelefon: {phone}"),
        (SectionKind.HOURS, "Öffnungszeiten", hours),
        kind=DocumentKind.OFFICE,
        **keys,
    )


def test_an_offices_hours_telephone_and_address_are_compared() -> None:
    first = office("a", hours="Montag: 8–12 Uhr", phone="069 90009-200", street="Rathausplatz 1")
    same = office(
        "b", hours="Mo 8:00-12:00 Uhr", phone="(069) 90009200", street="Rathausplatz 1", source="xzufi"
    )
    assert values(first, same) == []
    other = office("b", hours="Montag: 8–16 Uhr", phone="069 90009-300", street="Markt 3", source="xzufi")
    assert [kind for kind, _ in values(first, other)] == [
        FactKind.ADDRESS,
        FactKind.HOURS,
        FactKind.TELEPHONE,
    ]


@pytest.fixture(scope="module")
def sample_city(tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    folder = tmp_path_factory.mktemp("musterstadt")
    build(read_content(default_folder()), folder, "http://musterstadt.example")
    return list(_read(folder))


def _read(folder: Path) -> Iterator[Document]:
    for path in gold_paths():
        if path.endswith(".html"):
            html = (folder / path.removeprefix("/")).read_bytes()
            yield read_page(html, "http://musterstadt.example" + path, city="musterstadt", source="website")


def test_last_years_fee_for_bulky_waste_is_the_sample_citys_only_contradiction(
    sample_city: list[Document],
) -> None:
    (one,) = find_contradictions(sample_city, TODAY)
    assert (one.kind, one.subject) == (FactKind.FEE, "Sperrmüll abholen lassen")
    dated = [(side.title, side.value, side.modified and side.modified.year) for side in one.sides]
    assert dated == [
        ("Sperrmüll künftig auf Abruf", "25 Euro", 2025),
        ("Sperrmüll abholen lassen", "30,00 Euro", 2026),
    ]
