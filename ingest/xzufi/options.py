"""What a city sets for its XZuFi source, and what a document is called."""

import ipaddress
import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, urlsplit

from ingest.addresses import is_web_address
from ingest.xzufi.blocks import GERMAN
from ingest.xzufi.model import Key, WebLink

INTERNAL = "intern"
_VARIANT = re.compile(r"@(?:[a-z]{2,3}(?:-simple)?|intern)$")
_NOT_PUBLIC = re.compile(
    r"localhost$|\.(?:local|localdomain|lan|intern|internal|intra|home|corp)$", re.IGNORECASE
)


class Mode(StrEnum):
    """Whether what a delivery doesn't hold is deleted (`FULL`) or unchanged (`DELTA`); no file says which."""

    FULL = "full"
    DELTA = "delta"


@dataclass(frozen=True)
class Options:
    """`areas` are the town's keys (ARS with 12 digits, or AGS); empty: everything is taken.

    `max_loss` is the share of files in an index, and of objects, that a full delivery may lose. `page` is the
    address of a page about an object, with `{id}` for its id, where the transfer gives none.
    `private_addresses` keeps links into private networks (for a test site).
    """

    areas: tuple[str, ...] = ()
    max_loss: float = 0.1
    page: str = ""
    private_addresses: bool = False


def document_id(source: str, key: Key, variant: str = GERMAN) -> str:
    """Make a document's id, "xzufi:L100042.LB.101954", with "@en" for another language than German."""
    agency = f"{key.agency}." if key.agency else ""
    ending = "" if variant == GERMAN else f"@{variant}"
    return f"{source}:{agency}{key.kind}.{key.value}{ending}"


def without_variant(document: str) -> str:
    """Give the id of an object's German document for that of any of its documents."""
    return _VARIANT.sub("", document)


def page_address(links: tuple[WebLink, ...], variant: str, key: Key, options: Options) -> str:
    """Choose the address to cite: the page of origin in the document's language, else in any, else our own.

    Suppliers fill in placeholders such as "http://portal/…"; what isn't on a public host is passed over.
    """
    usable = [link for link in links if is_reachable(link.url, options)]
    usable.sort(key=lambda link: (link.language != variant, link.language != GERMAN))
    if usable:
        return usable[0].url
    if options.page:
        return options.page.replace("{id}", quote(key.value, safe=""))
    return f"#/xzufi/{quote(document_id('', key, variant).lstrip(':'), safe='.@')}"


def is_reachable(url: str, options: Options) -> bool:
    """Tell whether citizens can open an address: http or https, on a public host."""
    if not is_web_address(url):
        return False
    host = (urlsplit(url).hostname or "").rstrip(".")
    if options.private_addresses:
        return True
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host and not _NOT_PUBLIC.search(host)
