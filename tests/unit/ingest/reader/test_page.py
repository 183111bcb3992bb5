"""What the reader says about a page as a whole: id, title, language, kind, dates, links."""
# ruff: noqa: E501 (pages and lines read best as they are written)

from datetime import UTC, datetime

import pytest

from corpus.records import Audience, DocumentKind, Link
from ingest.errors import Unreadable
from ingest.reader.page import read_page
from tests.unit.ingest.reader.reading import body, read

PAGE = "<html lang='{lang}'><head><title>{title}</title>{head}</head><body><main><h1>{title}</h1>{content}</main></body></html>"


def page(title: str = "Titel", content: str = "<p>Ein Satz.</p>", lang: str = "de", head: str = "") -> str:
    return PAGE.format(title=title, content=content, lang=lang, head=head)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "https://www.k.example/dienstleistungen/personalausweis",
            "website:/dienstleistungen/personalausweis",
        ),
        (
            "https://www.k.example/dienstleistungen/personalausweis.html",
            "website:/dienstleistungen/personalausweis",
        ),
        (
            "https://www.k.example/dienstleistungen/personalausweis/",
            "website:/dienstleistungen/personalausweis",
        ),
        ("https://www.k.example/a/index.php?id=5&PHPSESSID=abc&utm_source=x#oben", "website:/a?id=5"),
        ("https://www.k.example/seite.html;jsessionid=1A2B?print=1", "website:/seite"),
        ("https://www.k.example/B%C3%BCrger/%7Eamt", "website:/Bürger/~amt"),
        ("https://www.k.example/", "website:/"),
    ],
)
def test_the_id_is_a_stable_slug_of_the_address(url: str, expected: str) -> None:
    assert read(page(), url=url).id == expected


def test_title_comes_from_the_heading_not_from_the_site() -> None:
    html = "<html><head><title>Reisepass | Stadt Kleinstadt</title></head><body><main><p>Ein Satz.</p></main></body></html>"
    assert read(html).title == "Reisepass"


def test_metadata_is_kept() -> None:
    head = '<meta name="keywords" content="Perso, Ausweis ,Perso"><meta name="dcterms.modified" content="2026-05-04">'
    document = read(page(head=head))
    assert document.keywords == ("Perso", "Ausweis")
    assert document.modified == datetime(2026, 5, 4, tzinfo=UTC)
    assert document.audience is Audience.PUBLIC


def test_the_date_at_the_foot_counts_and_is_no_text() -> None:
    document = read(page(content="<p>Ein Satz.</p><p>Stand: 12.03.2026</p>"))
    assert document.modified == datetime(2026, 3, 12, tzinfo=UTC)
    assert "Stand" not in document.text()


def test_the_http_date_counts_where_the_page_names_none() -> None:
    when = datetime(2026, 1, 2, tzinfo=UTC)
    html = page().encode()
    document = read_page(html, "https://k.example/a", city="k", source="website", last_modified=when)
    assert document.modified == when


@pytest.mark.parametrize(
    ("lang", "content", "expected"),
    [
        ("de-DE", "<p>Ein Satz.</p>", "de"),
        ("uk", "<p>Місто</p>", "uk"),
        ("", "<p>Ein Satz.</p>", "de"),
        (
            "de",
            "<p>You must register at the office within two weeks if you are moving to the town and you can do it by post or in person with a form that is on the page for you.</p>",
            "en",
        ),
    ],
)
def test_the_language_is_the_declared_one_unless_the_words_say_another(
    lang: str, content: str, expected: str
) -> None:
    assert read(page(lang=lang, content=content)).language == expected


