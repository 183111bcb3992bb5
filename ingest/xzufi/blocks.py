"""Reads the building blocks that all objects share: ids, codes, texts by language, links, periods."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation

from ingest.reader.characters import one_line, visible
from ingest.xzufi.model import Identifier, Period, Periods, Texts, WebLink
from ingest.xzufi.node import Node

GERMAN = "de"
SIMPLE = "de-simple"
_SIMPLE = re.compile(r"simple|leicht|einfach|(?<![a-z])ls(?![a-z])", re.IGNORECASE)
_REGION = re.compile(r"[a-z]{2,3}(?:[-_](?:[a-z]{2}|\d{3}))?", re.IGNORECASE)


def language(code: str) -> str:
    """Normalise a language code: "de-DE" is "de", a variant of German for simple language "de-simple"."""
    code = code.strip()
    if not code:
        return GERMAN
    base = re.split(r"[-_]", code)[0].lower()
    if base == GERMAN and not _REGION.fullmatch(code) and _SIMPLE.search(code):
        return SIMPLE
    return base


def identifier(node: Node | None) -> Identifier | None:
    """Read an id; None for a missing or empty one."""
    if node is None or not node.text:
        return None
    return Identifier(word(node.attributes.get("schemeAgencyID", "")), word(node.text))


def word(text: str) -> str:
    """Squeeze the white space of an id or a code: there are millions, and nothing else is wrong with them."""
    return " ".join(text.split())


def identifiers(nodes: Iterable[Node]) -> tuple[Identifier, ...]:
    """Read ids, empty ones left out."""
    return tuple(found for node in nodes if (found := identifier(node)) is not None)


def code(node: Node | None) -> str:
    """Read a code element's code: its child `code`, or its own text."""
    if node is None:
        return ""
    node.skip("name")
    return word(node.value("code") or node.text)


def code_name(node: Node | None) -> str:
    """Read the words that come with a code, "" where there are none."""
    return one_line(node.value("name")) if node is not None else ""


def texts(nodes: Iterable[Node]) -> Texts:
    """Read texts (HTML) by language, in document order; empty ones left out."""
    found: dict[str, list[str]] = {}
    for node in nodes:
        if text := visible(node.markup()).strip():
            found.setdefault(language(node.attributes.get("languageCode", "")), []).append(text)
    return {name: tuple(pieces) for name, pieces in found.items()}


def links(nodes: Iterable[Node]) -> tuple[WebLink, ...]:
    """Read links with their words; those without an address are left out."""
    found = [link for node in nodes if (link := _link(node)) is not None]
    return tuple(sorted(found, key=lambda link: link.position))


def _link(node: Node) -> WebLink | None:
    # An online service's link holds its address in an element of the same name, others in "uri".
    url = one_line(node.value("uri", "link") or (node.text if not any(node.children) else ""))
    title = one_line(node.value("titel") or node.value("beschreibung"))
    node.skip("typ", "beschreibung", "id", "idSekundaer", "gueltigkeit")
    position = number(node.value("positionDarstellung"))
    if not url:
        return None
    spoken = node.attributes.get("languageCode", "")
    return WebLink(url=url, title=title, language=language(spoken) if spoken else "", position=position or 0)


def periods(nodes: Iterable[Node]) -> Periods:
    """Read periods of validity; one whose dates can't be read is left out, so that nothing vanishes by it."""
    found: list[Period] = []
    for node in nodes:
        begin, end = node.value("beginn"), node.value("ende")
        node.skip("zusatz")
        period = Period(begin=day(begin), end=day(end))
        readable = (not begin or period.begin) and (not end or period.end)
        if readable and (period.begin or period.end):
            found.append(period)
    return tuple(found)


def valid(found: Periods, today: date) -> bool:
    """Tell whether something with these periods is valid on a day; without any it always is."""
    return not found or any(period.holds(today) for period in found)


def day(text: str) -> date | None:
    """Read the date of an ISO date or time ("2026-03-12", "2026-03-12Z", "2024-03-01T00:00:00Z")."""
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def moment(text: str) -> datetime | None:
    """Read an ISO date and time; UTC where no zone is given."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def changed(node: Node) -> datetime | None:
    """Read when an object was last changed; `versionsinformationen` is the name in 2.3.1."""
    version = node.first("versionsinformation", "versionsinformationen")
    if version is None:
        return None
    found = moment(version.value("geaendertDatumZeit")) or moment(version.value("erstelltDatumZeit"))
    version.skip("erstelltDatumZeit", "erstelltDurch", "geaendertDurch", "version")
    return found


def machine_translated(node: Node) -> tuple[str, ...]:
    """Read which language versions say that a machine translated them (2.3.1)."""
    found: list[str] = []
    for version in node.all("sprachversion"):
        name = version.value("languageCode")
        if any(flag(child.text) for child in version.everything() if "maschin" in child.name.lower()):
            found.append(language(name))
    return tuple(found)


def flag(text: str) -> bool | None:
    """Read a boolean of XML Schema; None for anything else."""
    match text.strip().lower():
        case "true" | "1" | "ja":
            return True
        case "false" | "0" | "nein":
            return False
    return None


def number(text: str) -> int | None:
    """Read an integer; None for anything else."""
    text = text.strip()
    return int(text) if text.isdecimal() and len(text) < 10 else None


def amount(node: Node | None) -> Decimal | None:
    """Read an amount with a dot ("41.00"); None for anything else, so that no amount is guessed."""
    text = node.text if node is not None else ""
    if not re.fullmatch(r"\d{1,12}(?:\.\d{1,4})?", text):
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
