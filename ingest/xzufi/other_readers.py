"""Reads the small objects: online services, forms, areas."""

from ingest.errors import Unreadable
from ingest.xzufi.blocks import changed, identifier, links, machine_translated, periods, texts
from ingest.xzufi.model import Area, Identifier, Kind, OnlineService, Responsibility
from ingest.xzufi.node import Node
from ingest.xzufi.office_reader import payments, read_responsibility

_ONLINE_UNUSED = (
    "idSekundaer",
    "vertrauensniveau",
    "herausgeber",
    "logo",
    "parameter",
    "identifizierungsmittel",
)
_AREA_UNUSED = (
    "idSekundaer",
    "typ",
    "uebergeordnetesGebietID",
    "untergeordnetesGebietID",
    "verwaltungspolitischeKodierung",
    "kurzbezeichnung",
    "beschreibung",
    "herausgeber",
    "versionsinformation",
    "versionsinformationen",
    "gueltigkeit",
)


def read_online(node: Node) -> tuple[OnlineService, tuple[Responsibility, ...]]:
    """Read an online service and what it is for; raises `Unreadable` without an id."""
    node.skip(*_ONLINE_UNUSED)
    machine_translated(node)
    own = _id(node)
    online = OnlineService(
        id=own,
        names=texts(node.all("bezeichnung")),
        description=texts(node.all("beschreibung", "kurzbeschreibung")),
        links=links(node.all("link")),
        payments=payments(node),
        periods=periods(node.all("gueltigkeit")),
        changed=changed(node),
    )
    nested = [read_responsibility(one, own, Kind.ONLINE) for one in node.all("zustaendigkeit")]
    return online, tuple(one for one in nested if one is not None)


def read_form(node: Node) -> OnlineService:
    """Read a form. Its children aren't documented: name and links are taken under all likely names."""
    node.skip("idSekundaer", "herausgeber", "typ", "kategorie")
    machine_translated(node)
    return OnlineService(
        id=_id(node),
        names=texts(node.all("bezeichnung", "name", "titel")),
        description=texts(node.all("beschreibung", "kurzbeschreibung")),
        links=links(node.all("link", "weiterfuehrenderLink", "url", "uri", "datei", "internetadresse")),
        periods=periods(node.all("gueltigkeit")),
        changed=changed(node),
    )


def read_area(node: Node) -> Area:
    """Read a named area."""
    node.skip(*_AREA_UNUSED)
    return Area(id=_id(node), names=texts(node.all("bezeichnung")))


def _id(node: Node) -> Identifier:
    found = identifier(node.first("id"))
    if found is None:
        raise Unreadable(f"Ein Objekt „{node.name}“ hat keine Kennung (id).")
    return found
