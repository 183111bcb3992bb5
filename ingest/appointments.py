"""Reads the export of an appointment system (the "ZMS" format of it@M): services and their locations."""

import html
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from corpus.records import Audience, Document, DocumentKind, Link, Section, SectionKind
from ingest.appointments_format import ExportedLocation, ExportedService, LocationsExport, ServicesExport
from ingest.errors import SourceFailed
from ingest.facts import SectionLinks, find_facts
from ingest.reader.characters import one_line
from ingest.reader.fragment import read_fragment
from ingest.reader.links import absolute, is_form, is_online
from ingest.reader.parts import PageLink
from ingest.reader.sections import ReadSection
from ingest.reader.vocabulary import vocabulary

#: How those who keep the appointment system write to each other; citizens are spoken to.
_FOR_STAFF = re.compile(
    r"\b(?:ZMS|DL|[\w-]+-DL|DL-\w+|Fake|Dummy|Platzhalter|Testeintrag|Testleistung|Teststandort|Backoffice|E-Kiosk)\b"
    r"|\bunsere[nr]? (?:Kund|Bürger)\w*|\bnur intern\b|\binterne[rn]? (?:Hinweis|Vermerk|Notiz)",
    re.IGNORECASE,
)
Export = TypeVar("Export", ServicesExport, LocationsExport)


def read_appointments(services: Path, locations: Path, *, city: str, source: str) -> list[Document]:
    """Read an export into documents: a service each, then an office each.

    Texts are taken as they come. A service that the export keeps off the public booking pages is public
    nonetheless if it has a text: the text is written for citizens, and only its booking is restricted.
    Without one, or with one that speaks to staff ("Entwurfs-DL", "unsere Kundinnen"), it is an internal note
    and gets `Audience.INTERNAL`. Raises `SourceFailed` with one sentence
    that names the file if one is missing or malformed.
    """
    exported_services = _load(services, ServicesExport).data
    exported_locations = _load(locations, LocationsExport).data
    offices = {one.id: _office(one, city, source) for one in exported_locations}
    return [*(_service(one, offices, city, source) for one in exported_services), *offices.values()]


def _load(path: Path, model: type[Export]) -> Export:
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8-sig"))
        return model.model_validate(data)
    except FileNotFoundError:
        raise SourceFailed(
            f"{path} fehlt. Bitte legen Sie den Export dort ab oder berichtigen Sie city.toml."
        ) from None
    except OSError as error:
        raise SourceFailed(f"{path} lässt sich nicht lesen: {error.strerror}.") from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise SourceFailed(f"{path} ist kein gültiges JSON ({error}). Bitte exportieren Sie neu.") from None
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(str(part) for part in problem["loc"])
        raise SourceFailed(
            f"{path} hat nicht die Form eines Exports: „{where}“ ist unerwartet ({problem['msg']})."
        ) from None


def _service(service: ExportedService, offices: dict[str, Document], city: str, source: str) -> Document:
    read = list(_service_sections(service))
    listed = [offices[one.location] for one in service.locations if one.location in offices]
    in_charge = [office for office in listed if office.audience is Audience.PUBLIC]
    sections = [one.section for one in read]
    if in_charge:
        sections.append(_responsible(in_charge))
    url = _url(service.meta.url, "{serviceId}", service.id, "services")
    forms, online = _links(service, read, url)
    texts = [one for one in sections if one.heading not in {"Zuständige Stellen", "Dauer des Termins"}]
    is_note = not texts or any(_FOR_STAFF.search(one.text) for one in texts)
    return Document(
        id=f"{source}:/services/{service.id}",
        city=city,
        source=source,
        title=_name(service.name),
        url=url,
        kind=DocumentKind.SERVICE,
        audience=Audience.PUBLIC if service.public or not is_note else Audience.INTERNAL,
        sections=tuple(sections),
        facts=find_facts(sections, SectionLinks(forms, online)),
        keywords=_keywords(service.meta.keywords),
        leika=(service.leika,) if service.leika else (),
        office_ids=tuple(dict.fromkeys(office.id for office in in_charge)),
        forms=tuple(link for _, link in forms),
        online=tuple(link for _, link in online),
        modified=_modified(service.meta.lastupdate),
    )


def _service_sections(service: ExportedService) -> Iterator[ReadSection]:
    yield from read_fragment(service.description or "", "Beschreibung")
    for text, heading, kind in (
        (service.requirements, "Voraussetzungen", SectionKind.REQUIREMENTS),
        (service.documents, "Erforderliche Unterlagen", SectionKind.DOCUMENTS),
        (service.fees, "Gebühren", SectionKind.FEES),
    ):
        yield from read_fragment(text or "", heading, kind)
    if names := [one_line(link.name or link.link) for link in service.links]:
        text = "\n".join(f"- {name}" for name in dict.fromkeys(names))
        section = Section(kind=SectionKind.FORMS, heading="Formulare und Links", text=text)
        yield ReadSection(section, ())
    if service.duration:
        # The length of the appointment is no processing time, so it gets neither that kind nor a fact.
        text = f"Für den Termin sind etwa {service.duration} Minuten vorgesehen."
        yield ReadSection(Section(kind=SectionKind.PROCEDURE, heading="Dauer des Termins", text=text), ())


