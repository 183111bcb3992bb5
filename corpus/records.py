"""The records that every room shares: documents, sections, facts, passages and curated answers."""

import hashlib
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class SectionKind(StrEnum):
    """What a section of a document is about."""

    DESCRIPTION = "description"
    FEES = "fees"
    DOCUMENTS = "documents"
    REQUIREMENTS = "requirements"
    PROCEDURE = "procedure"
    DURATION = "duration"
    DEADLINE = "deadline"
    LEGAL = "legal"
    FORMS = "forms"
    ONLINE = "online"
    HOURS = "hours"
    CONTACT = "contact"


class DocumentKind(StrEnum):
    """What a document describes."""

    SERVICE = "service"
    OFFICE = "office"
    PAGE = "page"
    NEWS = "news"
    EVENT = "event"
    FAQ = "faq"
    STATUTE = "statute"


class Audience(StrEnum):
    """Who may see a document; internal ones never reach a citizen."""

    PUBLIC = "public"
    INTERNAL = "internal"


class FactKind(StrEnum):
    """What kind of value a fact states."""

    FEE = "fee"
    DEADLINE = "deadline"
    DURATION = "duration"
    DOCUMENT = "document"
    HOURS = "hours"
    TELEPHONE = "telephone"
    EMAIL = "email"
    ADDRESS = "address"
    FORM = "form"
    ONLINE = "online"
    PAYMENT = "payment"
    ACCESSIBILITY = "accessibility"
    NOTICE = "notice"


class Record(BaseModel):
    """The base of all records: immutable, strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Fact(Record):
    """A value that a section states, with the words that it stands in.

    `value` is the text as printed ("37,00 Euro"); the parsed forms beside it (`amount` in the given
    `currency`, `osm` for opening hours in OpenStreetMap syntax, `e164` for telephone numbers, `url` for
    forms and online services) are there only where parsing was certain.

    A notice overrides an office's regular hours from `valid_from` to `valid_until` (inclusive); its `osm` is
    what holds instead ("off", "Mo 10:00-12:00"), None where that isn't certain ("please call").
    """

    kind: FactKind
    value: str
    words: str
    section: int = Field(ge=0, description="index into the document's sections")
    label: str = ""
    amount: Decimal | None = None
    currency: str = "EUR"
    reduced: bool = Field(default=False, description="a fee for those who get a reduction")
    period: str | None = Field(default=None, description="ISO 8601 duration of a deadline or a duration: P2W")
    osm: str | None = None
    e164: str | None = None
    url: str | None = None
    valid_from: date | None = Field(default=None, description="first day on which a notice holds")
    valid_until: date | None = Field(default=None, description="last day on which a notice holds")


class Section(Record):
    """A part of a document under one heading.

    `text` keeps a line per paragraph, list item ("- …", "1. …") or table row ("Spalte: Wert; …").

    A document that several sources were joined into holds sections of each. `source`, `source_url` and
    `modified` say where a section came from if it isn't the document's own: whoever cites it needs that
    page and that page's date.
    """

    kind: SectionKind
    heading: str
    text: str
    anchor: str | None = None
    page: int | None = Field(default=None, ge=1, description="page of a PDF")
    language: str = Field(default="", description="of the text, where it isn't the document's")
    source: str = Field(default="", description="name of the other source; empty: the document's own")
    source_url: str = Field(default="", description="the other source's page; empty: the document's own")
    modified: datetime | None = Field(default=None, description="counts only where `source_url` is given")


class Link(Record):
    """A link to a form or an online service, with its visible text."""

    text: str
    url: str


class Document(Record):
    """One page, service, office, notice or PDF of a city."""

    id: str
    city: str
    source: str = Field(description="name of the source in city.toml")
    title: str
    url: str
    language: str = "de"
    kind: DocumentKind = DocumentKind.PAGE
    audience: Audience = Audience.PUBLIC
    simple: bool = Field(default=False, description="written in simple German")
    breadcrumbs: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    facts: tuple[Fact, ...] = ()
    keywords: tuple[str, ...] = ()
    leika: tuple[str, ...] = Field(default=(), description="numbers in the national catalogue of services")
    office_ids: tuple[str, ...] = Field(
        default=(), description="ids or URLs of the offices in charge, nearest first"
    )
    forms: tuple[Link, ...] = ()
    online: tuple[Link, ...] = ()
    aliases: tuple[str, ...] = Field(default=(), description="other URLs that show the same document")
    joined: tuple[str, ...] = Field(
        default=(), description="ids of other sources' documents that are part of this one"
    )
    translations: tuple[Link, ...] = Field(
        default=(), description="the same page in other languages; `text` is the language's code"
    )
    valid_from: date | None = None
    valid_until: date | None = None
    modified: datetime | None = None

    def content_hash(self) -> str:
        """SHA-256 (hex) of everything that the document says, apart from when it was last modified."""
        body = self.model_dump_json(
            exclude={"modified": True, "aliases": True, "joined": True, "sections": {"__all__": {"modified"}}}
        )
        return hashlib.sha256(body.encode()).hexdigest()

    def section_url(self, number: int) -> str:
        """The address of a section: of the page that it stands on, with its anchor or its page of a PDF."""
        if not 0 <= number < len(self.sections):
            return self.url
        section = self.sections[number]
        url = section.source_url or self.url
        if section.page:
            return f"{url}#page={section.page}"
        return f"{url}#{section.anchor}" if section.anchor and "#" not in url else url

    def section_modified(self, number: int) -> datetime | None:
        """When the page that a section stands on was last modified, as far as its source says."""
        if 0 <= number < len(self.sections) and self.sections[number].source_url:
            return self.sections[number].modified
        return self.modified

    def section_language(self, number: int) -> str:
        """The language of a section's text: the document's, unless it stands in for a missing translation."""
        if 0 <= number < len(self.sections):
            return self.sections[number].language or self.language
        return self.language

    def text(self) -> str:
        """Title and sections as plain text, a heading a line."""
        parts = [self.title]
        for section in self.sections:
            parts.extend([section.heading, section.text])
        return "\n".join(part for part in parts if part)


class Stated(Record):
    """A value as one page of one source states it."""

    document_id: str
    title: str
    heading: str = ""
    url: str
    page: int | None = Field(default=None, ge=1, description="page of a PDF")
    modified: datetime | None = None
    source: str = Field(description="name of the source in city.toml")
    value: str
    words: str


class Contradiction(Record):
    """Different values for one thing: both are kept and shown, nobody chooses between them.

    `subject` is the title of the service or the office, `label` what or whom the values are for. It is
    internal as soon as one side is.
    """

    kind: FactKind
    subject: str
    label: str = ""
    sides: tuple[Stated, ...] = Field(min_length=2)
    audience: Audience = Audience.PUBLIC


class Passage(Record):
    """What the search index holds: a section or a piece of one.

    `id` is `<document id>#<section index>.<piece index>`.
    """

    id: str
    document_id: str
    section: int
    kind: SectionKind
    title: str
    heading: str
    text: str
    language: str = "de"
    keywords: tuple[str, ...] = ()


class CuratedAnswer(Record):
    """An editor's own answer to a question; goes before search while it is valid."""

    id: str
    city: str
    questions: tuple[str, ...] = Field(min_length=1)
    answer: str
    links: tuple[Link, ...] = ()
    audience: Audience = Audience.PUBLIC
    language: str = "de"
    valid_from: date | None = None
    valid_until: date | None = None
    review_on: date | None = None
