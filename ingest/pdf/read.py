"""Reads a PDF into a document: headings by size or paragraph sign, text by page."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime

from corpus.records import Document, DocumentKind, Section
from ingest.addresses import canonical_url, document_id
from ingest.errors import Unreadable
from ingest.facts import find_facts
from ingest.reader.characters import one_line, visible
from ingest.reader.kinds import language, section_kind
from ingest.reader.vocabulary import vocabulary

_LARGEST = 50_000_000
_MOST_PAGES = 1000
_FULL_LINE = 60
_PARAGRAPH = re.compile(
    r"^(?:§+\s?\d+[a-z]?\b|Art(?:ikel|\.)\s\d+\b|(?:[IVX]{1,4}|\d{1,2})\.\s+[A-ZÄÖÜ][^.:;]{2,80}$)"
)
_PAGE_NUMBER = re.compile(r"^(?:(?:Seite|S\.)\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:von|/)\s*\d{1,4})?$")
_ITEM = re.compile(r"^(?:[-–•*]|\d{1,2}[.)]|[a-z]\)|\(\d+\))\s")
_HYPHEN = re.compile(r"(?<=[a-zäöüß])-$")


@dataclass(frozen=True)
class _Line:
    text: str
    size: float
    page: int
    bold: bool


@dataclass
class _Part:
    heading: str
    page: int
    lines: list[str] = field(default_factory=list)


def read_pdf(
    data: bytes, url: str, *, city: str, source: str, last_modified: datetime | None = None
) -> Document:
    """Read a PDF into a document; its sections carry the number of the page they start on.

    Headings are lines that are larger than the text, or begin with a paragraph sign. Raises `Unreadable`
    with the reason: no PDF, protected by a password, scanned (no text).
    """
    lines, title, modified, pages = _read(data)
    letters = sum(len(line.text) for line in lines)
    if letters < 20 * pages:
        raise Unreadable(
            "Das PDF enthält keinen Text, vermutlich ist es eingescannt. "
            "Bitte mit Texterkennung neu speichern."
        )
    lines = _without_running_heads(lines, pages)
    body = _body_size(lines)
    parts = _parts(lines, body)
    title = _title(lines, body, title) or url.rsplit("/", 1)[-1]
    words = vocabulary()
    sections = [
        Section(
            kind=section_kind(_shown(part.heading, title), part.lines, words),
            heading=_shown(part.heading, title),
            text="\n".join(part.lines),
            page=part.page,
        )
        for part in parts
        if part.lines
    ]
    statute = any(
        kind is DocumentKind.STATUTE and words_.search(title) for kind, words_ in words.document_titles
    )
    address = canonical_url(url)
    return Document(
        id=document_id(source, address),
        city=city,
        source=source,
        title=title,
        url=address,
        language=language("", [section.text for section in sections], words),
        kind=DocumentKind.STATUTE if statute else DocumentKind.PAGE,
        sections=tuple(sections),
        facts=find_facts(sections),
        modified=last_modified or modified,
    )


def _shown(heading: str, title: str) -> str:
    return "" if heading == title else heading


def _read(data: bytes) -> tuple[list[_Line], str, datetime | None, int]:
    import pypdfium2

    if len(data) > _LARGEST:
        raise Unreadable(f"Das PDF ist größer als {_LARGEST // 1_000_000} MB.")
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "mit einem Kennwort geschützt" if "assword" in str(error) else "beschädigt oder kein PDF"
        raise Unreadable(f"Die Datei ist {reason}.") from error
    with pdf:
        pages = min(len(pdf), _MOST_PAGES)
        if not pages:
            raise Unreadable("Das PDF hat keine Seiten.")
        lines: list[_Line] = []
        for number in range(pages):
            page = pdf[number]
            lines.extend(_page_lines(page, number + 1))
            page.close()
        info = pdf.get_metadata_dict()
        return (
            lines,
            one_line(info.get("Title", "")),
            _date(info.get("ModDate") or info.get("CreationDate", "")),
            pages,
        )


def _page_lines(page: object, number: int) -> list[_Line]:
    import pypdfium2.raw as raw

    text_page = page.get_textpage()  # type: ignore[attr-defined]  # pypdfium2 has no stubs
    text = text_page.get_text_range()
    lines: list[_Line] = []
    start = 0
    for raw_line in text.split("\n"):
        shown = one_line(_unhyphenated(raw_line))
        if shown:
            first = start + len(raw_line) - len(raw_line.lstrip())
            size = float(raw.FPDFText_GetFontSize(text_page, first))
            weight = int(raw.FPDFText_GetFontWeight(text_page, first))
            lines.append(_Line(shown, size, number, weight >= 600))
        start += len(raw_line) + 1
    text_page.close()
    return lines


def _unhyphenated(text: str) -> str:
    """Join words that were parted at a line's end, where PDFium leaves U+FFFE for the hyphen."""
    text = re.sub("\ufffe(?=(?:und|oder|bzw)\\b)", "- ", text)
    return re.sub("\ufffe(?=[a-zäöüß])", "", text).replace("\ufffe", "-")


