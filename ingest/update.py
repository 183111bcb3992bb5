"""Updates a city: reads its sources, stores what they say, builds and publishes the next generation."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from corpus.city import AnySource, City
from corpus.embedding.embedder import Embedder
from corpus.generations.checks import check
from corpus.generations.errors import GenerationError
from corpus.generations.opened import Generation
from corpus.generations.shelf import Shelf
from corpus.progress import Progress, silent
from corpus.records import Document
from corpus.store.documents import DocumentStore
from corpus.values.hours import BERLIN
from ingest.errors import SourceFailed
from ingest.joining import join_sources
from ingest.reading import Reading, read_source
from ingest.report import Report, SourceReport, run_name, write_report


def update_city(
    city: City, data: Path, store: DocumentStore, embedder: Embedder, progress: Progress = silent
) -> Report:
    """Read every source of `city` and serve the result, if it stands the checks.

    A source that fails leaves its documents as they are; pages whose server failed keep what was read from
    them earlier. The report says what happened and is kept under `data/reports/<city>/`. Raises `StoreError`
    if the database can't be written.
    """
    began, started = time.monotonic(), datetime.now(UTC)
    run = run_name(started)
    sources = tuple(_update_source(source, city, data, store, run, progress) for source in city.sources)
    stored = list(store.documents(city.id))
    documents = join_sources(
        stored, [source.name for source in city.sources], started.astimezone(BERLIN).date()
    )
    generation, reasons = _next_generation(city, data, documents, embedder, progress)
    report = Report(
        city=city.id,
        run=run,
        started=started,
        seconds=round(time.monotonic() - began, 3),
        sources=sources,
        joined=len(stored) - len(documents),
        generation=generation,
        published=generation is not None and not reasons,
        reasons=tuple(reasons),
    )
    write_report(report, data)
    return report


def _update_source(
    source: AnySource,
    city: City,
    data: Path,
    store: DocumentStore,
    run: str,
    progress: Progress,
) -> SourceReport:
    try:
        reading = read_source(source, city, data, lambda: _stored(store, city.id, source.name), progress)
    except SourceFailed as error:
        return SourceReport(name=source.name, error=str(error))
    kept = _kept(reading, store, city.id, source.name)
    documents = [*reading.documents, *kept]
    if not documents:
        return SourceReport(
            name=source.name, error=f"Die Quelle „{source.name}“ enthält keine lesbaren Dokumente."
        )
    changes = store.replace_source(city.id, source.name, documents, run)
    return SourceReport(
        name=source.name,
        documents=len(documents),
        new=changes.new,
        changed=changes.changed,
        unchanged=len(changes.unchanged),
        removed=changes.removed,
        kept=tuple(document.id for document in kept),
        failed=reading.failed,
        skipped_by_robots=reading.skipped_by_robots,
        left_out=reading.left_out,
        duplicates=reading.duplicates,
        transfer=reading.transfer,
    )


def _stored(store: DocumentStore, city: str, source: str) -> Iterator[Document]:
    return (document for document in store.documents(city) if document.source == source)


def _kept(reading: Reading, store: DocumentStore, city: str, source: str) -> list[Document]:
    """Give the stored documents whose page failed for a time and that weren't read under another address."""
    if not reading.temporary:
        return []
    read = {document.id for document in reading.documents}
    return [
        document
        for document in _stored(store, city, source)
        if document.url in reading.temporary and document.id not in read
    ]


def _next_generation(
    city: City, data: Path, documents: list[Document], embedder: Embedder, progress: Progress
) -> tuple[str | None, list[str]]:
    """Build, check and publish; gives the generation's name and the reasons not to publish it."""
    from corpus.generations.build import build_generation

    if not documents:
        return None, ["Keine Quelle hat ein Dokument geliefert; es gibt nichts, was in Betrieb gehen könnte."]
    shelf = Shelf(data / "generations" / city.id)
    folder = shelf.new_folder()
    try:
        build_generation(folder, city.id, documents, embedder, progress)
        reasons = _check(folder, shelf, city, embedder)
    except GenerationError as error:
        shelf.discard(folder)
        return None, [str(error)]
    if reasons:
        shelf.discard(folder)
        return None, reasons
    shelf.publish(folder)
    return folder.name, []


def _check(folder: Path, shelf: Shelf, city: City, embedder: Embedder) -> list[str]:
    new = Generation.open(folder, embedder)
    try:
        old = _open_current(shelf, embedder)
        try:
            return check(new, old, city)
        finally:
            if old is not None:
                old.close()
    finally:
        new.close()


def _open_current(shelf: Shelf, embedder: Embedder) -> Generation | None:
    """Open the served generation; one that is damaged or of another embedding can't be compared with."""
    current = shelf.current()
    if current is None:
        return None
    try:
        return Generation.open(current, embedder)
    except GenerationError:
        return None
