"""Pages beyond all measure are read or refused with a sentence, never with a crash."""

import pytest

from ingest.errors import Unreadable
from ingest.reader.fragment import read_fragment
from tests.unit.ingest.reader.reading import body, read


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<div>" * 1_500 + "Text" + "</div>" * 1_500, "zu tief verschachtelt"),
        ("<div>" * 10_000 + "Text" + "</div>" * 10_000, "zu tief verschachtelt"),
        ("<p>" + "Wort " * 2_100_000, "größer als 10 MB"),
        ("<a href='/seite'>Seite</a> " * 200_000, r"50\.000 Elemente"),
        ("<p " + " ".join(f"a{number}=1" for number in range(1_000_000)) + ">Text</p>", "Attribute"),
        ("<p>" + "Wort " * 250_000, "500 Druckseiten"),
    ],
    ids=["1,500 levels", "10,000 levels", "10 MB", "200,000 links", "a million attributes", "a book"],
)
def test_what_is_beyond_the_bounds_is_refused_with_one_sentence(html: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=rf"^(?:Die|Ein) .*{reason}.*; bitte .*\.$"):
        body(f"<h1>Titel</h1>{html}")


def test_nine_hundred_levels_are_read() -> None:
    document = body("<h1>Titel</h1>" + "<div>" * 900 + "<p>ganz unten</p>" + "</div>" * 900)
    assert "ganz unten" in document.text()


def test_a_line_longer_than_any_paragraph_is_broken_between_words() -> None:
    document = body("<h1>Titel</h1><p>" + "Wort " * 3_000 + "</p><h2>Kontakt</h2><p>Telefon 069 90009-1</p>")
    lines = document.sections[0].text.splitlines()
    assert max(map(len, lines)) <= 2_000
    assert " ".join(lines).split() == ["Wort"] * 3_000
    assert "069 90009-1" in document.sections[1].text


def test_a_list_of_very_many_links_keeps_its_text() -> None:
    items = "".join(
        f"<li>Straße {number} <a href='/plan-{number}.pdf'>Plan</a></li>" for number in range(9_000)
    )
    document = body(f"<h1>Bebauungspläne</h1><ul>{items}</ul>")
    assert len(document.sections[0].text.splitlines()) == 9_000


def test_characters_that_stop_parsers_are_left_out() -> None:
    document = read(b"<html><body><main><h1>A</h1><p>Vor\x00her, <p>nach\x00her.</main></body></html>")
    assert document.sections[0].text == "Vorher,\nnachher."


def test_a_field_of_an_export_that_no_parser_takes_is_read_without_its_structure() -> None:
    html = "<div>" * 3_000 + "<p>Die Gebühr beträgt 12 Euro.</p>" + "</div>" * 3_000
    assert [one.section.text for one in read_fragment(html, "Gebühren")] == ["Die Gebühr beträgt 12 Euro."]
