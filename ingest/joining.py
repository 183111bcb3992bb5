"""Joins documents of several sources about one page: a service of the website and of XZuFi becomes one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, Self
from urllib.parse import urlsplit

from corpus.analysis.tokens import index_tokens
from corpus.records import Audience, Document, DocumentKind
from ingest.addresses import canonical_url, is_web_address
from ingest.merging import merge


class _Place(NamedTuple):
    """Where a document is shown, to whom, in which language; scheme and last slash don't count."""

    address: str
    language: str
    simple: bool
    audience: Audience


class _Card(NamedTuple):
    """What of a document decides what it is joined with; a large city's texts don't stay in memory."""

    id: str
    source: str
    title: str
    url: str
    aliases: tuple[str, ...]
    kind: DocumentKind
    language: str
    simple: bool
    audience: Audience
    valid_from: date | None
    valid_until: date | None

    @classmethod
    def of(cls, document: Document) -> Self:
        """The card of a document."""
        return cls(*(getattr(document, name) for name in cls._fields))


class JoinedSources:
    """Documents of several sources, with those that have the same canonical address made one.

    The document of the source that comes first keeps its id and title and lists the others' ids as `joined`;
    references to their offices follow. Nothing is joined where it isn't clear that both describe the same: an
    address that several documents of one source share, the start page of a site, different kinds (a page may
    be anything), another language or audience, and what isn't valid on the day `today`.
    """

    def __init__(self, documents: Iterable[Document], today: date) -> None:
        """Take documents source by source, in the order of city.toml, each id once.

        They are iterated here and again whenever this is, and have to be the same each time: so they can be
        read from the store, and a large city's texts don't stay in memory.
        """
        self._documents = documents
        cards = [_Card.of(document) for document in documents]
        groups = _groups(cards, today)
        self._others = {group[0].id: [one.id for one in group[1:]] for group in groups if len(group) > 1}
        self._moved = {other: first for first, others in self._others.items() for other in others}
        self._total = len(groups)
        self.joined = len(cards) - len(groups)

    def __len__(self) -> int:
        return self._total

    def __iter__(self) -> Iterator[Document]:
        if not self._moved:
            yield from self._documents
            return
        others = {one.id: one for one in self._documents if one.id in self._moved}
        for document in self._documents:
            if document.id not in self._moved:
                group = [document, *(others.pop(name) for name in self._others.get(document.id, ()))]
                yield _with_offices(merge(group), self._moved)


def _groups(ordered: Sequence[_Card], today: date) -> list[list[_Card]]:
    """Gather the documents to join; each group's first is the one that stays."""
    shared = Counter((one.source, place) for one in ordered if (place := _place(one, one.url)))
    groups: list[list[_Card]] = []
    at: dict[_Place, list[list[_Card]]] = defaultdict(list)
    for document in ordered:
        main = _place(document, document.url)
        if main is None or shared[document.source, main] > 1 or not _in_force(document, today):
            groups.append([document])
            continue
        places = [main, *(place for alias in document.aliases if (place := _place(document, alias)))]
        group = next((one for place in places for one in at[place] if _is_same(document, one)), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(document)
        for place in places:
            if group not in at[place]:
                at[place].append(group)
    return groups


def _place(document: _Card, url: str) -> _Place | None:
    """Give where an address is; None for one that isn't on the web and for a site's start page."""
    if not is_web_address(url):
        return None
    parts = urlsplit(canonical_url(url))
    path = parts.path.rstrip("/")
    if not path and not parts.query:
        return None
    query = f"?{parts.query}" if parts.query else ""
    return _Place(f"{parts.netloc}{path}{query}", document.language, document.simple, document.audience)


def _is_same(document: _Card, group: list[_Card]) -> bool:
    first = group[0]
    if any(one.source == document.source for one in group):
        return False
    kinds = {one.kind for one in (*group, document)} - {DocumentKind.PAGE}
    if len(kinds) > 1:
        return False
    # What a page of no kind is about, only its title says: an overview isn't the service that links to it.
    return document.kind is first.kind or bool(_subject(document) & _subject(first))


def _subject(document: _Card) -> set[str]:
    return set(index_tokens(document.title))


def _in_force(document: _Card, today: date) -> bool:
    return (document.valid_from or today) <= today <= (document.valid_until or today)


def _with_offices(document: Document, moved: dict[str, str]) -> Document:
    offices = tuple(dict.fromkeys(_office_ids(document, moved)))
    return document if offices == document.office_ids else document.model_copy(update={"office_ids": offices})


def _office_ids(document: Document, moved: dict[str, str]) -> Iterator[str]:
    for name in document.office_ids:
        here = moved.get(name, name)
        if here != document.id:
            yield here
