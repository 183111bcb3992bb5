"""Structured data completes what a page doesn't show, and never overrides what it shows."""
# ruff: noqa: E501 (data reads best as it is written)

import json
from datetime import date

import pytest

from corpus.records import Document, DocumentKind, FactKind
from ingest.reader.metadata import Metadata
from ingest.reader.page import read_page_with_metadata

OFFICE: dict[str, object] = {
    "@context": "https://schema.org",
    "@type": "GovernmentOffice",
    "name": "Bürgerbüro Kleinstadt",
    "telephone": "+49 69 90009-200",
    "email": "buergerbuero@kleinstadt.example",
    "address": {"@type": "PostalAddress", "streetAddress": "Marktplatz 1", "postalCode": "12345", "addressLocality": "Kleinstadt"},
    "openingHoursSpecification": [
        {"@type": "OpeningHoursSpecification", "dayOfWeek": ["https://schema.org/Monday", "Tuesday"], "opens": "08:00", "closes": "12:00:00"},
        {"@type": "OpeningHoursSpecification", "dayOfWeek": "Tuesday", "opens": "14:00", "closes": "18:00"},
    ],
}  # fmt: skip


def read(
    *data: object,
    title: str = "Bürgerbüro",
    content: str = "<p>Hier bekommen Sie Ausweise.</p>",
    url: str = "https://www.kleinstadt.example/rathaus/seite-7",
    script: str | None = None,
) -> tuple[Document, Metadata]:
    scripts = script or "".join(
        f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in data
    )
    html = (
        f"<html lang='de'><head><title>{title}</title>{scripts}</head><body><main><h1>{title}</h1>{content}"
        "</main></body></html>"
    )
    return read_page_with_metadata(html.encode(), url, city="k", source="website")


def values(document: Document, kind: FactKind) -> list[str]:
    return [fact.value for fact in document.facts if fact.kind is kind]


def test_an_office_gets_the_hours_and_the_contact_that_its_page_lacks() -> None:
    document, metadata = read(OFFICE)
    assert document.kind is DocumentKind.OFFICE
    [hours] = [fact for fact in document.facts if fact.kind is FactKind.HOURS]
    assert hours.osm == "Mo 08:00-12:00; Tu 08:00-12:00,14:00-18:00"
    assert values(document, FactKind.TELEPHONE) == ["+49 69 90009-200"]
    assert values(document, FactKind.EMAIL) == ["buergerbuero@kleinstadt.example"]
    assert values(document, FactKind.ADDRESS) == ["Marktplatz 1, 12345 Kleinstadt"]
    assert metadata.hints == ()


def test_every_fact_keeps_the_words_of_its_section() -> None:
    document, _ = read(OFFICE)
    assert {fact.kind for fact in document.facts} == {
        FactKind.HOURS,
        FactKind.TELEPHONE,
        FactKind.EMAIL,
        FactKind.ADDRESS,
    }
    assert all(fact.words in document.sections[fact.section].text for fact in document.facts)


def test_what_the_page_shows_is_not_said_twice() -> None:
    shown = (
        "<h2>Sprechzeiten</h2><p>Montag: 8:00–12:00 Uhr<br>Dienstag: 8:00–12:00 Uhr und 14:00–18:00 Uhr</p>"
        "<h2>Kontakt</h2><p>Marktplatz 1<br>12345 Kleinstadt<br>Telefon: 069 90009-200<br>buergerbuero@kleinstadt.example</p>"
    )
    document, metadata = read(OFFICE, content=shown)
    assert [one.heading for one in document.sections] == ["Sprechzeiten", "Kontakt"]
    assert metadata.hints == ()


def test_where_both_contradict_the_page_holds_and_the_editors_are_told() -> None:
    shown = "<h2>Sprechzeiten</h2><p>Montag: 9:00–13:00 Uhr</p><h2>Kontakt</h2><p>Telefon: 069 90009-111</p>"
    document, metadata = read(OFFICE, content=shown)
    assert [fact.osm for fact in document.facts if fact.kind is FactKind.HOURS] == ["Mo 09:00-13:00"]
    assert values(document, FactKind.TELEPHONE) == ["069 90009-111"]
    assert [hint for hint in metadata.hints if "andere Öffnungszeiten" in hint and "14:00–18:00 Uhr" in hint]
    assert [hint for hint in metadata.hints if "+49 69 90009-200" in hint]


