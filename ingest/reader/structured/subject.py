"""Tells which of a page's items describes the page itself, not the city whose website it is."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from corpus.records import DocumentKind
from ingest.addresses import canonical_url
from ingest.reader.structured.items import Item

_WORD = re.compile(r"\w+")
_EVENTS = frozenset(
    {
        "BusinessEvent", "ChildrensEvent", "CourseInstance", "DanceEvent", "EducationEvent", "Festival",
        "ExhibitionEvent", "FoodEvent", "LiteraryEvent", "MusicEvent", "PublicEvent", "ScreeningEvent",
        "SocialEvent", "SportsEvent", "TheaterEvent", "VisualArtsEvent",
    }
)  # fmt: skip


def wanted_types(schema_types: dict[str, DocumentKind]) -> frozenset[str]:
    """The types that are looked for: those that tell a kind, and schema.org's kinds of events."""
    return frozenset({*schema_types, *_EVENTS})


def kind_of(item: Item, schema_types: dict[str, DocumentKind]) -> DocumentKind | None:
    """The kind of document that an item's types tell."""
    for name in sorted(item.types):
        if name in schema_types:
            return schema_types[name]
        if name in _EVENTS:
            return DocumentKind.EVENT
    return None


def subject_of(
    items: Sequence[Item], url: str, title: str, schema_types: dict[str, DocumentKind]
) -> Item | None:
    """Give the item that is about the page at `url`: by its own address, by its name, or as the only one.

    A page's items also describe its publisher, the office in charge, or other pages: an item whose name isn't
    the page's is none of its own. A start page is about the city, which is no office.
    """
    if not urlsplit(url).path.strip("/"):
        return None
    told = [item for item in items if kind_of(item, schema_types) not in {None, DocumentKind.FAQ}]
    for item in told:
        if _names(item, title) or _is_at(item, url):
            return item
    nameless = [item for item in told if not item.text("name", "headline")]
    return nameless[0] if len(told) == 1 and nameless else None


def _names(item: Item, title: str) -> bool:
    own = set(_WORD.findall(title.casefold()))
    name = set(_WORD.findall(item.text("name", "headline").casefold()))
    return bool(own and name) and (name == own or (len(name) > 1 and name <= own) or own <= name)


def _is_at(item: Item, url: str) -> bool:
    addresses = [address for address in (*item.texts("url", "mainEntityOfPage"), item.id) if address]
    return any(_same(address, url) for address in addresses if not address.startswith(("#", "_:")))


def _same(address: str, url: str) -> bool:
    try:
        return canonical_url(address, base=url) == canonical_url(url)
    except ValueError:
        return False
