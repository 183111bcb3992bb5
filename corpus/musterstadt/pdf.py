"""Writes the statutes and the forms as PDFs with real text, by reportlab.

The same content gives the same bytes, so that a crawl sees a change only where there is one.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO

from markdown_it.token import Token
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, HRFlowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from corpus.musterstadt.body import text_of
from corpus.musterstadt.content import Entry
from corpus.musterstadt.front_matter import Link, OfficeFront, ServiceFront, StatuteFront
from corpus.musterstadt.site_description import Site

_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=14.5, spaceAfter=5)
_ITEM = ParagraphStyle("item", parent=_BODY, leftIndent=14, firstLineIndent=-14)
_TITLE = ParagraphStyle(
    "title", parent=_BODY, fontName="Helvetica-Bold", fontSize=16, leading=21, spaceAfter=10
)
_HEADING = ParagraphStyle(
    "heading",
    parent=_BODY,
    fontName="Helvetica-Bold",
    fontSize=11.5,
    leading=15,
    spaceBefore=10,
    keepWithNext=1,
)
_SMALL = ParagraphStyle("small", parent=_BODY, fontSize=8.5, leading=11, textColor=HexColor("#444444"))
_GRID = TableStyle(
    [
        ("FONT", (0, 0), (-1, 0), "Helvetica-Bold", 10),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, HexColor("#888888")),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
    ]
)
_FIELDS = (
    "Name, Vorname",
    "Geburtsdatum",
    "Straße und Hausnummer",
    "Postleitzahl und Ort",
    "Telefon oder E-Mail",
)


def statute_pdf(entry: Entry, site: Site) -> bytes:
    """A statute as a PDF: title, date, paragraphs, page numbers."""
    front = entry.front
    flow: list[Flowable] = [_paragraph(front.title, _TITLE)]
    if isinstance(front, StatuteFront):
        if front.number:
            flow.append(_paragraph(f"Ortsrecht der Stadt {site.name}, Nr. {front.number}", _SMALL))
        if front.date:
            flow.append(_paragraph(f"in der Fassung vom {front.date:%d.%m.%Y}", _SMALL))
    for part in entry.parts:
        if part.heading:
            flow.append(_paragraph(part.heading, _HEADING))
        flow.extend(_flowables(part.tokens))
    return _write(flow, front.title, site)


def form_pdf(link: Link, owner: Entry, site: Site) -> bytes:
    """A form as a PDF: what it is for, lines to fill in, where to send it."""
    flow: list[Flowable] = [
        _paragraph(link.text, _TITLE),
        _paragraph(f"Formular der Stadt {site.name} zu: {owner.front.title}", _BODY),
        _paragraph("Bitte füllen Sie das Formular gut lesbar in Druckschrift aus.", _BODY),
        Spacer(1, 5 * mm),
    ]
    for field in _FIELDS:
        flow.extend(
            [
                _paragraph(field, _SMALL),
                Spacer(1, 7 * mm),
                HRFlowable(width="100%", thickness=0.5),
                Spacer(1, 2 * mm),
            ]
        )
    flow.append(_paragraph("Angaben zum Anliegen", _SMALL))
    flow.extend([Spacer(1, 34 * mm), HRFlowable(width="100%", thickness=0.5), Spacer(1, 12 * mm)])
    flow.append(HRFlowable(width="60%", thickness=0.5, hAlign="LEFT"))
    flow.append(_paragraph("Ort, Datum, Unterschrift", _SMALL))
    address = site.address
    flow.append(
        _paragraph(
            _send_to(owner, f"{site.authority}, {address.street}, {address.postcode} {address.city}"), _BODY
        )
    )
    return _write(flow, link.text, site)


def _send_to(owner: Entry, address: str) -> str:
    email = owner.front.email if isinstance(owner.front, OfficeFront) else None
    way = " oder geben Sie es bei der zuständigen Stelle ab" if isinstance(owner.front, ServiceFront) else ""
    return f"Senden Sie das Formular an: {address}{f' oder an {email}' if email else way}."


def _flowables(tokens: Sequence[Token]) -> Iterator[Flowable]:
    for group in _groups(tokens):
        if group[0].type == "table_open":
            yield _table(group)
            yield Spacer(1, 2 * mm)
            continue
        listed = group[0].type in {"bullet_list_open", "ordered_list_open"}
        style = _HEADING if group[0].type == "heading_open" else _ITEM if listed else _BODY
        for line in text_of(group).splitlines():
            yield _paragraph(line, style)


def _groups(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Top-level blocks: a paragraph, a list, a table."""
    group: list[Token] = []
    for token in tokens:
        group.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield group
            group = []


def _table(tokens: Sequence[Token]) -> Table:
    rows: list[list[Paragraph]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_paragraph(text_of([token]), _BODY))
    return Table(rows, hAlign="LEFT", style=_GRID, repeatRows=1)


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    clean = text.replace("\u202f", "\u00a0").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return Paragraph(clean, style)


def _write(flow: list[Flowable], title: str, site: Site) -> bytes:
    out = BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=25 * mm,
        rightMargin=22 * mm,
        topMargin=28 * mm,
        bottomMargin=24 * mm,
        title=title,
        author=f"Stadt {site.name}",
        lang="de-DE",
        invariant=1,
    )

    def frame(canvas: Canvas, page: SimpleDocTemplate) -> None:
        canvas.setFont("Helvetica", 8.5)
        canvas.drawString(25 * mm, A4[1] - 16 * mm, f"Stadt {site.name}")
        canvas.drawRightString(A4[0] - 22 * mm, 13 * mm, f"Seite {page.page}")

    document.build(flow, onFirstPage=frame, onLaterPages=frame)
    return out.getvalue()