def test_hours_that_the_page_shows_with_a_reservation_stay_as_they_are() -> None:
    shown = "<h2>Sprechzeiten</h2><p>Montag: 8:00–12:00 Uhr, in den Ferien nach Vereinbarung</p>"
    with_data, metadata = read(OFFICE, content=shown)
    alone, _ = read(content=shown)
    assert [fact for fact in with_data.facts if fact.kind is FactKind.HOURS] == list(alone.facts)
    assert metadata.hints == ()


@pytest.mark.parametrize(
    "specification",
    [
        {"dayOfWeek": "Monday", "opens": "08:00", "closes": "12:00", "validFrom": "2026-04-01", "validThrough": "2026-09-30"},
        {"dayOfWeek": "Monday", "opens": "20:00", "closes": "02:00"},
        {"dayOfWeek": "Montags", "opens": "08:00", "closes": "12:00"},
        {"dayOfWeek": "Monday", "opens": "8 Uhr", "closes": "12 Uhr"},
        {"opens": "08:00", "closes": "12:00"},
    ],
    ids=["a season", "over midnight", "no schema.org day", "no time", "no day"],
)  # fmt: skip
def test_hours_that_are_not_certain_are_left_out(specification: dict[str, str]) -> None:
    office = OFFICE | {"openingHoursSpecification": [specification]}
    assert values(read(office)[0], FactKind.HOURS) == []


def test_hours_in_the_short_form_are_read() -> None:
    office = {
        **OFFICE,
        "openingHoursSpecification": [],
        "openingHours": ["Mo-We 08:00-12:00", "Th 14:00-18:00"],
    }
    [hours] = [fact for fact in read(office)[0].facts if fact.kind is FactKind.HOURS]
    assert hours.osm == "Mo-We 08:00-12:00; Th 14:00-18:00"


def test_days_with_other_hours_are_sentences_with_their_date() -> None:
    special = [
        {"validFrom": "2026-12-24", "validThrough": "2026-12-31", "opens": "00:00", "closes": "00:00"},
        {"validFrom": "2026-10-31", "validThrough": "2026-10-31", "opens": "08:00", "closes": "10:00"},
    ]
    document, _ = read(OFFICE | {"specialOpeningHoursSpecification": special})
    assert document.sections[-2].text.splitlines() == [
        "Vom 24.12.2026 bis 31.12.2026 geschlossen.",
        "Am 31.10.2026 nur von 8:00 bis 10:00 Uhr geöffnet.",
    ]


def test_the_citys_own_data_on_every_page_make_no_office_of_them() -> None:
    city = OFFICE | {
        "@type": "GovernmentOrganization",
        "name": "Stadt Kleinstadt",
        "url": "https://www.kleinstadt.example/",
    }
    document, metadata = read(city, title="Stadtgeschichte")
    assert (document.kind, document.facts, metadata.hints) == (DocumentKind.PAGE, (), ())


def test_a_start_page_is_no_office() -> None:
    document, _ = read(
        OFFICE | {"name": "Kleinstadt"}, title="Kleinstadt", url="https://www.kleinstadt.example/"
    )
    assert document.kind is DocumentKind.PAGE


def test_a_graph_is_opened_and_its_references_are_followed() -> None:
    graph = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebPage", "@id": "#seite", "mainEntity": {"@id": "#amt"}},
            {
                "@type": "GovernmentOffice",
                "@id": "#amt",
                "name": "Bürgerbüro",
                "contactPoint": {"@id": "#tel"},
            },
            {"@type": "ContactPoint", "@id": "#tel", "telephone": "069 90009-200"},
        ],
    }
    document, _ = read(graph)
    assert document.kind is DocumentKind.OFFICE
    assert values(document, FactKind.TELEPHONE) == ["069 90009-200"]


