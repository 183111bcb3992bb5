"""Each kind of file becomes a document with its headings, tables, lists and facts."""

import io
import zipfile
from collections.abc import Callable

import pytest

from corpus.records import Audience, FactKind, SectionKind
from tests.unit.ingest.folder.conftest import Folder

MARKDOWN = """# Reisepass im Eilfall

Wenn es eilt, hilft der Expresspass.

## Gebühren

| Wer | Gebühr |
| --- | --- |
| ab 24 Jahren | 102,00 Euro |
| unter 24 Jahren | 69,50 Euro |

## Begriffe

Express
: Lieferung in drei Werktagen

## Unterlagen

1. alter Pass
2. Foto
"""


def test_markdown_keeps_tables_lists_and_definitions(folder: Folder) -> None:
    document = folder.document("pass/eilfall.md", MARKDOWN)
    by_heading = {section.heading: section for section in document.sections}
    assert document.title == "Reisepass im Eilfall"
    assert by_heading["Gebühren"].text == (
        "Wer: ab 24 Jahren; Gebühr: 102,00 Euro\nWer: unter 24 Jahren; Gebühr: 69,50 Euro"
    )
    assert by_heading["Gebühren"].kind is SectionKind.FEES
    assert by_heading["Begriffe"].text == "Express: Lieferung in drei Werktagen"
    assert by_heading["Unterlagen"].text == "1. alter Pass\n2. Foto"
    assert [fact.value for fact in document.facts if fact.kind is FactKind.FEE] == [
        "102,00 Euro",
        "69,50 Euro",
    ]


def test_a_file_is_internal_unless_it_says_otherwise(folder: Folder) -> None:
    assert folder.document("eins.md", "# Eins\n\nEin Satz.").audience is Audience.INTERNAL
    public = folder.document("zwei.md", "---\naudience: public\n---\n# Zwei\n\nEin Satz.")
    assert public.audience is Audience.PUBLIC


def test_a_folder_names_the_place_of_a_file(folder: Folder) -> None:
    document = folder.document("02_Ausweise-und-Pässe/Kinder/kinderpass.md", "Text ohne Überschrift.")
    assert document.breadcrumbs == ("Ausweise und Pässe", "Kinder")
    assert document.title == "Kinderpass"


def test_no_address_leads_to_a_file(folder: Folder) -> None:
    document = folder.document("a b.md", "# Hinweis\n\n[Vordruck Antrag](antrag.pdf) und ein Satz.")
    assert document.url == "folder:wissen/a%20b.md"
    assert (document.forms, document.online) == ((), ())
    assert not [fact for fact in document.facts if fact.url]


def test_a_source_with_pages_gives_addresses(folder: Folder) -> None:
    document = folder.document("pass/foto.md", "# Foto\n\nEin Satz.", page="https://intranet.example/{path}")
    assert document.url == "https://intranet.example/pass/foto.md"


def test_html_is_read_as_a_page(folder: Folder) -> None:
    page = (
        "<!doctype html><html lang=de><head><title>Hund anmelden - Intranet</title></head><body>"
        "<nav><a href=/>Start</a><a href=/a>Abmelden vom Intranet</a></nav><main><h1>Hund anmelden</h1>"
        "<h2>Frist</h2><p>Die Anmeldung muss innerhalb von zwei Wochen erfolgen.</p></main></body></html>"
    )
    document = folder.document("hund.html", page)
    assert document.title == "Hund anmelden"
    assert [(one.heading, one.kind) for one in document.sections] == [("Frist", SectionKind.DEADLINE)]
    assert "Intranet" not in document.text()


def test_word_keeps_headings_tables_and_lists(folder: Folder, make_word: Callable[..., bytes]) -> None:
    data = make_word(
        ("Title", "Meldebescheinigung am Telefon"),
        ("Normal", "So antworten Sie auf Fragen zur Meldebescheinigung."),
        ("Heading 1", "Gebühren"),
        [["Art", "Gebühr"], ["einfach", "9,00 Euro"], ["erweitert", "12,00 Euro"]],
        ("Heading 1", "Unterlagen"),
        ("List Bullet", "Ausweis"),
        ("List Bullet", "Vollmacht"),
    )
    document = folder.document("melde.docx", data)
    by_heading = {section.heading: section.text for section in document.sections}
    assert "Art: einfach; Gebühr: 9,00 Euro\nArt: erweitert; Gebühr: 12,00 Euro" in by_heading["Gebühren"]
    assert by_heading["Unterlagen"] == "- Ausweis\n- Vollmacht"


