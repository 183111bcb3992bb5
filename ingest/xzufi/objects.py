"""Reads any object of a transfer by its element's name, and what a deletion means."""

from dataclasses import dataclass

from ingest.errors import Unreadable
from ingest.xzufi.blocks import identifier
from ingest.xzufi.model import (
    Area,
    Identifier,
    Key,
    Kind,
    Office,
    OnlineService,
    Part,
    Responsibility,
    Service,
)
from ingest.xzufi.node import Node
from ingest.xzufi.office_reader import read_office, read_transfer_object
from ingest.xzufi.other_readers import read_area, read_form, read_online
from ingest.xzufi.service_reader import read_service

#: What `loesche` calls the kinds; they aren't the elements' names.
_CLASSES = {
    "leistung": Kind.SERVICE,
    "leistungspezialisierung": Kind.SPECIALISATION,
    "leistungsspezialisierung": Kind.SPECIALISATION,
    "spezialisierung": Kind.SPECIALISATION,
    "organisationseinheit": Kind.OFFICE,
    "onlinedienst": Kind.ONLINE,
    "formular": Kind.FORM,
    "gebiet": Kind.AREA,
    "zustaendigkeit": Kind.RESPONSIBILITY,
    "zustaendigkeittransferobjekt": Kind.RESPONSIBILITY,
    "zustaendigkeitorganisationseinheit": Kind.RESPONSIBILITY,
    "zustaendigkeitonlinedienst": Kind.RESPONSIBILITY,
}

MODELS: dict[Kind, type[Part]] = {
    Kind.SERVICE: Service,
    Kind.SPECIALISATION: Service,
    Kind.OFFICE: Office,
    Kind.ONLINE: OnlineService,
    Kind.FORM: OnlineService,
    Kind.AREA: Area,
}


@dataclass(frozen=True)
class Written:
    """An object to create or replace whole, with the responsibilities nested in it.

    `body` is None for a responsibility that comes as an object of its own; then there is exactly one.
    """

    kind: Kind
    body: Service | Office | OnlineService | Area | None = None
    responsibilities: tuple[Responsibility, ...] = ()


def read_object(node: Node) -> Written:
    """Read an object; raises `Unreadable` if it lacks what makes it one."""
    match node.name:
        case "leistung" | "ergebnisLeistung":
            return Written(Kind.SERVICE, read_service(node))
        case "spezialisierung":
            return Written(Kind.SPECIALISATION, read_service(node))
        case "organisationseinheit" | "ergebnisOrganisationseinheit":
            office, nested = read_office(node)
            return Written(Kind.OFFICE, office, nested)
        case "onlinedienst":
            online, nested = read_online(node)
            return Written(Kind.ONLINE, online, nested)
        case "formular":
            return Written(Kind.FORM, read_form(node))
        case "gebiet":
            return Written(Kind.AREA, read_area(node))
        case "zustaendigkeitTransferObjekt":
            own = read_transfer_object(node)
            return Written(Kind.RESPONSIBILITY, None, (own,) if own else ())
    raise Unreadable(f"Objekte „{node.name}“ sind nicht bekannt.")


def read_deletion(node: Node) -> Key:
    """Read which object a deletion means; raises `Unreadable` for an unknown kind or a missing id."""
    name = node.attributes.get("klasse") or node.value("klasse")
    kind = _CLASSES.get(name.rpartition(":")[2].strip().lower())
    if kind is None:
        raise Unreadable(f"Eine Löschung nennt die unbekannte Klasse „{name[:60]}“.")
    found = identifier(node.first("id"))
    if found is None:
        raise Unreadable("Eine Löschung nennt keine Kennung (id).")
    return Key.of(kind, Identifier(found.agency, found.value))
