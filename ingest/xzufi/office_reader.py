"""Reads `organisationseinheit`, with the responsibilities nested in it."""

from collections.abc import Iterator

from ingest.errors import Unreadable
from ingest.reader.characters import one_line
from ingest.xzufi.blocks import (
    changed,
    code,
    code_name,
    flag,
    identifier,
    links,
    machine_translated,
    periods,
    texts,
)
from ingest.xzufi.hours_reader import read_series
from ingest.xzufi.model import Address, Channel, Identifier, Kind, Office, Responsibility, Texts
from ingest.xzufi.node import Node
from ingest.xzufi.service_reader import areas

# Left out on purpose: persons (only what the city itself publishes may be shown), bank accounts, technical
# mailboxes, and keys into catalogues.
_UNUSED = (
    "idSekundaer",
    "kontaktperson",
    "kommunikationssystem",
    "bankverbindung",
    "glaeubigerIdentifikationsnummer",
    "herausgeber",
    "untergeordneteOrganisationseinheitID",
    "kategorie",
    "synonym",
    "bild",
)
_WHEELCHAIR = ("kennzeichenRollstuhlgerecht", "rollstuhlgerecht")
_LIFT = ("kennzeichenAufzug", "aufzugVorhanden", "aufzug")


def read_office(node: Node) -> tuple[Office, tuple[Responsibility, ...]]:
    """Read an office and what it says it is responsible for; raises `Unreadable` without an id."""
    found = identifier(node.first("id"))
    if found is None:
        raise Unreadable("Eine Organisationseinheit hat keine Kennung (id).")
    node.skip(*_UNUSED)
    superior = identifier(node.first("uebergeordneteOrganisationseinheitID"))
    office = Office(
        id=found,
        names=_names(node),
        description=texts(node.all("kurzbeschreibung", "beschreibung")),
        superior=superior and Identifier(superior.agency or found.agency, superior.value),
        hours=texts(node.all("infoOeffnungszeitenText")),
        series=tuple(
            series for entry in node.all("infoOeffnungszeitenStrukturiert") for series in read_series(entry)
        ),
        addresses=tuple(_address(one) for one in node.all("anschrift")),
        channels=tuple(_channels(node)),
        pages=links(node.all("internetadresse")),
        accessibility=texts(node.all("infoBarrierefreiheit", "barrierefreiheit")),
        payments=payments(node),
        periods=periods(node.all("gueltigkeit")),
        changed=changed(node),
        machine_translated=machine_translated(node),
    )
    nested = [read_responsibility(one, found, Kind.OFFICE) for one in node.all("zustaendigkeit")]
    return office, tuple(one for one in nested if one is not None)


def payments(node: Node) -> tuple[str, ...]:
    """Read the words for ways to pay; what is a code only is left out: the list isn't known."""
    found = [code_name(one) or one_line(one.text) for one in node.all("zahlungsweise", "zahlungsart")]
    for one in node.all("zahlungsweise", "zahlungsart"):
        code(one)
    return tuple(dict.fromkeys(words for words in found if words and not words.isdecimal()))


def read_responsibility(node: Node, owner: Identifier, kind: Kind | None = None) -> Responsibility | None:
    """Read a responsibility of `owner`; None if it names no service."""
    own = identifier(node.first("id"))
    service = identifier(node.first("leistungID"))
    # Here FIT-Connect keeps its signed delivery address: neither shown nor kept.
    node.skip("idSekundaer", "herausgeber", "versionsinformation", "versionsinformationen", "gueltigkeit")
    if service is None:
        return None
    agency = own.agency if own and own.agency else owner.agency
    return Responsibility(
        id=own,
        owner=owner,
        owner_kind=kind,
        service=Identifier(service.agency or agency, service.value),
        areas=areas(node.all("gebietID")),
        role=code(node.first("rolle")),
    )


def read_transfer_object(node: Node) -> Responsibility | None:
    """Read a responsibility that comes as an object of its own; raises `Unreadable` without its owner."""
    owner = identifier(node.first("uebergeordnetesObjektID"))
    inner = node.first("zustaendigkeit")
    if owner is None or inner is None:
        raise Unreadable("Eine Zuständigkeit nennt keine Stelle und keinen Onlinedienst.")
    return read_responsibility(inner, owner, _owner_kind(node, inner))


def _owner_kind(node: Node, inner: Node) -> Kind | None:
    """Tell what a responsibility belongs to, by its type or by the schemes of its ids."""
    own, above = inner.first("id"), node.first("uebergeordnetesObjektID")
    telling = [
        inner.attributes.get("type", ""),
        *(one.attributes.get("schemeID", "") for one in (own, above) if one is not None),
    ]
    for words in (one.lower() for one in telling):
        if "onlinedienst" in words:
            return Kind.ONLINE
        if "organisationseinheit" in words:
            return Kind.OFFICE
    return None


def _names(node: Node) -> Texts:
    """Read the name: one `name` within another per language; plain ones are taken too."""
    outer = node.all("name")
    inner = [one for name in outer for one in name.all("name")]
    return texts(inner or outer)


def _address(node: Node) -> Address:
    kind = node.first("typ")
    code(kind)
    political = node.first("verwaltungspolitischeKodierung")
    area = ""
    if political is not None:
        regional, municipal = political.first("regionalschluessel"), political.first("gemeindeschluessel")
        keys = [code(regional), code(municipal)]
        area = keys[0] or keys[1]
        political.skip("bundesland", "kreis", "bezirk", "nation", "gemeindeverband")
    node.skip("id", "geokodierung", "geoKodierung", "positionDarstellung", "gueltigkeit", "nation")
    return Address(
        kind=code_name(kind),
        street=one_line(node.value("strasse")),
        number=one_line(node.value("hausnummer")),
        box=one_line(node.value("postfach")),
        postcode=one_line(node.value("postleitzahl")),
        town=one_line(" ".join(part for part in (node.value("ort"), node.value("ortsteil")) if part)),
        additions=tuple(one_line(one.text) for one in node.all("zusatz") if one.text),
        wheelchair=flag(node.value(*_WHEELCHAIR)),
        lift=flag(node.value(*_LIFT)),
        area=area,
    )


def _channels(node: Node) -> Iterator[Channel]:
    for one in node.all("kommunikation"):
        kind = one.first("kanal")
        code_name(kind)
        address = one_line(one.value("kennung"))
        addition = one_line(one.value("kennungszusatz", "zusatz"))
        valid = periods(one.all("gueltigkeit"))
        if address:
            yield Channel(code=code(kind), address=address, addition=addition, periods=valid)
