"""Sorts a page's links: forms to fill in, online services, and offices in charge."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from corpus.records import Link, SectionKind
from ingest.addresses import canonical_url, is_web_address
from ingest.reader.characters import one_line
from ingest.reader.parts import PageLink
from ingest.reader.vocabulary import Vocabulary

_FILE = re.compile(r"\.(?:pdf|docx?|odt|rtf|xlsx?|ods)$", re.IGNORECASE)
_FILE_NOTE = re.compile(
    r"\s*[(\[](?:pdf|docx?|odt|xlsx?)?[\s,.|\d]*(?:[kmg]i?b(?:ytes?)?)?[,\s]*"
    r"(?:nicht barrierefrei)?[)\]]\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class SortedLinks:
    """Links by use, each with the index of the section that it stands in."""

    forms: tuple[tuple[int, Link], ...]
    online: tuple[tuple[int, Link], ...]
    offices: tuple[str, ...]


def sort_links(
    sections: Iterable[tuple[SectionKind, str, Iterable[PageLink]]], url: str, vocabulary: Vocabulary
) -> SortedLinks:
    """Sort the links of (kind, heading, links) sections of the page at `url`; the same address once."""
    forms: dict[str, tuple[int, Link]] = {}
    online: dict[str, tuple[int, Link]] = {}
    offices: dict[str, bool] = {}
    for index, (kind, heading, links) in enumerate(sections):
        for link in links:
            address = absolute(link.address, url)
            if not address:
                continue
            named = Link(text=_FILE_NOTE.sub("", link.text) or one_line(heading), url=address)
            if is_form(named, kind, vocabulary):
                forms.setdefault(address, (index, named))
            elif is_online(named, kind, url, vocabulary):
                online.setdefault(address, (index, named))
            elif _is_office(address, url, kind, vocabulary):
                named_as_contact = kind is SectionKind.CONTACT
                offices[canonical_url(address)] = (
                    offices.get(canonical_url(address), False) or named_as_contact
                )
    in_charge = sorted(offices, key=lambda office: not offices[office])
    return SortedLinks(tuple(forms.values()), tuple(online.values()), tuple(in_charge))


def absolute(address: str, url: str) -> str:
    """Resolve a link's address; "" for anything that isn't a web address."""
    try:
        resolved = urljoin(url, address.strip())
    except ValueError:
        return ""
    return resolved if is_web_address(resolved) else ""


def is_form(link: Link, kind: SectionKind, vocabulary: Vocabulary) -> bool:
    """Tell whether a link leads to a file to fill in or to hand in."""
    path = unquote(urlsplit(link.url).path)
    if not _FILE.search(path):
        return False
    name = f"{link.text} {path.rsplit('/', 1)[-1]}"
    if vocabulary.not_form_words.search(link.text):
        return False
    return kind is SectionKind.FORMS or bool(vocabulary.form_words.search(name))


def is_online(link: Link, kind: SectionKind, page: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a link leads to an online service or to booking an appointment."""
    if _FILE.search(urlsplit(link.url).path) or link.url.partition("#")[0] == page.partition("#")[0]:
        return False
    if vocabulary.not_online.search(link.text):
        return False
    if vocabulary.online_words.search(link.text):
        return True
    elsewhere = urlsplit(link.url).hostname != urlsplit(page).hostname
    portal = vocabulary.online_hosts.search(link.url)
    # A portal's own pages lead to each other; only from outside its host's name says that it is one.
    if portal is not None and (elsewhere or not portal[0].startswith("://")):
        return True
    return kind is SectionKind.ONLINE and elsewhere


def _is_office(address: str, page: str, kind: SectionKind, vocabulary: Vocabulary) -> bool:
    if urlsplit(address).netloc != urlsplit(page).netloc or _FILE.search(urlsplit(address).path):
        return False
    if canonical_url(address) == canonical_url(page):
        return False
    return kind is SectionKind.CONTACT or bool(vocabulary.offices.search(urlsplit(address).path))
