"""Offices of the sample city's XZuFi export, with what they are responsible for."""

import re
from collections.abc import Iterable
from html import escape
from xml.etree.ElementTree import Element

from corpus.musterstadt.addresses import address
from corpus.musterstadt.content import Content, Entry
from corpus.musterstadt.front_matter import OfficeFront, ServiceFront
from corpus.musterstadt.xzufi_elements import (
    ARS,
    CHANNEL_LIST,
    XSI_TYPE,
    add,
    add_area,
    add_code,
    add_id,
    add_link,
    add_text,
    add_version,
    html,
    number_of,
    qualified,
)

_BOTH = "02"
_DESTATIS = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel"


def office(entry: Entry, content: Content, base_url: str) -> Element:
    """Write an office or a department."""
    front = entry.front
    if not isinstance(front, OfficeFront):
        raise TypeError(f"{entry.file} is no office")
    written = Element(qualified("organisationseinheit"), {XSI_TYPE: "xzufi:OrganisationseinheitErweitert"})
    add_id(written, "id", number_of(entry.key), "Organisationseinheit")
    if front.department and entry.folder == "offices":
        add_id(written, "uebergeordneteOrganisationseinheitID", number_of(f"departments/{front.department}"))
    add_text(add(written, "name"), "name", front.title)
    add_text(written, "beschreibung", _description(entry, front, content, base_url))
    if front.hours:
        lines = [*front.hours, *([front.hours_note] if front.hours_note else [])]
        add_text(written, "infoOeffnungszeitenText", _paragraphs(lines))
    add_link(written, "internetadresse", base_url + address(entry), front.title)
    _add_address(written, front)
    for code, value in (("02", front.telephone), ("04", front.fax), ("01", front.email)):
        if value:
            channel = add(written, "kommunikation")
            add_code(channel, "kanal", code, listURI=CHANNEL_LIST, listVersionID="3")
            add(channel, "kennung", value)
    for service in content.of("services"):
        if isinstance(service.front, ServiceFront) and entry.folder == "offices":
            _add_responsibility(written, entry, service, service.front)
    add_version(written, front.modified)
    return written


def _description(entry: Entry, front: OfficeFront, content: Content, base_url: str) -> str:
    pieces: list[str] = []
    for part in entry.parts:
        heading = f"<h3>{escape(part.heading)}</h3>\n" if part.heading else ""
        pieces.append(heading + html(part.tokens, content, entry, base_url))
    if front.directions:
        pieces.append(f"<h3>Anfahrt</h3>\n<p>{escape(front.directions)}</p>")
    if front.accessibility:
        items = "".join(f"<li>{escape(line)}</li>" for line in front.accessibility)
        pieces.append(f"<h3>Barrierefreiheit</h3>\n<ul>{items}</ul>")
    return "\n".join(pieces)


def _add_address(written: Element, front: OfficeFront) -> None:
    if front.address is None:
        return
    place = add(written, "anschrift")
    add_code(
        place,
        "typ",
        "001",
        "Hausanschrift",
        listURI="urn:xoev-de:fim:codeliste:xzufi.anschrifttyp",
        listVersionID="2.0",
    )
    street, _, number = front.address.street.rpartition(" ")
    add(place, "strasse", street)
    add(place, "hausnummer", number)
    add(place, "postleitzahl", front.address.postcode)
    add(place, "ort", front.address.city)
    if front.building:
        add(place, "zusatz", front.building)
    political = add(place, "verwaltungspolitischeKodierung")
    add_code(political, "bundesland", ARS[:2], listURI=f"{_DESTATIS}:bundesland")
    add_code(political, "gemeindeschluessel", ARS[:5] + ARS[9:], listURI=f"{_DESTATIS}:ags")
    add_code(political, "regionalschluessel", ARS, listURI=f"{_DESTATIS}:rs")
    if any(
        re.search(r"stufenlos|rollstuhl|barrierefrei", line, re.IGNORECASE) for line in front.accessibility
    ):
        add(place, "kennzeichenRollstuhlgerecht", "true")


def _add_responsibility(written: Element, entry: Entry, service: Entry, front: ServiceFront) -> None:
    if entry.stem not in front.offices:
        return
    nested = add(written, "zustaendigkeit")
    number = number_of(f"{entry.key} {service.key}")
    add_id(nested, "id", number, "ZustaendigkeitOrganisationseinheit")
    add_id(nested, "leistungID", number_of(service.key))
    add_area(nested, "gebietID")
    add_code(nested, "rolle", _BOTH, "Ansprechpunkt und zuständige Stelle")


def _paragraphs(lines: Iterable[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)
