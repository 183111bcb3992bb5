"""Services of the sample city's XZuFi export: text modules by code, costs, deadlines, durations, terms."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from corpus.musterstadt.addresses import address
from corpus.musterstadt.blocks import variant
from corpus.musterstadt.body import Part
from corpus.musterstadt.content import Content, Entry
from corpus.musterstadt.front_matter import ServiceFront, TranslatedFront
from corpus.musterstadt.xzufi_elements import (
    MODULE_LIST,
    absolute,
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
from corpus.records import SectionKind
from corpus.values.amounts import find_amounts

_CODES = {
    SectionKind.DOCUMENTS: "08",
    SectionKind.REQUIREMENTS: "09",
    SectionKind.PROCEDURE: "11",
    SectionKind.LEGAL: "07",
    SectionKind.FORMS: "14",
    SectionKind.CONTACT: "23",
}
_OWN_ELEMENTS = {
    SectionKind.FEES: "modulKosten",
    SectionKind.DEADLINE: "modulFrist",
    SectionKind.DURATION: "modulBearbeitungsdauer",
}
_LANGUAGES = ("de", "en")


def service(entry: Entry, content: Content, base_url: str) -> Element:
    """Write a service; its English page, if there is one, gives the English texts."""
    front = entry.front
    if not isinstance(front, ServiceFront):
        raise TypeError(f"{entry.file} is no service")
    pages = {"de": entry, **{page.language: page for page in _translations(entry, content)}}
    written = Element(qualified("leistung"))
    add_id(written, "id", number_of(entry.key), "Leistung")
    add_id(written, "idSekundaer", entry.stem)
    for key in front.leika:
        add_code(written, "referenzLeiKa", key, listURI="urn:de:fim:leika:leistung", listVersionID="20260901")
    _add_titles(written, pages)
    _add_texts(written, pages, content, base_url)
    _add_form_links(written, entry, content, base_url)
    for kind, name in _OWN_ELEMENTS.items():
        _add_own_element(written, name, kind, pages, content, base_url)
    _add_terms(written, pages)
    _add_approval(written, entry, content)
    _add_form_references(written, entry)
    for language, page in pages.items():
        add_link(written, "modulUrsprungsportal", base_url + address(page), page.front.title, language)
    category = add(written, "kategorie")
    add_id(category, "id", number_of(front.topic))
    add_text(category, "bezeichnung", front.topic)
    add_area(written, "gueltigkeitGebietID")
    add_version(written, front.modified, tuple(pages))
    return written


def has_form_objects(entry: Entry) -> bool:
    """Whether a service's forms come as objects of their own (else as links in the module for forms)."""
    return variant(entry.stem, 2) == 1


def _translations(entry: Entry, content: Content) -> Iterator[Entry]:
    for other in content.of("en"):
        if isinstance(other.front, TranslatedFront) and other.front.translates == entry.key:
            yield other


def _add_titles(written: Element, pages: dict[str, Entry]) -> None:
    catalogue = _module(written, "02")
    add_text(catalogue, "inhalt", pages["de"].front.title)
    citizens = _module(written, "03")
    for language, page in pages.items():
        add_text(citizens, "inhalt", page.front.title, language)


def _module(written: Element, code: str) -> Element:
    module = add(written, "modulText")
    add(module, "positionDarstellung", str(sum(1 for _ in written.iter(module.tag))))
    add_code(module, "leikaTextmodul", code, listURI=MODULE_LIST, listVersionID="20240216")
    return module


def _add_texts(written: Element, pages: dict[str, Entry], content: Content, base_url: str) -> None:
    intros = {
        language: _parts(page, SectionKind.DESCRIPTION, headed=False) for language, page in pages.items()
    }
    _add_module(written, "06", pages, intros, content, base_url)
    for kind, code in _CODES.items():
        found = {language: _parts(page, kind) for language, page in pages.items()}
        _add_module(written, code, pages, found, content, base_url)
    for kind in (SectionKind.DESCRIPTION, SectionKind.HOURS, SectionKind.ONLINE):
        for language, page in pages.items():
            for part in _parts(page, kind):
                module = _module(written, "16")
                add_text(module, "leikaTextmodulAbweichendeBezeichnung", part.heading, language)
                add_text(module, "inhalt", html(part.tokens, content, page, base_url), language)