def _responsible(offices: list[Document]) -> Section:
    lines = [f"- {', '.join([office.title, *_one_line_contact(office)])}" for office in offices]
    return Section(
        kind=SectionKind.CONTACT, heading="Zuständige Stellen", text="\n".join(dict.fromkeys(lines))
    )


def _one_line_contact(office: Document) -> list[str]:
    return [
        line
        for section in office.sections
        if section.kind is SectionKind.CONTACT
        for line in section.text.splitlines()
    ]


def _links(
    service: ExportedService, read: list[ReadSection], url: str
) -> tuple[list[tuple[int, Link]], list[tuple[int, Link]]]:
    words = vocabulary()
    forms: dict[str, tuple[int, Link]] = {}
    online: dict[str, tuple[int, Link]] = {}
    listed = next((index for index, one in enumerate(read) if one.section.kind is SectionKind.FORMS), 0)
    named = [
        (listed, PageLink(_name(link.name or ""), link.link)) for link in [*service.links, *service.forms]
    ]
    inside = [(index, link) for index, one in enumerate(read) for link in one.links]
    for index, link in [*named, *inside]:
        address = absolute(link.address, url)
        found = Link(text=link.text or address, url=address)
        if address and (is_form(found, SectionKind.DESCRIPTION, words) or _is_filed_form(found)):
            forms.setdefault(address, (index, found))
        elif address and is_online(found, SectionKind.DESCRIPTION, url, words):
            online.setdefault(address, (index, found))
    if service.public and any(one.appointment.allowed for one in service.locations):
        online.setdefault(url, (0, Link(text="Termin vereinbaren", url=url)))
    return list(forms.values()), list(online.values())


def _is_filed_form(link: Link) -> bool:
    """Tell whether a link without a file's ending leads to a form in a document store ("/dms/…")."""
    stored = re.search(r"/dms/|/dokumente/", link.url, re.IGNORECASE)
    return bool(
        stored
        and vocabulary().form_words.search(link.text)
        and not vocabulary().not_form_words.search(link.text)
    )


def _office(location: ExportedLocation, city: str, source: str) -> Document:
    title = _name(location.display_name or location.name)
    sections = [_contact(location)] if _contact_lines(location) else []
    sections += [
        one.section
        for one in read_fragment(location.opening_hours or "", "Öffnungszeiten", SectionKind.HOURS)
    ]
    hint = location.address.hint if location.address else None
    sections += [one.section for one in read_fragment(hint or "", "Hinweis")]
    names = [_name(name) for name in [*location.display_name_alternatives, location.name] if name]
    return Document(
        id=f"{source}:/locations/{location.id}",
        city=city,
        source=source,
        title=title,
        url=_url(location.meta.url, "{locationId}", location.id, "locations"),
        kind=DocumentKind.OFFICE,
        audience=_office_audience(location),
        breadcrumbs=tuple(
            one_line(part) for part in (location.organization, location.organization_unit) if part
        ),
        sections=tuple(sections),
        facts=find_facts(sections),
        keywords=tuple(dict.fromkeys(name for name in names if name != title)),
        modified=_modified(location.meta.lastupdate),
    )


def _office_audience(location: ExportedLocation) -> Audience:
    """Tell real offices, which may be closed to bookings, from places that exist for trying things out."""
    is_trial = not location.public and _FOR_STAFF.search(location.name)
    return Audience.INTERNAL if is_trial else Audience.PUBLIC


def _contact(location: ExportedLocation) -> Section:
    return Section(kind=SectionKind.CONTACT, heading="Kontakt", text="\n".join(_contact_lines(location)))


def _contact_lines(location: ExportedLocation) -> list[str]:
    address, contact = location.address, location.contact
    lines: list[str] = []
    if address and address.street:
        street = one_line(f"{address.street} {address.house_number or ''}")
        lines.append(
            ", ".join(
                part
                for part in (street, one_line(f"{address.postal_code or ''} {address.city or ''}"))
                if part
            )
        )
    if contact and contact.phone:
        lines.append(f"Telefon {one_line(contact.phone)}")
    if contact and contact.fax:
        lines.append(f"Fax {one_line(contact.fax)}")
    if contact and contact.email:
        lines.append(one_line(contact.email))
    return lines


def _url(template: str | None, placeholder: str, number: str, folder: str) -> str:
    if template:
        return template.replace(placeholder, number)
    return f"#/{folder}/{number}"


def _name(text: str) -> str:
    """Give a plain text field, in which entities stand for characters all the same ("&quot;")."""
    return one_line(html.unescape(text))


def _keywords(text: str | None) -> tuple[str, ...]:
    words = (one_line(word) for word in (text or "").split(","))
    return tuple(dict.fromkeys(word for word in words if word))


def _modified(text: str | None) -> datetime | None:
    try:
        found = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
