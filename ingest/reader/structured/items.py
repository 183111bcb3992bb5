"""Structured data as items, whatever its syntax: JSON-LD or microdata, read by extruct."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.reader.characters import one_line
from ingest.reader.dom import Element

_JSON_LD = "application/ld+json"
_LONGEST_SCRIPT = 200_000
_MOST_SCRIPTS = 20
_MOST_SCOPES = 500
_DEEPEST = 12
_MOST_VALUES = 500


@dataclass(frozen=True, eq=False)
class Item:
    """A thing that structured data describes: its types and properties without their vocabulary's address."""

    types: frozenset[str] = frozenset()
    id: str = ""
    values: Mapping[str, Sequence["Item | str"]] = field(default_factory=dict)

    def texts(self, *names: str) -> list[str]:
        """The texts of properties, those of named items ("Bürgerbüro") included; empty ones left out."""
        found = (
            value if isinstance(value, str) else value.text("name")
            for name in names
            for value in self.values.get(name, ())
        )
        return [text for text in found if text]

    def text(self, *names: str) -> str:
        """The first text of properties, "" without any."""
        return next(iter(self.texts(*names)), "")

    def items(self, *names: str) -> list["Item"]:
        """The items that properties hold."""
        return [value for name in names for value in self.values.get(name, ()) if isinstance(value, Item)]


def read_items(html: bytes, root: Element, wanted: frozenset[str]) -> list[Item]:
    """Read a page's items of `wanted` types that aren't part of others; broken JSON-LD is passed over.

    `root` is the page's parsed tree, `html` what it was parsed from: extruct is only loaded for pages that
    name a wanted type. Graphs (`@graph`, `mainEntity`) are opened and references within them followed.
    """
    items: list[Item] = []
    if _JSON_LD.encode() in html:
        items += _json_ld(root, wanted)
    if b"itemscope" in html:
        items += _microdata(root, wanted)
    return items


def _json_ld(root: Element, wanted: frozenset[str]) -> Iterator[Item]:
    scripts = [script for script in root.iter("script") if script.get("type") == _JSON_LD][:_MOST_SCRIPTS]
    nodes: list[object] = []
    for script in scripts:
        text = script.text or ""
        if len(text) <= _LONGEST_SCRIPT and any(name in text for name in wanted):
            nodes += _parsed(script)
    things = [thing for node in nodes for thing in _things(node, 0)]
    known = {str(thing["@id"]): thing for thing in things if "@id" in thing and len(thing) > 1}
    for thing in things:
        item = _item(thing, known, 0)
        if item.types & wanted:
            yield item


def _parsed(script: Element) -> list[object]:
    from extruct.jsonld import JsonLdExtractor  # type: ignore[import-untyped]  # it has no stubs

    try:
        return list(JsonLdExtractor().extract_items(script))
    except (ValueError, RecursionError, AttributeError):
        return []


def _things(node: object, depth: int) -> Iterator[dict[str, object]]:
    """Give the things that a node states for themselves, wrappers (graphs, pages) opened."""
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for one in node[:_MOST_VALUES]:
            yield from _things(one, depth + 1)
    elif isinstance(node, dict):
        if "@type" in node:
            yield node
        for name in ("@graph", "mainEntity", "about"):
            if not isinstance(node.get("@type"), str) or node["@type"] != "FAQPage":
                yield from _things(node.get(name), depth + 1)


def _item(node: Mapping[str, object], known: Mapping[str, dict[str, object]], depth: int) -> Item:
    if depth > _DEEPEST:
        return Item()
    if set(node) == {"@id"}:
        node = known.get(str(node["@id"]), dict(node))
    values: dict[str, list[Item | str]] = {}
    for name, value in node.items():
        if not name.startswith("@"):
            values[_short(name)] = list(_json_values(value, known, depth + 1))
    return Item(_types(node.get("@type")), str(node.get("@id", "")), values)


def _json_values(value: object, known: Mapping[str, dict[str, object]], depth: int) -> Iterator[Item | str]:
    for one in value[:_MOST_VALUES] if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            if "@value" in one:
                yield one_line(str(one["@value"]))
            else:
                yield _item(one, known, depth)
        elif isinstance(one, str | int | float) and not isinstance(one, bool):
            yield str(one).strip()


def _microdata(root: Element, wanted: frozenset[str]) -> Iterator[Item]:
    scopes = [element for element in root.iter() if element.get("itemscope") is not None]
    named = any(_types((scope.get("itemtype") or "").split()) & wanted for scope in scopes)
    if not named or len(scopes) > _MOST_SCOPES:
        return
    from extruct.w3cmicrodata import MicrodataExtractor  # type: ignore[import-untyped]  # no stubs

    try:
        found = MicrodataExtractor().extract_items(root, base_url=None)
    except (ValueError, RecursionError):
        return
    for one in found:
        item = _microdata_item(one, 0)
        if item.types & wanted:
            yield item


def _microdata_item(node: Mapping[str, object], depth: int) -> Item:
    properties = node.get("properties")
    values: dict[str, list[Item | str]] = {}
    if isinstance(properties, dict) and depth <= _DEEPEST:
        for name, value in properties.items():
            several = value if isinstance(value, list) else [value]
            values[_short(str(name))] = [
                _microdata_item(one, depth + 1) if isinstance(one, dict) else one_line(str(one))
                for one in several[:_MOST_VALUES]
            ]
    return Item(_types(node.get("type")), str(node.get("id", "")), values)


def _types(value: object) -> frozenset[str]:
    several = value if isinstance(value, list) else [value] if value else []
    return frozenset(_short(str(one)) for one in several)


def _short(name: str) -> str:
    """Give a name without its vocabulary's address: "https://schema.org/Event", "schema:Event" → "Event"."""
    return name.rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1].rsplit(":", 1)[-1]