@pytest.mark.parametrize(
    ("url", "title", "content", "kind"),
    [
        ("/leistungen/pass", "Reisepass", "<h2>Gebühren</h2><p>70 Euro</p>", DocumentKind.SERVICE),
        ("/x/pass", "Reisepass", "<h2>Gebühren</h2><p>70 Euro</p><h2>Unterlagen</h2><ul><li>Foto</li></ul>", DocumentKind.SERVICE),
        ("/aktuelles/2026-markt", "Wochenmarkt verlegt", "<p>Ein Satz.</p>", DocumentKind.NEWS),
        ("/veranstaltungen/fest", "Stadtfest", "<p>Ein Satz.</p>", DocumentKind.EVENT),
        ("/x/y", "Häufige Fragen", "<p>Ein Satz.</p>", DocumentKind.FAQ),
        ("/aemter/buergerbuero", "Bürgerbüro", "<h2>Öffnungszeiten</h2><p>Mo 8–12 Uhr</p><h2>Kontakt</h2><p>Tel. 069 90009-1</p>", DocumentKind.OFFICE),
        ("/stadt/geschichte", "Geschichte", "<p>Ein Satz.</p>", DocumentKind.PAGE),
        ("/datenschutz", "Datenschutz", "<h2>Rechtsgrundlage</h2><p>A</p><h2>Voraussetzungen</h2><p>B</p>", DocumentKind.PAGE),
        ("/leistungen/themen", "Themen", "<ul><li><a href='/a'>A-Seite</a></li></ul>", DocumentKind.PAGE),
    ],
)  # fmt: skip
def test_the_kind_is_guessed(url: str, title: str, content: str, kind: DocumentKind) -> None:
    assert read(page(title, content), url=f"https://www.k.example{url}").kind is kind


def test_a_pages_own_markup_tells_its_kind() -> None:
    head = '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "GovernmentOffice"}</script>'
    assert read(page(head=head)).kind is DocumentKind.OFFICE


@pytest.mark.parametrize(
    ("url", "title", "lang", "expected"),
    [
        ("https://k.example/leichte-sprache/wohnen", "Wohnen", "de", True),
        ("https://k.example/a", "Wohngeld in Einfacher Sprache", "de", True),
        ("https://k.example/a", "Wohngeld", "de-x-simple", True),
        ("https://k.example/a", "Wohngeld", "de", False),
    ],
)
def test_simple_german_is_recognised(url: str, title: str, lang: str, expected: bool) -> None:
    assert read(page(title, lang=lang), url=url).simple is expected


def test_forms_and_online_services_are_told_from_other_links() -> None:
    document = body(
        "<h1>Wohngeld</h1><p><a href='/dateien/antrag.pdf'>Antrag auf Wohngeld (PDF, 120 KB)</a>, "
        "<a href='/dateien/satzung.pdf'>Hauptsatzung</a>, <a href='https://service.example/wohngeld'>Online beantragen</a>, "
        "<a href='/impressum'>Impressum</a></p>"
    )
    assert document.forms == (
        Link(text="Antrag auf Wohngeld", url="https://www.kleinstadt.example/dateien/antrag.pdf"),
    )
    assert document.online == (Link(text="Online beantragen", url="https://service.example/wohngeld"),)


def test_the_office_named_under_contact_comes_first() -> None:
    document = body(
        "<h1>Anmeldung</h1><p>Siehe auch <a href='/aemter/steueramt'>Steueramt</a>.</p>"
        "<h2>Zuständige Stelle</h2><p><a href='/aemter/buergerbuero?utm_source=x'>Bürgerbüro</a></p>"
    )
    assert document.office_ids == (
        "https://www.kleinstadt.example/aemter/buergerbuero",
        "https://www.kleinstadt.example/aemter/steueramt",
    )


@pytest.mark.parametrize(
    "html", [b"", b"nur Text", b"<html><body></body></html>", b"<nav><a href='/'>Start</a></nav>"]
)
def test_a_page_without_text_is_unreadable_with_a_reason(html: bytes) -> None:
    with pytest.raises(Unreadable, match=r"Die (Seite|Datei) .+\."):
        read(html)


def test_deep_nesting_is_no_crash() -> None:
    document = read(
        "<html><body><main>" + "<div>" * 400 + "<p>tief</p>" + "</div>" * 400 + "</main></body></html>"
    )
    assert "tief" in document.text()


@pytest.mark.parametrize(
    "byline", ["Veröffentlicht am 3. Februar 2026 von Redaktion", "Erstellt: 03.02.2026"]
)
def test_a_byline_dates_the_page_and_is_no_text(byline: str) -> None:
    document = read(page(content=f"<p>{byline}</p><p>Ein Satz.</p>"))
    assert document.modified == datetime(2026, 2, 3, tzinfo=UTC)
    assert document.sections[0].text == "Ein Satz."


def test_of_several_main_headings_the_one_that_the_title_element_names_is_the_pages() -> None:
    html = (
        "<html><head><title>Sperrmüll - Stadt K</title></head><body><h1 class='sr-only'>Stadt K</h1><main>"
        "<h1>Inhaltsanzeige</h1><h1>Sperrmüll abholen lassen</h1><p>Ein Satz.</p></main></body></html>"
    )
    assert read(html).title == "Sperrmüll abholen lassen"