@pytest.mark.parametrize(
    "script",
    [
        '<script type="application/ld+json">{"@type": "GovernmentOffice", "name": </script>',
        '<script type="application/ld+json">' + "[" * 20_000 + '"GovernmentOffice"</script>',
        '<script type="application/ld+json">["GovernmentOffice", null, 3, {"@type": 5}]</script>',
    ],
    ids=["cut off", "nested", "no thing"],
)
def test_broken_data_cost_nothing_but_themselves(script: str) -> None:
    whole = f'<script type="application/ld+json">{json.dumps(OFFICE)}</script>'
    document, _ = read(script=script + whole)
    assert values(document, FactKind.TELEPHONE) == ["+49 69 90009-200"]


def test_commas_too_many_and_line_breaks_in_texts_are_forgiven() -> None:
    script = '<script type="application/ld+json">{"@type": "GovernmentOffice", "name": "Bürgerbüro",\n"telephone": "069\n90009-200",}</script>'
    assert read(script=script)[0].kind is DocumentKind.OFFICE


def test_microdata_are_read_like_json() -> None:
    content = (
        "<div itemscope itemtype='https://schema.org/GovernmentOffice'><span itemprop='name'>Bürgerbüro</span>"
        "<meta itemprop='telephone' content='069 90009-200'><time itemprop='openingHours' datetime='Mo-Fr 08:00-12:00'></time></div>"
    )
    document, _ = read(content=content)
    assert document.kind is DocumentKind.OFFICE
    assert values(document, FactKind.TELEPHONE) == ["069 90009-200"]
    assert [fact.osm for fact in document.facts if fact.kind is FactKind.HOURS] == ["Mo-Fr 08:00-12:00"]


def test_questions_that_the_page_loads_later_become_sections() -> None:
    questions = [
        {"@type": "Question", "name": f"Frage {number}?", "acceptedAnswer": {"@type": "Answer", "text": f"<p>Antwort {number}.</p>"}}
        for number in (1, 2)
    ]  # fmt: skip
    data = {"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": questions}
    document, _ = read(data, title="Wissenswertes", content="<h2>Frage 1?</h2><p>Antwort 1.</p>")
    assert [(one.heading, one.text) for one in document.sections] == [
        ("Frage 1?", "Antwort 1."),
        ("Frage 2?", "Antwort 2."),
    ]
    assert document.kind is DocumentKind.FAQ


def event(**more: object) -> dict[str, object]:
    place = {
        "@type": "Place",
        "name": "Stadthalle",
        "address": {"@type": "PostalAddress", "streetAddress": "Am Park 2"},
    }
    return {
        "@type": "MusicEvent", "name": "Stadtfest", "startDate": "2026-08-01T18:30:00+02:00", "endDate": "2026-08-02", "location": place, **more,
    }  # fmt: skip


def test_an_event_ends_to_be_valid_with_its_last_day() -> None:
    document, _ = read(event(), title="Stadtfest")
    assert (document.kind, document.valid_until) == (DocumentKind.EVENT, date(2026, 8, 2))
    assert document.sections[-1].text.splitlines() == [
        "Wann: 01.08.2026, 18:30 Uhr bis 02.08.2026",
        "Ort: Stadthalle, Am Park 2",
    ]


def test_an_event_whose_page_names_another_day_keeps_the_pages() -> None:
    document, metadata = read(event(), title="Stadtfest", content="<p>Am 8. August 2026 auf dem Markt.</p>")
    assert document.valid_until is None
    assert "einen anderen Termin" in metadata.hints[0]


def test_the_provider_of_a_service_is_its_office() -> None:
    service = {
        "@type": "GovernmentService", "name": "Reisepass",
        "provider": {"@type": "GovernmentOffice", "name": "Bürgerbüro", "url": "/aemter/buergerbuero?utm_source=x"},
    }  # fmt: skip
    document, _ = read(service, title="Reisepass")
    assert document.kind is DocumentKind.SERVICE
    assert document.office_ids == ("https://www.kleinstadt.example/aemter/buergerbuero",)


def test_pages_without_structured_data_do_not_load_extruct() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from ingest.reader.page import read_page; "
        'read_page(b\'<html><body><p>Text <script type="application/ld+json">{"@type": "WebPage"}</script>\', '
        "'https://k.example/a', city='k', source='w'); sys.exit('extruct' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
