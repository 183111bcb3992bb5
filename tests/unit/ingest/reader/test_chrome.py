"""The page reader removes chrome and keeps content, whatever the content management system."""
# ruff: noqa: E501 (pages and lines read best as they are written)

from collections.abc import Callable

import pytest

from corpus.records import SectionKind
from ingest.errors import Unreadable
from tests.unit.ingest.reader import pages
from tests.unit.ingest.reader.reading import body, read, section

SYSTEMS = [
    pages.typo3,
    pages.wordpress,
    pages.drupal,
    pages.plone,
    pages.old_tables,
    pages.website_of_an_authority,
]
CHROME = [
    "Menüpunkt",
    "Cookie",
    "©",
    "Suche",
    "Drucken",
    "drucken",
    "Teilen",
    "Sie sind hier",
    "Zum Inhalt",
    "empfehlen",
]


@pytest.mark.parametrize("page", SYSTEMS)
def test_no_chrome_becomes_text(page: Callable[[], str]) -> None:
    text = read(page()).text()
    assert [word for word in CHROME if word in text and page is not pages.old_tables] == []


@pytest.mark.parametrize("page", SYSTEMS)
def test_all_content_is_kept_with_its_kinds(page: Callable[[], str]) -> None:
    document = read(page())
    assert document.title == "Hundesteuer"
    fees = section(document, "Was kostet es?")
    assert fees.kind is SectionKind.FEES
    assert fees.anchor == "gebuehren"
    assert fees.text.splitlines() == [
        "Hund: erster Hund; Steuer im Jahr: 84,00 Euro",
        "Hund: jeder weitere; Steuer im Jahr: 120,00 Euro",
    ]
    assert section(document, "Das brauchen Sie").kind is SectionKind.DOCUMENTS
    assert section(document, "Frist").kind is SectionKind.DEADLINE
    contact = section(document, "Zuständig")
    assert contact.kind is SectionKind.CONTACT
    assert "Telefon: 069 90009-330" in contact.text
    assert "E-Mail schreiben: steueramt@kleinstadt.example" in contact.text


@pytest.mark.parametrize("page", [page for page in SYSTEMS if page is not pages.old_tables])
def test_breadcrumbs_are_data_and_no_text(page: Callable[[], str]) -> None:
    assert read(page()).breadcrumbs == ("Rathaus", "Hundesteuer")


def test_an_aside_with_a_telephone_number_is_kept_and_one_with_teasers_is_not() -> None:
    document = body(
        "<h1>Fundbüro</h1><p>Hier geben Sie Gefundenes ab und holen Verlorenes ab.</p>"
        "<aside><h2>Kontakt</h2><p>Telefon 069 90009-410</p></aside>"
        "<aside><h2>Aktuelles</h2><p><a href='/n'>Der Weihnachtsmarkt beginnt</a></p></aside>"
    )
    assert "069 90009-410" in document.text()
    assert "Weihnachtsmarkt" not in document.text()


def test_related_pages_go_but_a_section_of_the_same_name_with_text_stays() -> None:
    teasers = body(
        "<h1>A</h1><p>Text.</p><h2>Das könnte Sie auch interessieren</h2><ul><li><a href='/b'>B-Seite</a></li></ul>"
    )
    assert "B-Seite" not in teasers.text()
    written = body(
        "<h1>A</h1><p>Text.</p><h2>Weitere Themen</h2><p>Über den Stadtwald berichten wir hier ausführlich.</p>"
    )
    assert "Stadtwald" in written.text()


def test_a_list_of_jumps_within_the_page_is_left_out() -> None:
    document = body(
        "<h1>A</h1><ul><li><a href='#eins'>Sprung eins</a></li><li><a href='#zwei'>Sprung zwei</a></li></ul>"
        "<h2 id='eins'>Eins</h2><p>Text eins.</p><h2 id='zwei'>Zwei</h2><p>Text zwei.</p>"
    )
    assert "Sprung" not in document.text()


def test_a_page_that_is_wrapped_in_a_form_is_read() -> None:
    html = f"<html><body><form id='aspnetForm'><div id='inhalt'>{pages.CONTENT}</div></form></body></html>"
    assert "84,00 Euro" in read(html).text()


def test_a_navigation_class_on_the_body_does_not_remove_the_page() -> None:
    html = f"<html><body class='navigation-open'><div class='has-sidebar'>{pages.CONTENT}</div></body></html>"
    assert "84,00 Euro" in read(html).text()


def test_a_page_with_nothing_but_its_cookie_banner_is_no_document() -> None:
    banner = "<p>Diese Website verwendet Cookies. Ihre Einwilligung können Sie jederzeit widerrufen.</p>"
    with pytest.raises(Unreadable, match="Cookie-Abfrage"):
        read(f"<html><head><title>Hundesteuer</title></head><body><div id='app'>{banner}</div></body></html>")
    with pytest.raises(Unreadable):
        read(
            f"<html><head><title>Hundesteuer</title></head><body><div class='cookie-box'>{banner}</div></body></html>"
        )
    written = (
        f"<html><head><title>Cookies</title></head><body><main><h1>Cookies</h1>{banner}</main></body></html>"
    )
    assert "Einwilligung" in read(written).text()


def test_markup_behind_plaintext_is_not_text() -> None:
    document = body("<h1>A</h1><plaintext><p>Der Antrag ist <b>kostenlos</b>.</p>")
    assert document.sections[0].text == "Der Antrag ist kostenlos."


@pytest.mark.parametrize(
    "start", [b"PK\x03\x04", b"\x1f\x8b\x08", b"%PDF-1.7", b"\x89PNG", b"\xff\xd8\xff\xe0"]
)
def test_another_format_served_as_a_page_is_refused(start: bytes) -> None:
    with pytest.raises(Unreadable, match="keine HTML-Seite"):
        read(start + pages.CONTENT.encode())
