"""PDFs: text by page, headings by size or paragraph sign; scanned ones are unreadable, not empty."""

import io
from collections.abc import Sequence

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.records import DocumentKind, FactKind, SectionKind
from ingest.errors import Unreadable
from ingest.pdf import read_pdf

URL = "https://www.kleinstadt.example/satzungen/hundesteuer.pdf"
Line = tuple[str, int]


def pdf(*pages: Sequence[Line], password: str | None = None) -> bytes:
    """Make a PDF; a line is its text and its size in points."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, encrypt=password)
    for lines in pages:
        height = 780
        for text, size in lines:
            canvas.setFont("Helvetica", size)
            canvas.drawString(60, height, text)
            height -= size + 8
        canvas.showPage()
    canvas.save()
    return file.getvalue()


STATUTE = pdf(
    [
        ("Hundesteuersatzung", 18),
        ("der Stadt Kleinstadt vom 4. Dezember 2025", 11),
        ("§ 1 Gegenstand", 11),
        ("Besteuert wird das Halten von Hunden, die älter als drei Monate sind, im Stadt-", 11),
        ("gebiet von Kleinstadt.", 11),
        ("1", 9),
    ],
    [
        ("§ 5 Steuersatz", 11),
        ("Die Steuer beträgt im Jahr für den ersten Hund 84,00 Euro nach", 11),
        ("§ 5 Abs. 1 Nr. 1, sonst 120,00 Euro.", 11),
        ("2", 9),
    ],
)


def test_a_statute_becomes_sections_with_page_numbers() -> None:
    document = read_pdf(STATUTE, URL, city="kleinstadt", source="website")
    assert (document.id, document.kind) == ("website:/satzungen/hundesteuer.pdf", DocumentKind.STATUTE)
    assert document.title == "Hundesteuersatzung"
    by_heading = {section.heading: section for section in document.sections}
    assert by_heading["§ 1 Gegenstand"].page == 1
    assert by_heading["§ 1 Gegenstand"].text.endswith("im Stadtgebiet von Kleinstadt.")
    assert by_heading["§ 5 Steuersatz"].page == 2
    assert by_heading["§ 5 Steuersatz"].kind is SectionKind.FEES


def test_a_reference_at_the_start_of_a_line_is_no_heading() -> None:
    document = read_pdf(STATUTE, URL, city="kleinstadt", source="website")
    assert [section.heading for section in document.sections] == ["", "§ 1 Gegenstand", "§ 5 Steuersatz"]
    assert "84,00 Euro nach § 5 Abs. 1 Nr. 1, sonst 120,00 Euro." in document.sections[-1].text


def test_fees_of_a_pdf_are_facts() -> None:
    document = read_pdf(STATUTE, URL, city="kleinstadt", source="website")
    assert [fact.value for fact in document.facts if fact.kind is FactKind.FEE] == [
        "84,00 Euro",
        "120,00 Euro",
    ]


def test_page_numbers_are_no_text() -> None:
    lines = read_pdf(STATUTE, URL, city="kleinstadt", source="website").text().splitlines()
    assert "1" not in lines
    assert "2" not in lines


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf([], []), "eingescannt"),
        (b"%PDF-1.7 Unsinn", "beschädigt"),
        (b"<html></html>", "kein PDF"),
        (pdf([("Geheim genug für einen Satz.", 11)], password="geheim"), "Kennwort"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_pdf(data, URL, city="kleinstadt", source="website")
