"""Reads `leistung` and `spezialisierung`, of all versions: they differ in names, and both are known."""

from ingest.errors import Unreadable
from ingest.reader.characters import one_line
from ingest.xzufi.blocks import (
    GERMAN,
    changed,
    code,
    day,
    identifier,
    language,
    machine_translated,
    periods,
    texts,
    word,
)
from ingest.xzufi.model import Identifier, Service, Texts, WebLink
from ingest.xzufi.module_reader import read_modules
from ingest.xzufi.node import Node

# Known and of no use for an answer. Related services, processes and publishers are keys into catalogues.
_UNUSED = (
    "struktur",
    "idSekundaer",
    "typisierung",
    "vertrauensniveau",
    "leistungsadressat",
    "kennzeichenSchriftformerfordernis",
    "kennzeichenFormularSchriftformerfordernis",
    "kennzeichenEA",
    "durchfuehrbarEinheitlicheStelle",
    "klassifizierung",
    "informationsbereichSDG",
    "informationsbereicheSDG",
    "idLeistungImKontext",
    "leistungImKontextID",
    "idProzess",
    "prozessID",
    "herausgeber",
    "relevantFuerWirtschaftszweig",
    "relevantFuerRechtsform",
    "relevantFuerStaatsangehoerigkeit",
)


def read_service(node: Node) -> Service:
    """Read a service or a specialisation; raises `Unreadable` without an id."""
    found = identifier(node.first("id"))
    if found is None:
        raise Unreadable(f"Ein Objekt „{node.name}“ hat keine Kennung (id).")
    node.skip(*_UNUSED)
    approved, approved_by = _approval(node)
    return Service(
        id=found,
        refines=_refined(node, found) if node.name == "spezialisierung" else None,
        names=texts(node.all("bezeichnung")),
        leika=_leika(node),
        modules=tuple(read_modules(node)),
        terms=_terms(node),
        topics=_topics(node),
        pages=_pages(node),
        areas=areas(node.all("gueltigkeitGebietID", "gebietID")),
        periods=periods(node.all("gueltigkeit")),
        approved=day(approved) if approved_by is not None else None,
        changed=changed(node),
        machine_translated=machine_translated(node),
    )


def areas(nodes: list[Node]) -> tuple[str, ...]:
    """Read the keys of areas as text."""
    return tuple(dict.fromkeys(word(node.text) for node in nodes if node.text))


def _refined(node: Node, own: Identifier) -> Identifier | None:
    service = identifier(node.first("leistungID", "leistungsID", "referenzLeistungID", "idLeistung"))
    return service and Identifier(service.agency or own.agency, service.value)


def _leika(node: Node) -> tuple[str, ...]:
    codes = [code(one) for one in node.all("referenzLeiKa", "referenzLeistungsschluessel")]
    return tuple(dict.fromkeys("".join(one.split()) for one in codes if one))


def _terms(node: Node) -> Texts:
    found: dict[str, list[str]] = {}
    for module in node.all("modulBegriffImKontext"):
        module.skip("positionDarstellung", "id", "idSekundaer", "gueltigkeit", "zugangskanal")
        for term in module.all("begriffImKontext"):
            term.skip("typ")
            for name, words in texts(term.all("begriff")).items():
                found.setdefault(name, []).extend(words)
    return {name: tuple(dict.fromkeys(words)) for name, words in found.items()}


def _topics(node: Node) -> Texts:
    """Read the first category's name by language: the topic under which a reader would look."""
    for category in node.all("kategorie"):
        category.skip(
            "id",
            "idSekundaer",
            "uebergeordneteKategorieID",
            "untergeordneteKategorieID",
            "beschreibung",
            "klasse",
        )
        if names := texts(category.all("bezeichnung")):
            return names
    return {}


def _approval(node: Node) -> tuple[str, Node | None]:
    module = node.first("modulFachlicheFreigabe")
    if module is None:
        return "", None
    module.skip(
        "fachlichFreigegebenDurch",
        "positionDarstellung",
        "id",
        "idSekundaer",
        "gueltigkeit",
        "zugangskanal",
        "weiterfuehrenderLink",
    )
    return module.value("fachlichFreigegebenAm"), module


def _pages(node: Node) -> tuple[WebLink, ...]:
    """Read the addresses of origin, by language."""
    found: list[WebLink] = []
    for portal in node.all("modulUrsprungsportal"):
        portal.skip("positionDarstellung", "id", "idSekundaer", "gueltigkeit", "zugangskanal", "beschreibung")
        url, title = one_line(portal.value("uri")), one_line(portal.value("titel"))
        if url:
            spoken = language(portal.attributes.get("languageCode", GERMAN))
            found.append(WebLink(url=url, title=title, language=spoken))
    # Where reports of 2.1 name the page.
    if url := one_line(node.value("uri")):
        found.append(WebLink(url=url))
    return tuple(found)
