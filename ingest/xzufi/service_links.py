"""Sorts a service's links into forms and online services: as the transfer says, else by their words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from corpus.records import Link
from ingest.reader.links import absolute, sort_links
from ingest.reader.parts import PageLink
from ingest.reader.sections import ReadSection
from ingest.reader.vocabulary import vocabulary
from ingest.xzufi.headings import FORMS_TEXT
from ingest.xzufi.languages import choose, name
from ingest.xzufi.model import OnlineService, Service
from ingest.xzufi.options import Options, is_reachable

Placed = list[tuple[int, Link]]


@dataclass(frozen=True)
class Certain:
    """Addresses of which the transfer says what they lead to."""

    forms: frozenset[str] = field(default_factory=frozenset)
    online: frozenset[str] = field(default_factory=frozenset)


def offered(found: Iterable[OnlineService], language: str, options: Options) -> list[PageLink]:
    """The links of online services or forms for a language: theirs, else those in other languages."""
    links: dict[str, PageLink] = {}
    for one in found:
        words = name(one.names, language)
        own = [link for link in one.links if link.language in {language, ""}]
        for link in own or one.links:
            if is_reachable(link.url, options):
                links.setdefault(link.url, PageLink(words or link.title or link.url, link.url))
    return list(links.values())


def spoken(found: Iterable[OnlineService], language: str) -> str:
    """The language of the names of online services or forms: that of a document if any is in it."""
    shown = [choose(one.names, language)[0] for one in found]
    return language if language in shown else next((name for name in shown if name), language)


def form_addresses(services: Iterable[Service]) -> Iterator[str]:
    """The addresses that stand as links in the module for forms: forms, whatever their file's ending."""
    for service in services:
        for one in service.modules:
            if one.code == FORMS_TEXT:
                yield from (link.url for link in one.links)


def place_links(
    read: Sequence[ReadSection], url: str, certain: Certain, options: Options
) -> tuple[Placed, Placed]:
    """Give forms and online services, each with the index of the section it stands in."""
    base = url if url.startswith("http") else ""
    sections = [(one.section.kind, one.section.heading, list(_usable(one, base, options))) for one in read]
    forms: dict[str, tuple[int, Link]] = {}
    online: dict[str, tuple[int, Link]] = {}
    told = sort_links(sections, base, vocabulary())
    told_online = {link.url for _, link in told.online} | certain.online
    for index, (_, _, links) in enumerate(sections):
        for link in links:
            entry = (index, Link(text=link.text or link.address, url=link.address))
            if link.address in certain.online or (
                link.address in told_online and link.address not in certain.forms
            ):
                online.setdefault(link.address, entry)
            elif link.address in certain.forms:
                forms.setdefault(link.address, entry)
    for index, form in told.forms:
        if form.url not in online:
            forms.setdefault(form.url, (index, form))
    return list(forms.values()), list(online.values())


def _usable(one: ReadSection, base: str, options: Options) -> Iterator[PageLink]:
    for link in one.links:
        address = absolute(link.address, base) if base else link.address
        if is_reachable(address, options):
            yield PageLink(link.text, address)
