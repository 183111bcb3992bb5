"""What the head of each content file may say; unknown keys are errors."""

import datetime
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _as_line(value: Any) -> Any:
    """Undo what YAML makes of an unquoted `Montag: 8:00–12:00 Uhr`: a mapping with one entry."""
    if isinstance(value, Mapping) and len(value) == 1:
        ((key, rest),) = value.items()
        return f"{key}: {rest}"
    return value


def _as_text(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_as_text)]
Line = Annotated[str, BeforeValidator(_as_line)]
Lines = Annotated[tuple[Line, ...], BeforeValidator(_as_list)]


class Part(BaseModel):
    """A piece of front matter."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Layout(StrEnum):
    """How the content management system shows the sections of a page."""

    ACCORDION = "accordion"
    PLAIN = "plain"
    TABS = "tabs"
    DEFINITION = "definition"


class Link(Part):
    """A link to a form or an online service."""

    text: str
    url: str


class Address(Part):
    """A postal address."""

    street: str
    postcode: Text
    city: str


class Encoding(Part):
    """The encoding in which a page is sent, and the one that it claims."""

    actual: str
    declared: str


class Front(Part):
    """What every content file may say."""

    title: str
    modified: datetime.date
    keywords: Lines = ()
    description: str | None = None
    layout: Layout = Layout.PLAIN
    teasers: Lines = Field(default=(), description="stems of services")


class ServiceFront(Front):
    """A service: what citizens come to the town hall for."""

    topic: str
    offices: Lines = Field(default=(), description="stems of offices, nearest first")
    department: str | None = None
    leika: tuple[Text, ...] = ()
    online: tuple[Link, ...] = ()
    forms: tuple[Link, ...] = ()


class OfficeFront(Front):
    """An office with its address and opening hours (as printed)."""

    address: Address | None = None
    building: str | None = None
    telephone: str | None = None
    fax: str | None = None
    email: str | None = None
    person: str | None = None
    hours: Lines = ()
    hours_note: str | None = None
    accessibility: Lines = ()
    directions: str | None = None
    department: str | None = None
    online: tuple[Link, ...] = ()
    forms: tuple[Link, ...] = ()


class DepartmentFront(OfficeFront):
    """A department and the offices that belong to it."""

    offices: Lines = ()


class FaqFront(Front):
    """A page of frequent questions; each section is a question."""

    layout: Layout = Layout.ACCORDION
    topic: str | None = None


class NewsFront(Front):
    """A press release."""

    date: datetime.date


class EventFront(Front):
    """An event; `end` is missing where it is open."""

    start: datetime.datetime
    end: datetime.datetime | None = None
    place: str


class TranslatedFront(Front):
    """A page in English or in simple German, and what it says in other words."""

    translates: str | None = Field(default=None, description="folder and stem, such as services/reisepass")


class StatuteFront(Front):
    """A statute; becomes a PDF."""

    number: Text | None = None
    date: datetime.date | None = None


class PageFront(Front):
    """Any other page; `url` puts it elsewhere than under /stadt/."""

    url: str | None = None
    hidden: bool = Field(
        default=False, description="kept out of navigation, sitemap and, by robots.txt, of crawls"
    )
    encoding: Encoding | None = None
