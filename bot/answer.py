"""What the assistant answers: blocks of sentences with citations, facts, contact, actions and a status."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from itertools import groupby
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from corpus.records import FactKind


class Style(StrEnum):
    """How the answer is written."""

    STANDARD = "standard"
    EINFACH = "einfach"


class Status(StrEnum):
    """How the run ended; an outcome is data, not an exception."""

    ANSWERED = "answered"
    PARTLY_ANSWERED = "partly_answered"
    CLARIFY = "clarify"
    NOT_FOUND = "not_found"
    DECLINED = "declined"
    SIGNPOSTED = "signposted"
    SMALL_TALK = "small_talk"


class Origin(StrEnum):
    """Who wrote a sentence: the city's page, a language model, an editor, or our own catalogue of texts."""

    SOURCE = "source"
    MODEL = "model"
    EDITOR = "editor"
    FRAME = "frame"


class Part(BaseModel):
    """A part of an answer; immutable."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Citation(Part):
    """A source that sentences and facts point to by `number` (from 1)."""

    number: int = Field(ge=1)
    document_id: str
    title: str
    heading: str = ""
    office: str = Field(default="", description="name of the office in charge")
    url: str = Field(description="with the section's anchor, where it has one")
    language: str = "de"
    page: int | None = Field(default=None, description="page of a PDF")
    modified: datetime | None = None


class Sentence(Part):
    """A sentence (or list item) and the numbers of the citations that carry it.

    `original` holds the source's own words beside a sentence that a model wrote.
    """

    text: str
    citations: tuple[int, ...] = ()
    origin: Origin = Origin.SOURCE
    language: str = "de"
    original: tuple[str, ...] = ()


class Block(Part):
    """Sentences that belong together: a paragraph, a list or numbered steps."""

    form: Literal["paragraph", "list", "steps"] = "paragraph"
    heading: str = ""
    sentences: tuple[Sentence, ...]


class FactLine(Part):
    """A fact copied from a record, verbatim, with its citation."""

    kind: FactKind
    label: str
    value: str
    url: str | None = None
    citation: int = Field(ge=1)


class Action(Part):
    """What one can do now: an online service, a form, an appointment, a page."""

    kind: Literal["online", "form", "appointment", "telephone", "page"]
    label: str
    url: str


class Contact(Part):
    """The way to a person: the office in charge, or the city's hotline."""

    name: str
    telephone: str | None = None
    email: str | None = None
    address: str | None = None
    hours: tuple[str, ...] = Field(default=(), description="as printed, a line each")
    open_now: bool | None = Field(default=None, description="None where the hours aren't known for certain")
    hint: str | None = Field(
        default=None, description="why it isn't known now whether it is open, in few words: „nur mit Termin“"
    )
    notice: str | None = Field(
        default=None,
        description="what the city says of these days, as printed: closed, moved, other hours; now or soon",
    )
    notice_citation: int | None = Field(default=None, description="the source of `notice`")
    url: str | None = None
    citation: int | None = None


class Choice(Part):
    """One possible meaning of an unclear question, as a question to ask instead."""

    label: str
    question: str
    document_id: str


class Answer(Part):
    """The whole answer."""

    id: str
    city: str
    status: Status
    language: str = "de"
    style: Style = Style.STANDARD
    blocks: tuple[Block, ...] = ()
    facts: tuple[FactLine, ...] = ()
    sources: tuple[Citation, ...] = ()
    contact: tuple[Contact, ...] = Field(
        min_length=1, description="nearest first; the hotline is always last"
    )
    actions: tuple[Action, ...] = ()
    choices: tuple[Choice, ...] = ()
    suggestions: tuple[str, ...] = ()
    notices: tuple[str, ...] = Field(default=(), description="what the citizen should know about this answer")
    footnote: str = Field(default="", description="what holds for every answer: no decision in a single case")
    context: str | None = Field(default=None, description="token for a follow-up question; signed, expires")
    generation: str | None = None

    def text(self) -> str:
        """The answer as plain text: facts, blocks, contact, in reading order."""
        lines = [line for label, facts in groupby(self.facts, _label) for line in _fact_lines(label, facts)]
        for block in self.blocks:
            if block.heading:
                lines.append(block.heading)
            lines.extend(sentence.text for sentence in block.sentences)
        lines.extend(choice.label for choice in self.choices)
        lines.extend(_contact_line(contact) for contact in self.contact)
        return "\n".join(lines)

    @property
    def generated(self) -> bool:
        """Whether a language model wrote any of its sentences."""
        return any(s.origin is Origin.MODEL for block in self.blocks for s in block.sentences)


def _label(fact: FactLine) -> str:
    return fact.label


def _fact_lines(label: str, facts: Iterable[FactLine]) -> list[str]:
    values = [fact.value for fact in facts]
    if len(values) == 1:
        return [f"{label}: {values[0]}" if label else values[0]]
    return [*([f"{label}:"] if label else []), *(f"- {value}" for value in values)]


def _contact_line(contact: Contact) -> str:
    parts = [contact.name, contact.address, contact.telephone, contact.email]
    line = ", ".join(part for part in parts if part)
    return f"{line}. {contact.notice}" if contact.notice else line
