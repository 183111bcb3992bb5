"""Reads a website as a source: crawls it, makes documents of it, and tells whether anything changed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, overload

from pydantic import BaseModel, ConfigDict

from corpus.progress import Progress
from corpus.records import Document
from corpus.sources import WebsiteSource
from ingest.safety.suspicion import Suspicion
from ingest.website.crawl import crawl
from ingest.website.fingerprint import reader_fingerprint
from ingest.website.job import Limits
from ingest.website.spool import Spool
from ingest.website.state.records import Event, Outcome

if TYPE_CHECKING:
    from ingest.website.documents import SiteDocuments

_LAST = "last reading"
_CONFIRMED = "confirmed"


class Summary(BaseModel):
    """What a reading gave beside its documents, kept for when nothing has changed.

    `copies` are pairs of an address and the id of the document that it shows.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    documents: int
    copies: tuple[tuple[str, str], ...] = ()
    unreadable: dict[str, str] = {}
    hints: dict[str, str] = {}
    suspicious: tuple[Suspicion, ...] = ()
    kept: tuple[str, ...] = ()


class LateDocuments(Sequence[Document]):
    """Documents whose number is known, and that are read when somebody looks at them."""

    def __init__(self, count: int, read: Callable[[], list[Document]]) -> None:
        self._count, self._read = count, read
        self._documents: list[Document] | None = None

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Document: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Document]: ...

    def __getitem__(self, index: int | slice) -> Document | Sequence[Document]:
        return self._all()[index]

    def __iter__(self) -> Iterator[Document]:
        return iter(self._all())

    def _all(self) -> list[Document]:
        if self._documents is None:
            self._documents = self._read()
        return self._documents


@dataclass(frozen=True)
class WebsiteReading:
    """A website's documents and what else its reading gave.

    `temporary` are addresses whose server failed, or that weren't reached. `unchanged` tells that the
    documents are those that were confirmed to be stored; `confirm` says so of these.
    """

    documents: Sequence[Document]
    summary: Summary
    events: tuple[Event, ...]
    temporary: frozenset[str]
    unchanged: bool
    confirm: Callable[[], None]


def read_website(
    source: WebsiteSource,
    city: str,
    website: str,
    folder: Path,
    stored: Callable[[], Iterable[Document]],
    progress: Progress,
    limits: Limits | None = None,
) -> WebsiteReading:
    """Read a website; `folder` is where its state is kept between two readings.

    `website` names the city in the crawler's requests; `stored` gives the source's documents so far. Raises
    `SourceFailed` with one sentence if nothing can be read.
    """
    spool = crawl(source, folder, website, progress, limits)
    home = str(source.start[0])
    digest = f"{reader_fingerprint()} {home} {spool.digest()}"

    def read_pages() -> "SiteDocuments":
        # Not imported where nothing has changed: it takes longer than asking whether anything has.
        from ingest.website.documents import site_documents

        return site_documents(spool, city=city, source=source.name, home=home, progress=progress)

    def confirm() -> None:
        spool.note(_CONFIRMED, digest)

    unchanged = spool.notes.get(_CONFIRMED) == digest
    if not unchanged:
        # Should the caller be interrupted, what is stored is neither the one reading nor the other.
        spool.note(_CONFIRMED, "")
    last = spool.notes.get(_LAST) if unchanged else None
    if last is not None:
        summary = Summary.model_validate_json(last)
        read: Sequence[Document] = LateDocuments(summary.documents, lambda: read_pages().documents)
    else:
        site = read_pages()
        read = site.documents
        summary = Summary(
            documents=len(read),
            copies=tuple((copy.url, copy.document_id) for copy in site.copies),
            unreadable=site.unreadable,
            hints=site.hints,
            suspicious=tuple(site.suspicious),
            kept=site.kept,
        )
        spool.note(_LAST, summary.model_dump_json())
    spool.trust()
    events = tuple(spool.events())
    return WebsiteReading(
        documents=read,
        summary=summary,
        events=events,
        temporary=_temporary(spool, events, stored),
        unchanged=last is not None,
        confirm=confirm,
    )


def _temporary(
    spool: Spool, events: Iterable[Event], stored: Callable[[], Iterable[Document]]
) -> frozenset[str]:
    """Give the addresses of which nothing was learnt.

    Where the state is lost and the crawl ended early, that is everything it didn't get to.
    """
    failed = {event.url for event in events if event.outcome is Outcome.TEMPORARY}
    end = spool.end()
    if spool.first() and end is not None and not end.complete:
        met = {page.url for page in spool.pages()} | {event.url for event in events} | set(spool.redirects())
        failed |= {document.url for document in stored() if document.url not in met}
    return frozenset(failed)
