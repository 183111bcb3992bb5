"""What a PDF says beside its text: links, fields, outline, properties; and what of it can't be read."""

import io
import random
from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpus.records import Document, FactKind
from ingest.errors import Unreadable
from ingest.pdf import ReadPdf, read_pdf_with_hints

URL = "https://www.kleinstadt.example/dateien/merkblatt.pdf"
LINES = (
    "Wer einen Baum fällen will, braucht dafür in der Regel eine Erlaubnis der Stadt.",
    "Den Antrag stellen Sie beim Umweltamt, am besten mit einer Skizze des Grundstücks.",
    "Die Erlaubnis kostet 35,00 Euro. Für abgestorbene Bäume wird keine Gebühr erhoben.",
)
Draw = Callable[[Canvas], None]


def make(*pages: Draw, before: Draw | None = None, size: tuple[float, float] = A4) -> bytes:
    """Make a PDF; each of `pages` draws one."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    if before is not None:
        before(canvas)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def text(canvas: Canvas, *lines: str, top: float = 760, size: float = 11) -> None:
    """Draw lines below each other."""
    canvas.setFont("Helvetica", size)
    for number, line in enumerate(lines):
        canvas.drawString(60, top - number * 1.3 * size, line)


def plain(canvas: Canvas) -> None:
    """A page of text."""
    text(canvas, *LINES)


def scanned(canvas: Canvas) -> None:
    """A page that is a picture."""
    from PIL import Image

    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, A4[0], A4[1])


def read(data: bytes) -> ReadPdf:
    return read_pdf_with_hints(data, URL, city="kleinstadt", source="website")


def document(data: bytes) -> Document:
    return read(data).document


def test_a_scanned_document_is_unreadable_and_says_what_to_do() -> None:
    with pytest.raises(Unreadable, match=r"eingescannt\. Bitte mit Texterkennung neu speichern\."):
        read(make(scanned, scanned))


def test_scanned_pages_among_others_are_named() -> None:
    found = read(make(plain, scanned, plain))
    (hint,) = found.hints
    assert hint.startswith("Seite 2 ist vermutlich eingescannt (von 3 Seiten) und nicht gelesen.")
    assert "mit Texterkennung neu" in hint
    assert {section.page for section in found.document.sections} == {1}
    assert read(make(plain)).hints == ()


def test_a_link_to_an_application_is_an_online_service() -> None:
    def page(canvas: Canvas) -> None:
        text(canvas, *LINES, "Antrag online stellen")
        canvas.linkURL("https://ol.kleinstadt.example/serviceportal/baum", (55, 712, 200, 728))

    (link,) = document(make(page)).online
    assert link.url == "https://ol.kleinstadt.example/serviceportal/baum"
    assert link.text == "Antrag online stellen"


def test_fields_tell_what_is_asked_for_where_the_text_does_not() -> None:
    def page(canvas: Canvas) -> None:
        text(canvas, *LINES, "Name")
        canvas.acroForm.textfield(name="Textfeld1", tooltip="Flurstück des Baums", x=60, y=600)
        canvas.acroForm.textfield(name="Textfeld2", tooltip="Name", x=60, y=560)

    sections = document(make(page)).sections
    assert (sections[-1].heading, sections[-1].text) == ("Angaben im Formular", "- Flurstück des Baums")


def test_bookmarks_are_headings() -> None:
    def page(canvas: Canvas) -> None:
        text(canvas, LINES[0], "Kosten und Gebühren", LINES[2])

    def with_bookmark(canvas: Canvas) -> None:
        canvas.bookmarkPage("k")
        canvas.addOutlineEntry("Kosten und Gebühren", "k")
        page(canvas)

    assert [section.heading for section in document(make(page)).sections] == [""]
    assert [section.heading for section in document(make(with_bookmark)).sections] == [
        "",
        "Kosten und Gebühren",
    ]


@pytest.mark.parametrize(
    ("declared", "title"),
    [
        ("Baum fällen: Merkblatt", "Baum fällen: Merkblatt"),
        ("Antrag auf Erlaubnis", "Antrag auf Erlaubnis"),
        ("Microsoft Word - Merkblatt_neu.docx", LINES[0]),
        ("Dokument1", LINES[0]),
    ],
)
def test_a_declared_title_counts_where_it_is_sensible(declared: str, title: str) -> None:
    def page(canvas: Canvas) -> None:
        text(canvas, *LINES, "Der Antrag auf Erlaubnis ist schriftlich zu stellen.")

    assert document(make(page, before=lambda canvas: canvas.setTitle(declared))).title == title


def test_a_turned_page_reads_from_its_top() -> None:
    def page(canvas: Canvas) -> None:
        # As writers make a page in landscape format: turned paper, and the text turned against it.
        canvas.setPageRotation(90)
        canvas.rotate(90)
        canvas.translate(0, -A4[0])  # reportlab swaps width and height of a turned page
        canvas.setFont("Helvetica", 11)
        for number, line in enumerate(LINES):
            canvas.drawString(60, A4[0] - 60 - 15 * number, line)

    assert document(make(page, size=landscape(A4))).sections[0].text.splitlines()[0].startswith(LINES[0])


def test_stamps_across_the_page_are_no_text() -> None:
    def page(canvas: Canvas) -> None:
        plain(canvas)
        canvas.saveState()
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.setFont("Helvetica", 60)
        canvas.drawString(0, 0, "ENTWURF")
        canvas.restoreState()

    assert "ENTWURF" not in document(make(page)).text()


def test_running_heads_feet_and_page_numbers_are_no_text() -> None:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            text(canvas, "Stadt Kleinstadt - Umweltamt", top=815, size=8)
            text(canvas, *LINES, f"Das ist der {number}. Teil.", top=700)
            text(canvas, f"Merkblatt Baumschutz, Seite {number} von 3", top=30, size=8)

        return draw

    said = document(make(page(1), page(2), page(3))).text()
    assert "Umweltamt" in said
    assert "Stadt Kleinstadt" not in said
    assert "Seite" not in said
    assert "3. Teil" in said


def test_a_word_parted_at_the_end_of_a_line_is_one() -> None:
    def page(canvas: Canvas) -> None:
        text(
            canvas,
            *LINES,
            "Die Erlaubnis der Stadt gilt für alle Bäume, Haupt- und Nebenstämme, im Stadt-",
            "gebiet.",
        )

    assert "im Stadtgebiet." in document(make(page)).text()
    assert "Haupt- und Nebenstämme" in document(make(page)).text()


def test_a_table_goes_on_with_its_heads_on_the_next_page() -> None:
    def page(*rows: tuple[str, str, str], head: bool) -> Draw:
        def draw(canvas: Canvas) -> None:
            shown = [("Baum", "Umfang", "Gebühr"), *rows] if head else list(rows)
            for number, row in enumerate(shown):
                canvas.setFont("Helvetica-Bold" if head and number == 0 else "Helvetica", 11)
                for cell, x in zip(row, (60, 200, 350), strict=True):
                    canvas.drawString(x, 760 - 20 * number, cell)

        return draw

    first = page(("Eiche", "ab 80 cm", "35,00 Euro"), ("Buche", "ab 90 cm", "30,00 Euro"), head=True)
    second = page(("Linde", "ab 60 cm", "25,00 Euro"), ("Ahorn", "ab 70 cm", "20,00 Euro"), head=False)
    found = document(make(first, second))
    assert "Baum: Linde; Umfang: ab 60 cm; Gebühr: 25,00 Euro" in found.text()
    fees = [(fact.value, fact.label) for fact in found.facts if fact.kind is FactKind.FEE]
    assert [value for value, _ in fees] == ["35,00 Euro", "30,00 Euro", "25,00 Euro", "20,00 Euro"]
    assert "Linde" in fees[2][1]


def test_a_contents_list_is_no_text() -> None:
    def page(canvas: Canvas) -> None:
        text(
            canvas,
            "§ 1 Erlaubnis ................................ 2",
            "§ 2 Gebühren ................ 3",
            *LINES,
        )

    assert "...." not in document(make(page)).text()
    assert "§ 2 Gebühren" not in document(make(page)).text()


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_file_is_read_or_refused_but_never_breaks_anything(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(make(plain, scanned, plain))
    for _ in range(chance.choice((1, 5, 40))):
        match chance.randrange(3):
            case 0:
                data[chance.randrange(len(data))] = chance.randrange(256)
            case 1:
                start = chance.randrange(len(data))
                del data[start : start + chance.randrange(1, 50)]
            case _:
                start = chance.randrange(len(data))
                data[start:start] = data[start : start + chance.randrange(1, 200)]
    try:
        said = [section.text for section in read(bytes(data)).document.sections]
    except Unreadable as error:
        said = [str(error)]
    assert said
    assert all(text.strip() for text in said)
