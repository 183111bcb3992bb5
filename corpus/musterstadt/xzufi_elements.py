"""Elements that all objects of the sample city's XZuFi export are made of."""

from collections.abc import Sequence
from datetime import date
from xml.etree.ElementTree import Element, SubElement
from zlib import crc32

from markdown_it.token import Token

from corpus.musterstadt.addresses import resolve
from corpus.musterstadt.body import html_of
from corpus.musterstadt.content import Content, Entry, as_time

NAMESPACE = "http://xoev.de/schemata/xzufi/2_2_0"
XSI_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
#: An editorial office and a regional key (of Hesse, 06) that don't exist.
AGENCY = "L069999"
ARS = "069990001001"
ARS_SCHEME = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs"
MODULE_LIST = "urn:de:xzufi:codeliste:leistungstextmodulleika"
CHANNEL_LIST = "urn:de:xoev:codeliste:erreichbarkeit"


def qualified(name: str) -> str:
    """A name in XZuFi's namespace."""
    return f"{{{NAMESPACE}}}{name}"


def add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """Add a child with a text."""
    child = SubElement(parent, qualified(name), attributes)
    child.text = text or None
    return child


def add_text(parent: Element, name: str, text: str, language: str = "de") -> Element:
    """Add a text (HTML goes in escaped) in a language."""
    return add(parent, name, text, languageCode=language)


def add_code(parent: Element, name: str, code: str, words: str = "", **attributes: str) -> Element:
    """Add a code; `code` and `name` inside are in no namespace."""
    child = SubElement(parent, qualified(name), attributes)
    SubElement(child, "code").text = code
    if words:
        SubElement(child, "name").text = words
    return child


def add_id(parent: Element, name: str, value: str, scheme: str = "") -> Element:
    """Add an id of our editorial office."""
    scheme_of = {"schemeID": scheme} if scheme else {}
    return add(parent, name, value, schemeAgencyID=AGENCY, **scheme_of)


def add_area(parent: Element, name: str) -> None:
    """Add the town's area."""
    add(parent, name, ARS, schemeID=ARS_SCHEME)


def add_link(parent: Element, name: str, url: str, title: str, language: str = "de") -> Element:
    """Add a link with its words."""
    child = SubElement(parent, qualified(name), {"languageCode": language})
    add(child, "uri", url)
    add(child, "titel", title)
    return child


def add_version(parent: Element, modified: date, languages: Sequence[str] = ("de",)) -> None:
    """Add when an object was changed, and in which languages it is kept."""
    add(add(parent, "versionsinformation"), "geaendertDatumZeit", as_time(modified).isoformat())
    for language in languages:
        child = add(parent, "sprachversion")
        add(child, "languageCode", language)
        add(child, "sprachbezeichnungDeutsch", {"de": "Deutsch", "en": "Englisch"}[language])


def number_of(key: str) -> str:
    """An object's number, seven digits with leading zeros, always the same for a content file."""
    return f"{crc32(key.encode()) % 10_000_000:07d}"


def html(tokens: Sequence[Token], content: Content, entry: Entry, base_url: str) -> str:
    """The HTML of a part, with absolute links."""
    return html_of(tokens, lambda href: absolute(href, content, entry, base_url)).strip()


def absolute(href: str, content: Content, entry: Entry, base_url: str) -> str:
    """The whole address of what a content file links to."""
    target = resolve(href, content, entry.file)
    return base_url + target if target.startswith("/") else target
