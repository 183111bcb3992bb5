"""Corpora as JSON lines: each line becomes a document, with the facts that its sections state."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, HttpUrl

from corpus.city import City, Hotline, State
from corpus.records import Document, DocumentKind, Link, Section, SectionKind
from corpus.sources import WebsiteSource
from evaluation.json_lines import read_lines
from ingest.facts import SectionLinks, find_facts
from ingest.reader.links import absolute, is_form, is_online
from ingest.reader.vocabulary import vocabulary

SOURCE = "corpus"


class LineKind(StrEnum):
    """The kinds of sections in a corpus file: ours, and the format's name for the office in charge."""

    DESCRIPTION = "description"
    REQUIREMENTS = "requirements"
    DOCUMENTS = "documents"
    FEES = "fees"
    FORMS = "forms"
    LEGAL = "legal"
    DURATION = "duration"
    RESPONSIBLE = "responsible"
    PROCEDURE = "procedure"
    DEADLINE = "deadline"
    ONLINE = "online"
    HOURS = "hours"
    CONTACT = "contact"

    def section_kind(self) -> SectionKind:
        """The kind under which the section is kept."""
        return SectionKind.CONTACT if self is LineKind.RESPONSIBLE else SectionKind(self.value)


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)


class CorpusSection(_Part):
    """A section of a corpus line."""

    kind: LineKind = LineKind.DESCRIPTION
    heading: str | None = None
    text: str


class CorpusLink(_Part):
    """A link of a corpus line."""

    name: str | None = None
    url: str


class CorpusLine(_Part):
    """A document as a corpus file has it; unknown fields are ignored."""

    id: str = Field(min_length=1)
    title: str
    url: str = ""
    language: str = "de"
    sections: tuple[CorpusSection, ...] = ()
    leika: tuple[str, ...] | None = None
    keywords: tuple[str, ...] | None = None
    fees: str | None = None
    links: tuple[CorpusLink, ...] | None = None
    locations: tuple[str, ...] | None = None
    modified: datetime | None = None


def any_city() -> City:
    """A city of which nothing is known but that it serves every language and has the hotline 115."""
    website = HttpUrl("https://stadt.example/")
    return City(
        id="messung",
        name="Stadt",
        state=State.HE,
        website=website,
        languages=("de", "en", "tr", "uk", "ru", "ar", "pl"),
        hotline=Hotline(name="Behördennummer", telephone="115"),
        sources=(WebsiteSource(type="website", name=SOURCE, start=(website,)),),
    )


def read_corpus(path: Path, city: str) -> list[Document]:
    """All documents of a file of JSON lines, as documents of `city`; raises `EvaluationError`."""
    return [document_of(line, city) for _, line in read_lines(path, CorpusLine)]


def document_of(line: CorpusLine, city: str) -> Document:
    """The document that a line describes; a service where it has a LeiKa number, keywords or locations."""
    sections = _sections(line)
    links = _links(line, sections)
    service = line.leika or line.keywords or line.locations
    return Document(
        id=line.id,
        city=city,
        source=SOURCE,
        title=line.title,
        url=line.url,
        language=line.language,
        kind=DocumentKind.SERVICE if service else DocumentKind.PAGE,
        sections=sections,
        facts=find_facts(sections, links),
        keywords=line.keywords or (),
        leika=line.leika or (),
        office_ids=line.locations or (),
        forms=tuple(link for _, link in links.forms),
        online=tuple(link for _, link in links.online),
        modified=line.modified,
    )


def _sections(line: CorpusLine) -> tuple[Section, ...]:
    sections = [
        Section(kind=section.kind.section_kind(), heading=section.heading or "", text=section.text.strip())
        for section in line.sections
        if section.text.strip()
    ]
    if line.fees and not any(section.kind is SectionKind.FEES for section in sections):
        sections.append(Section(kind=SectionKind.FEES, heading="Gebühren", text=line.fees.strip()))
    return tuple(sections)


def _links(line: CorpusLine, sections: tuple[Section, ...]) -> SectionLinks:
    forms: list[tuple[int, Link]] = []
    online: list[tuple[int, Link]] = []
    for link in _named(line.links or (), line.url):
        section = _listed_in(link, sections)
        if is_form(link, SectionKind.DESCRIPTION, vocabulary()):
            forms.append((section, link))
        elif is_online(link, SectionKind.DESCRIPTION, line.url, vocabulary()):
            online.append((section, link))
    return SectionLinks(forms, online) if sections else SectionLinks()


def _named(links: Iterable[CorpusLink], page: str) -> list[Link]:
    addressed = ((link, absolute(link.url, page)) for link in links)
    return [Link(text=link.name or address, url=address) for link, address in addressed if address]


def _listed_in(link: Link, sections: tuple[Section, ...]) -> int:
    """The section that names the link, or else the one of the forms, or else the first."""
    named = [index for index, section in enumerate(sections) if link.text in section.text]
    listing = [index for index, section in enumerate(sections) if section.kind is SectionKind.FORMS]
    return next(iter([*(index for index in named if index in listing), *named, *listing]), 0)
