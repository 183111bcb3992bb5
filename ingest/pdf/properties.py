"""What a PDF says of itself: title, language, date, keywords, outline, names of form fields."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from ingest.reader.characters import one_line

_MOST_BOOKMARKS = 2000
_MOST_FIELDS = 300
_MOST_FIELD_PAGES = 50


@dataclass(frozen=True)
class Properties:
    """A PDF's statements about itself; "" or empty where it makes none."""

    title: str
    language: str
    modified: datetime | None
    keywords: tuple[str, ...]
    outline: tuple[str, ...]
    fields: tuple[str, ...]


def read_properties(pdf: Any) -> Properties:
    """Read the properties of an opened PDF (pypdfium2's document)."""
    info = pdf.get_metadata_dict()
    keywords = (one_line(word) for word in re.split(r"[,;]", info.get("Keywords", ""))[:50])
    return Properties(
        title=one_line(info.get("Title", ""))[:300],
        language=_language(pdf),
        modified=_date(info.get("ModDate") or info.get("CreationDate", "")),
        keywords=tuple(dict.fromkeys(word for word in keywords if 1 < len(word) <= 60)),
        outline=tuple(_outline(pdf)),
        fields=tuple(dict.fromkeys(islice(_fields(pdf), _MOST_FIELDS))),
    )


def _language(pdf: Any) -> str:
    import pypdfium2.raw as raw

    length = raw.FPDFCatalog_GetLanguage(pdf, None, 0)
    if not 2 < length < 100:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFCatalog_GetLanguage(pdf, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    tag = buffer.raw.decode("utf-16-le", errors="replace").rstrip("\0").lower()
    match = re.match(r"[a-z]{2}(?=$|[-_])", tag)
    return match[0] if match else ""


def _outline(pdf: Any) -> Iterator[str]:
    import pypdfium2

    try:
        for bookmark in islice(pdf.get_toc(max_depth=6), _MOST_BOOKMARKS):
            if title := one_line(bookmark.get_title()):
                yield title
    except (pypdfium2.PdfiumError, UnicodeDecodeError):
        return


def _fields(pdf: Any) -> Iterator[str]:
    """Give what fields are called for people (their tooltips); names like "Textfeld3" say nothing."""
    import pypdfium2
    import pypdfium2.raw as raw

    if pdf.get_formtype() == raw.FORMTYPE_NONE:
        return
    try:
        pdf.init_forms()
    except pypdfium2.PdfiumError:
        return
    form = pdf.formenv
    if form is None:
        return
    for index in range(min(len(pdf), _MOST_FIELD_PAGES)):
        try:
            page = pdf[index]
        except pypdfium2.PdfiumError:
            continue
        for number in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_FIELDS)):
            annotation = raw.FPDFPage_GetAnnot(page, number)
            try:
                if raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_WIDGET and (
                    name := _alternate_name(form, annotation)
                ):
                    yield name
            finally:
                raw.FPDFPage_CloseAnnot(annotation)
        page.close()


def _alternate_name(form: Any, annotation: Any) -> str:
    import pypdfium2.raw as raw

    length = raw.FPDFAnnot_GetFormFieldAlternateName(form, annotation, None, 0)
    if not 4 < length < 600:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFAnnot_GetFormFieldAlternateName(
        form, annotation, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length
    )
    return one_line(buffer.raw.decode("utf-16-le", errors="replace").rstrip("\0"))


def _date(text: str) -> datetime | None:
    match = re.match(r"D:(\d{4})(\d{2})(\d{2})", text)
    if not match:
        return None
    try:
        return datetime(int(match[1]), int(match[2]), int(match[3]), tzinfo=UTC)
    except ValueError:
        return None
