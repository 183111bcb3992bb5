"""What a transfer says, in our own shape: read from any version, kept in the register as JSON.

Texts are HTML as delivered, by language ("de", "en", "de-simple" for simple German). What no answer needs
(bank accounts, technical mailboxes, delivery addresses of FIT-Connect, persons) never gets this far.
"""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict


class Kind(StrEnum):
    """Kinds of objects, abbreviated as in the search service of the Portalverbund ("L100042.LB.101954")."""

    SERVICE = "LB"
    SPECIALISATION = "LS"
    OFFICE = "OE"
    ONLINE = "OD"
    FORM = "FO"
    AREA = "GB"
    RESPONSIBILITY = "ZU"


class Identifier(NamedTuple):
    """An id, unique only with its agency and within a kind; always text, leading zeros matter."""

    agency: str
    value: str


class Key(NamedTuple):
    """An object's key across kinds."""

    kind: Kind
    agency: str
    value: str

    @classmethod
    def of(cls, kind: Kind, identifier: Identifier) -> "Key":
        """Join a kind and an id."""
        return cls(kind, identifier.agency, identifier.value)


class Part(BaseModel):
    """A piece of the model."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Texts = dict[str, tuple[str, ...]]
"""HTML by language; several pieces where a supplier gives several."""


class WebLink(Part):
    """A link with its words, in the language that it is for ("" for all)."""

    url: str
    title: str = ""
    language: str = ""
    position: int = 0


class Period(Part):
    """When something is valid; an open end is None."""

    begin: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Tell whether `day` lies within, both ends included."""
        return (self.begin is None or self.begin <= day) and (self.end is None or day <= self.end)


Periods = tuple[Period, ...]


class Span(Part):
    """A deadline or duration: a span of time, or dates as printed; what it is for in `description`."""

    amount: str = ""
    unit: str = ""
    until_amount: str = ""
    until_unit: str = ""
    begin: str = ""
    end: str = ""
    description: Texts = {}
    periods: Periods = ()


class Cost(Part):
    """A fee: fixed, free of charge, or variable; amounts in `currency`."""

    fixed: Decimal | None = None
    lowest: Decimal | None = None
    highest: Decimal | None = None
    currency: str = "EUR"
    free: Texts = {}
    variable: Texts = {}
    description: Texts = {}
    in_advance: bool = False
    periods: Periods = ()


class Paper(Part):
    """A document that citizens hand in."""

    names: Texts
    description: Texts = {}
    forms: tuple[Identifier, ...] = ()


class Module(Part):
    """A text module. `code` is the code list's number or one of our words for modules with own elements."""

    code: str
    name: str = ""
    headings: Texts = {}
    texts: Texts = {}
    links: tuple[WebLink, ...] = ()
    position: int = 0
    periods: Periods = ()
    costs: tuple[Cost, ...] = ()
    spans: tuple[Span, ...] = ()
    papers: tuple[Paper, ...] = ()


class Service(Part):
    """A service, or (with `refines`) a state's or town's addition to one."""

    id: Identifier
    refines: Identifier | None = None
    names: Texts = {}
    leika: tuple[str, ...] = ()
    modules: tuple[Module, ...] = ()
    terms: Texts = {}
    topics: Texts = {}
    pages: tuple[WebLink, ...] = ()
    areas: tuple[str, ...] = ()
    periods: Periods = ()
    approved: date | None = None
    changed: datetime | None = None
    machine_translated: tuple[str, ...] = ()


class Address(Part):
    """Where people go or where letters go; `kind` is the supplier's word for it."""

    kind: str = ""
    street: str = ""
    number: str = ""
    box: str = ""
    postcode: str = ""
    town: str = ""
    additions: tuple[str, ...] = ()
    wheelchair: bool | None = None
    lift: bool | None = None
    area: str = ""


class Channel(Part):
    """A way to reach an office; `code` from urn:de:xoev:codeliste:erreichbarkeit."""

    code: str
    address: str
    addition: str = ""
    periods: Periods = ()


class Responsibility(Part):
    """Who is responsible for a service where; `role` 01 responsible, 02 both, 03 point of contact.

    Numbers repeat across kinds: `owner_kind` tells an office from an online service, None if nothing does.
    """

    id: Identifier | None = None
    owner: Identifier
    owner_kind: Kind | None = None
    service: Identifier
    areas: tuple[str, ...] = ()
    role: str = ""


class HoursSeries(Part):
    """Structured hours: lines such as "Montag: 8:00–12:00 Uhr" under the supplier's word for the kind."""

    name: str = ""
    note: str = ""
    lines: tuple[str, ...] = ()


class Office(Part):
    """An organisational unit."""

    id: Identifier
    names: Texts = {}
    description: Texts = {}
    superior: Identifier | None = None
    hours: Texts = {}
    series: tuple[HoursSeries, ...] = ()
    addresses: tuple[Address, ...] = ()
    channels: tuple[Channel, ...] = ()
    pages: tuple[WebLink, ...] = ()
    accessibility: Texts = {}
    payments: tuple[str, ...] = ()
    periods: Periods = ()
    changed: datetime | None = None
    machine_translated: tuple[str, ...] = ()


class OnlineService(Part):
    """An online service or a form: a name and the addresses that lead to it."""

    id: Identifier
    names: Texts = {}
    description: Texts = {}
    links: tuple[WebLink, ...] = ()
    payments: tuple[str, ...] = ()
    periods: Periods = ()
    changed: datetime | None = None


class Area(Part):
    """A named area."""

    id: Identifier
    names: Texts = {}