def _without_running_heads(lines: list[_Line], pages: int) -> list[_Line]:
    """Leave out page numbers and lines that stand at the head or foot of most pages."""
    if pages > 2:
        seen = Counter(text for text, _ in {(_without_digits(line.text), line.page) for line in lines})
        lines = [
            line for line in lines if seen[_without_digits(line.text)] <= 0.6 * pages or len(line.text) > 120
        ]
    return [line for line in lines if not _PAGE_NUMBER.match(line.text)]


def _without_digits(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _body_size(lines: list[_Line]) -> float:
    weights: Counter[float] = Counter()
    for line in lines:
        weights[round(line.size, 1)] += len(line.text)
    return weights.most_common(1)[0][0] if weights else 0.0


def _is_heading(line: _Line, before: _Line | None, body: float) -> bool:
    if len(line.text) > 150 or line.text.endswith((",", ";")):
        return False
    if line.size >= 1.12 * body or (line.bold and len(line.text) <= 90 and not line.text.endswith(".")):
        return True
    # A line that fills the width goes on below, and "§ 5" there is a reference in its sentence.
    ended = (
        before is None
        or len(before.text) < _FULL_LINE
        or before.text.endswith((".", ":", ";", "!", "?", ")"))
        or before.size > 1.05 * body
    )
    is_reference = re.match(r"^\S+\s?\d+\w?\s+(?:Abs|Nr|Satz|S\.)", line.text)
    is_title = bool(_PARAGRAPH.match(line.text)) and len(line.text) <= 90 and not line.text.endswith(".")
    return is_title and ended and not is_reference


def _parts(lines: list[_Line], body: float) -> list[_Part]:
    parts = [_Part("", lines[0].page if lines else 1)]
    after_heading: _Line | None = None
    for before, line in zip([None, *lines], lines, strict=False):
        if _is_heading(line, before, body):
            joined = (
                after_heading is not None
                and not parts[-1].lines
                and abs(after_heading.size - line.size) < 0.2
            )
            if joined and after_heading is not None and after_heading.page == line.page:
                parts[-1].heading = f"{parts[-1].heading} {line.text}"
            else:
                parts.append(_Part(line.text, line.page))
            after_heading = line
            continue
        after_heading = None
        _append(parts[-1].lines, line.text)
    return parts


def _append(lines: list[str], text: str) -> None:
    """Join a line to the one before where that broke off in a sentence or a word."""
    if not lines or _ITEM.match(text) or lines[-1].endswith((".", ":", "!", "?", ";")) or len(lines[-1]) < 40:
        lines.append(text)
    elif _HYPHEN.search(lines[-1]) and text[0].islower() and not text.startswith(("und ", "oder ", "bzw")):
        lines[-1] = _HYPHEN.sub("", lines[-1]) + text
    else:
        lines[-1] = f"{lines[-1]} {text}"


def _title(lines: list[_Line], body: float, declared: str) -> str:
    """Give the largest text of the first page, else what the file declares (often a file name)."""
    first = [line for line in lines if line.page == lines[0].page] if lines else []
    largest = max((line.size for line in first), default=0.0)
    if largest >= 1.12 * body:
        texts = [line.text for line in first if abs(line.size - largest) < 0.2][:3]
        return visible(" ".join(texts))
    if declared and not re.search(r"\.\w{3,4}$|^microsoft|^untitled|^unbenannt", declared, re.IGNORECASE):
        return declared
    return first[0].text if first else declared


def _date(text: str) -> datetime | None:
    match = re.match(r"D:(\d{4})(\d{2})(\d{2})", text)
    if not match:
        return None
    try:
        return datetime(int(match[1]), int(match[2]), int(match[3]), tzinfo=UTC)
    except ValueError:
        return None
