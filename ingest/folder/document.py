"""Turns one file of a folder into a document."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath
from urllib.parse import quote

from corpus.records import Document, Section
from corpus.sources import FolderSource
from ingest.errors import Unreadable
from ingest.folder import files
from ingest.folder.front_matter import FrontMatter, parse_head, split_head
from ingest.folder.markdown import markdown_to_html
from ingest.folder.plain_text import text_to_html
from ingest.folder.word import word_title, word_to_html
from ingest.pdf import read_pdf_with_hints
from ingest.reader.characters import one_line
from ingest.reader.charset import decode
from ingest.reader.page import read_page
from ingest.safety.suspicion import Suspicion

#: No web address resolves below it (RFC 2606), so relative links of a file without a page lead nowhere.
_NOWHERE = "https://ordner.invalid/"
_TITLES = re.compile(r'<h1 class="title">.*?</h1>', re.DOTALL)
_HEADING = re.compile(r"<(/?)h([1-5])\b")
_HTML_HEAD = re.compile(r"<\?xml|<!doctype|<html|<body|<(?:p|h[1-6]|div|table|ul)\b", re.IGNORECASE)
_NOISE_TITLE = re.compile(
    r"^(?:microsoft|untitled|unbenannt|dokument\d*|document\d*)\b|\.\w{3,4}$", re.IGNORECASE
)


@dataclass(frozen=True)
class Content:
    """A file's bytes and those of its sidecar (b"" if it has none)."""

    name: str
    data: bytes
    sidecar: bytes
    modified: datetime


@dataclass(frozen=True)
class ReadFile:
    """The document of a file, what the file says of itself, what couldn't be read or speaks to machines."""

    document: Document
    front: FrontMatter
    hints: tuple[str, ...] = ()
    suspicious: tuple[Suspicion, ...] = ()


def document_id(source: str, name: str) -> str:
    """Give the id of the document made from the file `name`: "wissen:/pass/eilfall.md"."""
    return f"{source}:/{unicodedata.normalize('NFC', name)}"


def file_address(source: FolderSource, name: str) -> str:
    """Give the address of a file: its page on the web if the source has one, else one that opens nothing.

    `folder:wissen/pass/eilfall.md` names the file to staff and to the report; it is no web address, so that
    whatever shows a document's address shows its title without a link.
    """
    path = quote(unicodedata.normalize("NFC", name))
    if source.page:
        return source.page.replace("{path}", path)
    return f"folder:{quote(source.name)}/{path}"


def read_file(content: Content, source: FolderSource, city: str) -> ReadFile:
    """Read a file into a document; raises `Unreadable` with one sentence that says what to do."""
    suffix = PurePosixPath(content.name).suffix.lower()
    in_file = ""
    hints: tuple[str, ...] = ()
    suspicious: tuple[Suspicion, ...] = ()
    if suffix in files.PDF:
        pdf = read_pdf_with_hints(content.data, _base(source, content.name), city=city, source=source.name)
        read, hints, suspicious = pdf.document, pdf.hints, pdf.suspicious
    elif suffix in files.WORD:
        read = _read_html(_word_page(content.data, content.name), content.name, source, city)
    else:
        in_file, body = split_head(_text(content.data))
        read = _read_html(_page(body, suffix, content.name), content.name, source, city)
    front = parse_head(_text(content.sidecar), in_file)
    return ReadFile(_described(read, front, content, source), front, hints, suspicious)


def _read_html(page: str, name: str, source: FolderSource, city: str) -> Document:
    document = read_page(
        page.encode(),
        _base(source, name),
        city=city,
        source=source.name,
        content_type="text/html; charset=utf-8",
    )
    language = source.language if document.language == "de" else document.language
    return document.model_copy(update={"language": language})


def _base(source: FolderSource, name: str) -> str:
    return file_address(source, name) if source.page else _NOWHERE + quote(name)


