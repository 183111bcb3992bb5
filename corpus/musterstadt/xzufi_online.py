"""Online services and forms of the sample city's XZuFi export."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from corpus.musterstadt.content import Content
from corpus.musterstadt.front_matter import Link, ServiceFront
from corpus.musterstadt.xzufi_elements import (
    XSI_TYPE,
    absolute,
    add,
    add_area,
    add_code,
    add_id,
    add_link,
    add_text,
    number_of,
    qualified,
)
from corpus.musterstadt.xzufi_services import has_form_objects

_LINK_LIST = "urn:xoev-de:fim:codeliste:onlinedienstlinktyp"


def online_services(content: Content) -> Iterator[Element]:
    """Write every online service once, and what it is for as objects of their own (as PVOG hands it on)."""
    written: set[str] = set()
    for entry in content.of("services"):
        if not isinstance(entry.front, ServiceFront):
            continue
        for link in entry.front.online:
            if link.url not in written:
                written.add(link.url)
                yield _online_service(link)
            yield _responsibility(link, entry.key)


def forms(content: Content, base_url: str) -> Iterator[Element]:
    """Write the forms that services refer to, each once."""
    written: set[str] = set()
    for entry in content.of("services"):
        if not isinstance(entry.front, ServiceFront) or not has_form_objects(entry):
            continue
        for form in entry.front.forms:
            if form.url in written:
                continue
            written.add(form.url)
            made = Element(qualified("formular"))
            add_id(made, "id", number_of(form.url), "Formular")
            add_text(made, "bezeichnung", form.text)
            add_link(made, "link", absolute(form.url, content, entry, base_url), form.text)
            yield made


def _online_service(link: Link) -> Element:
    made = Element(qualified("onlinedienst"), {XSI_TYPE: "xzufi:OnlinedienstErweitert"})
    add_id(made, "id", number_of(link.url), "Onlinedienst")
    add_text(made, "bezeichnung", link.text)
    inner = add(made, "link", languageCode="de")
    add_code(inner, "typ", "01", listURI=_LINK_LIST, listVersionID="1")
    add(inner, "link", link.url)
    add(inner, "titel", link.text)
    return made


def _responsibility(link: Link, service: str) -> Element:
    made = Element(qualified("zustaendigkeitTransferObjekt"))
    add_id(made, "uebergeordnetesObjektID", number_of(link.url), "Onlinedienst")
    inner = add(made, "zustaendigkeit")
    add_id(inner, "id", number_of(f"{link.url} {service}"), "ZustaendigkeitOnlinedienst")
    add_id(inner, "leistungID", number_of(service))
    add_area(inner, "gebietID")
    return made
