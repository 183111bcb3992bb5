"""Turns a DOCX file into HTML by mammoth, bounded: a file of a few kilobytes may unpack to gigabytes."""

import re
import zipfile
from io import BytesIO

from lxml import etree  # type: ignore[import-untyped]  # no stubs are pinned

from ingest.errors import Unreadable

_MOST_PARTS = 5000
_LARGEST_PART = 30_000_000
_LARGEST_ALL = 300_000_000
_DEEPEST = 200
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
_BROKEN = "Die Datei ist beschädigt oder keine DOCX-Datei. Bitte speichern Sie sie in Word neu als .docx."
_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Titel'] => h1.title:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Untertitel'] => p:fresh
p[style-name='Überschrift 1'] => h1:fresh
p[style-name='Überschrift 2'] => h2:fresh
p[style-name='Überschrift 3'] => h3:fresh
p[style-name='Überschrift 4'] => h4:fresh
"""


def word_to_html(data: bytes) -> str:
    """Turn a DOCX file into an HTML fragment: headings, paragraphs, lists, tables; pictures left out.

    Raises `Unreadable` with the reason: no DOCX, protected by a password, unpacks beyond its bounds.
    """
    import mammoth

    _check(data)
    try:
        result = mammoth.convert_to_html(
            BytesIO(data), style_map=_STYLES, convert_image=_no_image, include_embedded_style_map=False
        )
    except RecursionError:
        raise Unreadable(
            "Die Datei ist zu tief verschachtelt. Bitte vereinfachen Sie ihre Tabellen."
        ) from None
    except (
        KeyError,
        ValueError,
        AttributeError,
        IndexError,
        TypeError,
        OSError,
        zipfile.BadZipFile,
    ) as error:
        # Mammoth takes what it reads for well-formed, and fails in as many ways as a file can be broken.
        raise Unreadable(_BROKEN) from error
    return str(result.value)


def word_title(data: bytes) -> str:
    """Give the title in the file's properties, "" if there is none; `data` was read by `word_to_html`."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if "docProps/core.xml" not in archive.namelist():
            return ""
        text = archive.read("docProps/core.xml")
    match = re.search(rb"<dc:title[^>]*>([^<]{1,300})</dc:title>", text)
    if match is None:
        return ""
    root = etree.fromstring(b"<t>" + match[1] + b"</t>", parser=_parser())
    return root.text or ""


def _no_image(image: object) -> list[object]:
    return []


def _check(data: bytes) -> None:
    if data.startswith(_OLD_FORMAT):
        raise Unreadable(
            "Die Datei ist mit einem Kennwort geschützt oder im alten Word-Format. "
            "Bitte speichern Sie sie ohne Kennwort als .docx."
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_sizes(archive.infolist())
            names = [name for name in archive.namelist() if name.lower().endswith((".xml", ".rels"))]
            if "[Content_Types].xml" not in names:
                raise Unreadable(_BROKEN)
            for name in names:
                _check_xml(archive.read(name))
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise Unreadable(_BROKEN) from error


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    xml = [part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
    if (
        len(parts) > _MOST_PARTS
        or max(xml, default=0) > _LARGEST_PART
        or sum(part.file_size for part in parts) > _LARGEST_ALL
    ):
        raise Unreadable(
            "Die Datei ist ausgepackt zu groß. Bitte teilen Sie sie auf oder speichern Sie sie als PDF."
        )


def _check_xml(text: bytes) -> None:
    """Refuse declared entities and nesting so deep that a recursive reader fails on it."""
    if b"<!DOCTYPE" in text[:4096] or b"<!ENTITY" in text[:4096]:
        raise Unreadable(
            "Die Datei enthält eine DTD, wie sie in DOCX nicht vorkommt. Bitte speichern Sie sie neu."
        )
    depth = 0
    try:
        for event, element in etree.iterparse(
            BytesIO(text), events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False
        ):
            depth += 1 if event == "start" else -1
            if depth > _DEEPEST:
                raise Unreadable("Die Datei ist zu tief verschachtelt. Bitte vereinfachen Sie ihre Tabellen.")
            if event == "end":
                element.clear()
    except etree.XMLSyntaxError as error:
        raise Unreadable(_BROKEN) from error


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