def _text(data: bytes) -> str:
    text = decode(data)
    if "\0" in text:
        raise Unreadable("Die Datei enthält keinen Text. Bitte speichern Sie sie als Text in UTF-8.")
    return text


def _page(body: str, suffix: str, name: str) -> str:
    if not body.strip():
        raise Unreadable("Die Datei ist leer. Bitte füllen oder löschen Sie sie.")
    if suffix in files.HTML:
        if not _HTML_HEAD.search(body):
            raise Unreadable("Die Datei ist keine HTML-Seite. Bitte speichern Sie sie neu.")
        return body
    made = markdown_to_html(body) if suffix in files.MARKDOWN else text_to_html(body)
    return _wrapped(made, name_title(name))


def _word_page(data: bytes, name: str) -> str:
    made = word_to_html(data)
    declared = one_line(word_title(data))
    usable = declared and not _NOISE_TITLE.search(declared)
    return _wrapped(made, declared if usable else name_title(name))


def _wrapped(made: str, title: str) -> str:
    """Make a page of a fragment; several headings of the first level are chapters, and none is the title.

    What stands in Word's style "Titel" is.
    """
    own, rest = _take_title(made)
    if own or len(re.findall(r"<h1\b", rest)) > 1:
        rest = _HEADING.sub(lambda found: f"<{found[1]}h{int(found[2]) + 1}", rest)
    shown = title.replace("&", "&amp;").replace("<", "&lt;")
    return (
        f"<!doctype html><html><head><title>{shown}</title></head>"
        f"<body><main>{own}{rest}</main></body></html>"
    )


def _take_title(made: str) -> tuple[str, str]:
    found = _TITLES.findall(made)
    return (found[0], made.replace(found[0], "", 1)) if len(found) == 1 else ("", made)


def name_title(name: str) -> str:
    """Make a title of a file's name: "01_Eilfall-Reisepass.docx" is "Eilfall Reisepass"."""
    return _spoken(PurePosixPath(unicodedata.normalize("NFC", name)).stem)


def _spoken(part: str) -> str:
    text = one_line(re.sub(r"[_\-–—|·»«]+", " ", re.sub(r"^\d{1,3}[_\-. ]+(?=\D)", "", part)))
    return text[:1].upper() + text[1:] if text else part


def _described(document: Document, front: FrontMatter, content: Content, source: FolderSource) -> Document:
    folders = PurePosixPath(unicodedata.normalize("NFC", content.name)).parts[:-1]
    title = front.title or document.title
    return document.model_copy(
        update={
            "id": document_id(source.name, content.name),
            "title": title,
            "url": front.url or file_address(source, content.name),
            "kind": front.kind or document.kind,
            "audience": front.audience or source.audience,
            "language": front.language or document.language,
            "breadcrumbs": document.breadcrumbs or tuple(_spoken(folder) for folder in folders),
            "sections": _with_first_heading(document, title, content.name),
            "keywords": tuple(dict.fromkeys([*front.keywords, *document.keywords])),
            "leika": front.leika,
            "office_ids": front.office or tuple(one for one in document.office_ids if _leads(one)),
            "forms": tuple(link for link in document.forms if _leads(link.url)),
            "online": tuple(link for link in document.online if _leads(link.url)),
            "facts": tuple(fact for fact in document.facts if fact.url is None or _leads(fact.url)),
            "valid_from": front.valid_from,
            "valid_until": front.valid_until,
            "modified": document.modified or content.modified.astimezone(UTC),
        }
    )


def _with_first_heading(document: Document, title: str, name: str) -> tuple[Section, ...]:
    """Keep a file's own heading where the front matter gives another title, and no title twice."""
    first, *rest = document.sections
    own = "" if document.title == name_title(name) else document.title
    heading = first.heading or own
    if heading.casefold() == title.casefold():
        heading = ""
    return (first.model_copy(update={"heading": heading}), *rest)


def _leads(url: str) -> bool:
    return not url.startswith(_NOWHERE)