def _parts(page: Entry, kind: SectionKind, *, headed: bool = True) -> list[Part]:
    return [part for part in page.parts if part.kind is kind and bool(part.heading) is headed]


def _add_module(
    written: Element,
    code: str,
    pages: dict[str, Entry],
    found: dict[str, list[Part]],
    content: Content,
    base_url: str,
) -> None:
    if not any(found.values()):
        return
    module = _module(written, code)
    for language, parts in found.items():
        for position, part in enumerate(parts):
            # Editors put a second section of a kind under a heading of its own within the module.
            heading = f"<h3>{part.heading}</h3>\n" if position else ""
            add_text(
                module, "inhalt", heading + html(part.tokens, content, pages[language], base_url), language
            )


def _add_own_element(
    written: Element,
    name: str,
    kind: SectionKind,
    pages: dict[str, Entry],
    content: Content,
    base_url: str,
) -> None:
    found = [(language, page, part) for language, page in pages.items() for part in _parts(page, kind)]
    if not found:
        return
    module = add(written, name)
    if name == "modulKosten" and variant(pages["de"].stem, 4) == 0:
        for label, amount in _rows(found[0][2]):
            cost = add(module, "kosten")
            fixed = add(add(cost, "kostenauswahl"), "kostenFix")
            add(fixed, "betrag", amount, currencyCode="EUR")
            add_text(cost, "beschreibung", label)
    for language, page, part in found:
        add_text(module, "beschreibung", html(part.tokens, content, page, base_url), language)


def _rows(part: Part) -> Iterator[tuple[str, str]]:
    """Rows of a table of fees: what for, and the amount with a dot."""
    for line in part.text.splitlines():
        match = re.fullmatch(r"[^:;]+: (?P<label>[^;]+); [^:;]+: (?P<fee>[^;]+)", line)
        amounts = find_amounts(match["fee"]) if match else []
        if match and len(amounts) == 1:
            yield match["label"], f"{amounts[0].value:.2f}"


def _add_form_links(written: Element, entry: Entry, content: Content, base_url: str) -> None:
    front = entry.front
    if not isinstance(front, ServiceFront) or not front.forms or has_form_objects(entry):
        return
    module = _module(written, "14")
    for form in front.forms:
        url = absolute(form.url, content, entry, base_url)
        add_link(module, "weiterfuehrenderLink", url, form.text)


def _add_form_references(written: Element, entry: Entry) -> None:
    front = entry.front
    if not isinstance(front, ServiceFront) or not front.forms or not has_form_objects(entry):
        return
    module = add(written, "modulDokument")
    for form in front.forms:
        paper = add(module, "dokumentEingehend")
        add_code(paper, "typ", "999", listURI="urn:de:fim:codeliste:dokumenttyp")
        add_text(paper, "bezeichnung", form.text)
        add_id(paper, "referenzFormularID", number_of(form.url))


def _add_terms(written: Element, pages: dict[str, Entry]) -> None:
    words = [(language, word) for language, page in pages.items() for word in page.front.keywords]
    if not words:
        return
    module = add(written, "modulBegriffImKontext")
    for language, word in words:
        add_text(add(module, "begriffImKontext"), "begriff", word, language)


def _add_approval(written: Element, entry: Entry, content: Content) -> None:
    front = entry.front
    module = add(written, "modulFachlicheFreigabe")
    add(module, "fachlichFreigegebenAm", front.modified.isoformat())
    department = content.entries.get(f"departments/{getattr(front, 'department', None)}")
    add_text(
        module, "fachlichFreigegebenDurch", department.front.title if department else content.site.authority
    )