def test_chapters_of_a_word_file_are_no_title(folder: Folder, make_word: Callable[..., bytes]) -> None:
    chapters = (
        ("Heading 1", "Fristen"),
        ("Normal", "Eine Woche."),
        ("Heading 1", "Kosten"),
        ("Normal", "Keine."),
    )
    assert folder.document("fund-sachen.docx", make_word(*chapters)).title == "Fund sachen"
    assert folder.document("b.docx", make_word(*chapters, title="Fundsachen & Co")).title == "Fundsachen & Co"


def test_words_own_title_stands_above_its_chapters(folder: Folder, make_word: Callable[..., bytes]) -> None:
    data = make_word(
        ("Title", "Fundsachen am Telefon"),
        ("Normal", "Ein Satz."),
        ("Heading 1", "Fristen"),
        ("Normal", "Eine Woche."),
        ("Heading 1", "Kosten"),
        ("Normal", "Keine."),
    )
    document = folder.document("a.docx", data)
    assert document.title == "Fundsachen am Telefon"
    assert [section.heading for section in document.sections] == ["", "Fristen", "Kosten"]


def test_a_word_file_that_unpacks_beyond_its_bounds_is_refused(
    folder: Folder, make_word: Callable[..., bytes]
) -> None:
    out = io.BytesIO(make_word(("Normal", "Harmlos.")))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/bomb.xml", b" " * 40_000_000)
    folder.write("bombe.docx", out.getvalue())
    assert len(out.getvalue()) < 100_000
    assert "ausgepackt zu groß" in folder.read().failed["bombe.docx"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("alt.docx", b"\xd0\xcf\x11\xe0 altes Format", "ohne Kennwort als .docx"),
        ("kaputt.docx", b"PK\x03\x04 Unsinn", "beschädigt"),
        ("leer.md", "---\ntitle: Leer\n---\n", "leer"),
        ("binaer.txt", b"\x00\x01\x02\x00", "keinen Text"),
        ("kaputt.pdf", b"%PDF-1.4 Unsinn", "beschädigt"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(
    folder: Folder, name: str, content: str | bytes, reason: str
) -> None:
    folder.write("gut.md", "# Gut\n\nEin Satz.")
    folder.write(name, content)
    reading = folder.read()
    assert reason in reading.failed[name]
    assert [document.title for document in reading.documents] == ["Gut"]


def test_a_word_file_with_entities_is_refused(folder: Folder, make_word: Callable[..., bytes]) -> None:
    source = zipfile.ZipFile(io.BytesIO(make_word(("Normal", "Harmlos."))))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in source.namelist():
            text = source.read(name)
            if name == "word/document.xml":
                text = text.replace(b"?>", b'?><!DOCTYPE w [<!ENTITY a "aaaa">]>', 1)
            archive.writestr(name, text)
    folder.write("dtd.docx", out.getvalue())
    assert "DTD" in folder.read().failed["dtd.docx"]


TEXT = """HINWEISE FÜR DIE HOTLINE

Wer ein Fundstück abgeben will, kommt zu den Öffnungszeiten in das Bürgerbüro
und bringt es mit. Große Gegenstände holt der Bauhof nach einem Anruf ab, was
meist noch am selben Tag möglich ist.

Gebühren
--------
bis 50 Euro Wert        gebührenfrei
über 50 Euro Wert       10,00 Euro

Ablauf:
- Fundort notieren
- Fundtag notieren

Stand der Dinge bleibt, wie er ist, sagte der Bürgermeister
"""


def test_plain_text_gets_headings_only_where_the_layout_leaves_no_doubt(folder: Folder) -> None:
    document = folder.document("fund.txt", TEXT)
    assert document.title == "HINWEISE FÜR DIE HOTLINE"
    assert [section.heading for section in document.sections] == ["", "Gebühren", "Ablauf"]
    assert document.sections[0].text.startswith(
        "Wer ein Fundstück abgeben will, kommt zu den Öffnungszeiten in das Bürgerbüro und bringt es mit."
    )
    assert document.sections[1].text.splitlines()[1] == "über 50 Euro Wert: 10,00 Euro"
    assert document.sections[2].text.splitlines()[:2] == ["- Fundort notieren", "- Fundtag notieren"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_is_read_in_the_encodings_that_offices_use(folder: Folder, encoding: str) -> None:
    text = "Gebühr für Straßenfeste\n\nDie Gebühr beträgt 25 € – für Vereine nichts."
    document = folder.document("fest.txt", text.encode(encoding))
    assert document.title == "Gebühr für Straßenfeste"
    assert "25 € – für Vereine" in document.sections[0].text


def test_hidden_text_in_comments_is_not_read(folder: Folder) -> None:
    document = folder.document("a.md", "# A\n\nOffen. <!-- nur für mich --> Auch offen.")
    assert "nur für mich" not in document.text()
