"""Updates a city: reads its sources, stores what they say, builds and publishes the next generation."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from corpus.city import City
from corpus.difference.documents import DocumentChange, compare_documents
from corpus.embedding.embedder import Embedder
from corpus.generations.shelf import Shelf
from corpus.progress import Progress, silent
from corpus.records import Document
from corpus.sources import AnySource
from corpus.store.documents import DocumentStore
from corpus.values.hours import BERLIN
from ingest.disk import clear_disk_errors
from ingest.errors import SourceFailed
from ingest.lock import update_lock
from ingest.reading import Reading, read_source
from ingest.report import Report, SourceReport, last_report, run_name, write_report
from ingest.serving import Serving
from ingest.standing import generation_inputs, still_served

MOST_SHOWN = 200
"""Changed documents of one source whose differences are worked out for the report."""


def update_city(
    city: City,
    data: Path,
    store: DocumentStore,
    embedder: Embedder,
    progress: Progress = silent,
    *,
    force: bool = False,
) -> Report:
    """Read every source of `city` and serve the result, if it stands the checks (or with `force` anyway).

    A source that fails leaves its documents as they are; pages whose server failed keep what was read from
    them earlier. Where nothing changed, nothing is built. The report says what happened and is kept under
    `data/reports/<city>/`. Raises `UpdateRunning` if another process updates this city, `StoreError` if the
    database can't be used, `DiskFull` if there is no room; what is served stays as it is then, and the next
    update clears up.
    """
    with update_lock(data, city.id), clear_disk_errors(data):
        began, started = time.monotonic(), datetime.now(UTC)
        last, day = last_report(data, city.id), started.astimezone(BERLIN).date()
        update = _Update(city, data, store, run_name(started), progress, last)
        sources = tuple(update.source(source) for source in city.sources)
        shelf, inputs = Shelf(data / "generations" / city.id), generation_inputs(city, embedder, day)
        same = not force and all(source.same for source in sources)
        served, joined = (
            still_served(last, inputs, shelf, embedder) if same else None,
            last.joined if last else 0,
        )
        if served is None:
            from ingest.joining import JoinedSources
            from ingest.notices import Announced

            documents = JoinedSources(_Stored(store, city), day)
            serving = Serving(city, shelf, embedder, progress, force)
            served, joined = serving.serve(Announced(documents), len(documents)), documents.joined
        report = Report(
            city=city.id,
            run=update.run,
            started=started,
            seconds=round(time.monotonic() - began, 3),
            sources=tuple(source.report for source in sources),
            joined=joined,
            inputs=inputs,
            generation=served.generation,
            published=served.published,
            unchanged_generation=served.unchanged,
            reasons=served.reasons,
            contradictions=served.contradictions,
        )
        write_report(report, data)
        for source in sources:
            source.confirm()
        return report


@dataclass(frozen=True)
class _Stored:
    """A city's documents, source by source as in city.toml; of two with one id the first.

    Those of a source that city.toml doesn't name any more stay in the store but aren't served.
    """

    store: DocumentStore
    city: City

    def __iter__(self) -> Iterator[Document]:
        seen: set[str] = set()
        for source in self.city.sources:
            for document in self.store.documents(self.city.id, source=source.name):
                if document.id not in seen:
                    seen.add(document.id)
                    yield document


def _nothing() -> None:
    """Confirm nothing."""


@dataclass(frozen=True)
class _Source:
    """What became of a source; `same` tells that it is as it was when the last update called `confirm`."""

    report: SourceReport
    same: bool = False
    confirm: Callable[[], None] = _nothing


def _told_by(reading: Reading, name: str) -> SourceReport:
    """What a reading itself tells of its source, whatever became of its documents."""
    return SourceReport(
        name=name,
        kept=reading.kept,
        failed=reading.failed,
        skipped_by_robots=reading.skipped_by_robots,
        left_out=reading.left_out,
        duplicates=reading.duplicates,
        hints=reading.hints,
        transfer=reading.transfer,
    )


@dataclass(frozen=True)
class _Update:
    """One run over the sources of a city; `last` is the report of the one before."""

    city: City
    data: Path
    store: DocumentStore
    run: str
    progress: Progress
    last: Report | None

    def source(self, source: AnySource) -> _Source:
        """Read one source and store what it says."""
        try:
            reading = read_source(
                source, self.city, self.data, lambda: self._stored(source.name), self.progress
            )
        except SourceFailed as error:
            return _Source(SourceReport(name=source.name, error=str(error)))
        kept = self._kept(reading, source.name)
        if reading.unchanged and not kept and (as_before := self._as_before(source.name, reading)):
            return _Source(as_before, same=True, confirm=reading.confirm)
        from ingest.safety.inspection import inspect_documents

        inspected = inspect_documents(reading.documents)
        documents = [*inspected.documents, *kept]
        if not documents:
            empty = f"Die Quelle „{source.name}“ enthält keine lesbaren Dokumente."
            return _Source(SourceReport(name=source.name, error=empty))
        changes = self.store.replace_source(self.city.id, source.name, documents, self.run)
        report = _told_by(reading, source.name).model_copy(
            update={
                "documents": len(documents),
                "new": changes.new,
                "changed": changes.changed,
                "unchanged": len(changes.unchanged),
                "removed": changes.removed,
                "kept": (*reading.kept, *(document.id for document in kept)),
                "suspicious": (*reading.suspicious, *inspected.suspicions),
                "differences": tuple(self._differences(source.name)) if changes.changed else (),
            }
        )
        return _Source(report, confirm=reading.confirm)

    def _as_before(self, name: str, reading: Reading) -> SourceReport | None:
        """Report a source whose documents are those that are stored; None where that isn't certain."""
        before = next((one for one in (self.last.sources if self.last else ()) if one.name == name), None)
        stored = next(self._stored(name), None)
        if before is None or before.error or before.documents != len(reading.documents) or stored is None:
            return None
        as_before = {
            "documents": before.documents,
            "unchanged": before.documents,
            "suspicious": before.suspicious,
        }
        return _told_by(reading, name).model_copy(update=as_before)

    def _stored(self, source: str) -> Iterator[Document]:
        return self.store.documents(self.city.id, source=source)

    def _kept(self, reading: Reading, source: str) -> list[Document]:
        """Give stored documents whose page failed for a time and that weren't read under another address."""
        if not reading.temporary:
            return []
        read = {document.id for document in reading.documents}
        return [
            document
            for document in self._stored(source)
            if document.url in reading.temporary and document.id not in read
        ]

    def _differences(self, source: str) -> Iterator[DocumentChange]:
        changes = self.store.changes(self.city.id, source, self.run)
        return (compare_documents(old, new) for old, new in islice(changes, MOST_SHOWN))
