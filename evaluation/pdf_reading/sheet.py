"""Makes PDFs by reportlab and notes what a reader should find in them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

RULED = (("GRID", (0, 0), (-1, -1), 0.5, colors.black),)
LINED = (("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.grey),)
BOOK = (
    ("LINEABOVE", (0, 0), (-1, 0), 1, colors.black),
    ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black),
    ("LINEBELOW", (0, -1), (-1, -1), 1, colors.black),
)
SHADED = (
    ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#17513f")),
    ("TEXTCOLOR", (0, 0), (-1, 0), colors.white),
)
BARE: tuple[tuple[object, ...], ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A PDF, the lines that it holds (a line per paragraph, list item or table row), which of them are
    rows, and its headings."""

    name: str
    data: bytes
    title: str
    lines: tuple[str, ...]
    rows: tuple[str, ...]
    headings: tuple[str, ...]


@dataclass
class SheetWriter:
    """Writes a sheet: every call puts something on the page and notes what should be read of it."""

    name: str
    title: str
    size: float = 10
    columns: int = 1
    head: str = ""
    foot: str = ""
    font: str = "Helvetica"
    justified: bool = False
    metadata: str = ""
    flow: list[Flowable] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)

    def _style(self, size: float = 0, *, bold: bool = False, **more: Any) -> ParagraphStyle:
        used = size or self.size
        bolds = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}
        return ParagraphStyle(
            "s",
            fontName=bolds[self.font] if bold else self.font,
            fontSize=used,
            leading=1.25 * used,
            spaceAfter=0.5 * used,
            alignment=4 if self.justified and not bold else 0,
            **more,
        )

    def banner(self, size: float = 18) -> None:
        """The title, as printed."""
        self.flow.append(Paragraph(self.title, self._style(size, bold=True)))
        if self.columns > 1:
            self.flow += [FrameBreak(), NextPageTemplate("later")]

    def heading(self, text: str, size: float = 0, *, bold: bool = True) -> None:
        """A heading; of the text's size by default."""
        self.flow += [
            Spacer(1, 0.4 * self.size),
            Paragraph(text, self._style(size, bold=bold, keepWithNext=1)),
        ]
        self.headings.append(text)

    def text(self, *paragraphs: str) -> None:
        """Paragraphs."""
        for text in paragraphs:
            self.flow.append(Paragraph(text, self._style()))
            self.lines.append(text)

    def items(self, *items: str, bullet: str = "•", read_as: str = "- ") -> None:
        """A list with hanging indentation."""
        style = self._style(leftIndent=14, bulletIndent=2)
        for item in items:
            self.flow.append(Paragraph(item, style, bulletText=bullet))
            self.lines.append(f"{read_as}{item}")

    def numbered(self, *items: str, form: str = "{}.") -> None:
        """A numbered list."""
        style = self._style(leftIndent=22, bulletIndent=2)
        for number, item in enumerate(items, start=1):
            mark = form.format(number)
            self.flow.append(Paragraph(item, style, bulletText=mark))
            self.lines.append(f"{mark} {item}")

    def table(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        look: Sequence[tuple[object, ...]] = RULED,
        *,
        bold: bool = True,
        padding: float = 4,
        right: Sequence[int] = (),
    ) -> None:
        """A table; a row of one cell spans all columns."""
        cells: list[list[Paragraph]] = []
        styles: list[tuple[object, ...]] = [*look, ("VALIGN", (0, 0), (-1, -1), "TOP")]
        styles += [
            ("TOPPADDING", (0, 0), (-1, -1), padding),
            ("BOTTOMPADDING", (0, 0), (-1, -1), padding),
        ]
        white = any(one[0] == "TEXTCOLOR" for one in look)
        head_style = self._style(bold=bold, **({"textColor": colors.white} if white else {}))
        head_style.spaceAfter = 0
        if heads:
            cells.append([Paragraph(text, head_style) for text in heads])
        for row in rows:
            if len(row) == 1:
                styles.append(("SPAN", (0, len(cells)), (-1, len(cells))))
            cells.append([Paragraph(text, self._cell(at in right)) for at, text in enumerate(row)])
            cells[-1] += [Paragraph("", self._cell(at_right=False))] * (len(widths) - len(row))
            line = _row_line(heads, row)
            self.lines.append(line)
            if len(row) > 1:
                self.rows.append(line)
        self.flow += [
            Table(
                cells,
                colWidths=[width * mm for width in widths],
                style=TableStyle(styles),
                repeatRows=1 if heads else 0,
                hAlign="LEFT",
            ),
            Spacer(1, 0.8 * self.size),
        ]

    def _cell(self, at_right: bool) -> ParagraphStyle:
        style = self._style()
        style.spaceAfter, style.alignment = 0, 2 if at_right else 0
        return style

    def add(self, *flowables: Flowable) -> None:
        """Something that nothing should be read of."""
        self.flow += flowables

    def finish(self) -> Sheet:
        """Write the PDF."""
        out = BytesIO()
        document = BaseDocTemplate(
            out, pagesize=A4, title=self.metadata or None, author="Stadt", invariant=1, lang="de-DE"
        )
        document.addPageTemplates(list(self._templates()))
        document.build(self.flow)
        return Sheet(
            self.name,
            out.getvalue(),
            self.title,
            tuple(self.lines),
            tuple(self.rows),
            tuple(self.headings),
        )

    def _templates(self) -> list[PageTemplate]:
        left, width, top, bottom = 22 * mm, A4[0] - 42 * mm, A4[1] - 27 * mm, 24 * mm
        plain = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
        gap = 7 * mm
        each = (width - gap * (self.columns - 1)) / self.columns

        def frames(height: float) -> list[Frame]:
            return [
                Frame(left + number * (each + gap), bottom, each, height, id=f"c{number}", **plain)
                for number in range(self.columns)
            ]

        later = PageTemplate(id="later", frames=frames(top - bottom), onPage=self._framing)
        if self.columns == 1:
            return [later]
        banner = Frame(left, top - 20 * mm, width, 20 * mm, id="banner", **plain)
        first = PageTemplate(
            id="first", frames=[banner, *frames(top - bottom - 24 * mm)], onPage=self._framing
        )
        return [first, later]

    def _framing(self, canvas: Any, document: Any) -> None:
        canvas.setFont(self.font, 8)
        if self.head:
            canvas.drawString(22 * mm, A4[1] - 15 * mm, self.head)
        if self.foot:
            canvas.drawRightString(A4[0] - 20 * mm, 12 * mm, self.foot.format(document.page))


def _row_line(heads: Sequence[str], row: Sequence[str]) -> str:
    filled = [(at, text) for at, text in enumerate(row) if text]
    if len(filled) == 1:
        return filled[0][1]
    if heads:
        return "; ".join(f"{heads[at]}: {text}" if heads[at] else text for at, text in filled)
    first, *rest = (text for _, text in filled)
    return f"{first.rstrip(':')}: {'; '.join(rest)}"
