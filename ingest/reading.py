"""Reads one source of a city, of whatever type, into documents."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from corpus.city import City
from corpus.progress import Progress
from corpus.records import Document
from corpus.sources import AnySource, AppointmentsSource, FolderSource, WebsiteSource, XzufiSource
from corpus.values.hours import BERLIN
from ingest.report import Duplicate, Problem
from ingest.safety.suspicion import Suspicion
from ingest.website.source import read_website
from ingest.website.state.records import Event, Outcome
from ingest.xzufi.report import TransferReport


def _nothing() -> None:
    """Take no note of it: sources that are read as a whole each time."""


@dataclass(frozen=True)
class Reading:
    """What a source gave: documents, and the addresses that gave none, by reason.

    `temporary` are addresses whose server failed: what was read from them earlier stays. `kept` are ids among
    `documents` that stand as they were read earlier; `hints` say what editors should look at.

    `unchanged` tells that `documents` are exactly those that were read the last time that the caller called
    `confirm`, which it does once they are stored; nobody need look at them then.
    """

    documents: Sequence[Document]
    failed: tuple[Problem, ...] = ()
    skipped_by_robots: tuple[str, ...] = ()
    left_out: tuple[Problem, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    temporary: frozenset[str] = frozenset()
    kept: tuple[str, ...] = ()
    hints: tuple[Problem, ...] = ()
    suspicious: tuple[Suspicion, ...] = ()
    transfer: TransferReport | None = None
    unchanged: bool = False
    confirm: Callable[[], None] = _nothing


def read_source(
    source: AnySource,
    city: City,
    data: Path,
    stored: Callable[[], Iterable[Document]],
    progress: Progress,
) -> Reading:
    """Read a source; raises `SourceFailed` with one sentence if nothing can be read from it.

    `stored` gives the source's documents so far, for deliveries that hold changes only. Each kind's reader is
    imported when there is such a source: an update that finds nothing new costs hardly more than its imports.
    """
    if isinstance(source, XzufiSource):
        from ingest.transfers import read_delivery

        delivered = read_delivery(source, city, data, stored(), progress)
        failed = tuple(Problem(url=one.name, reason=one.reason) for one in delivered.report.failed)
        return Reading(delivered.documents, failed=failed, transfer=delivered.report)
    if isinstance(source, AppointmentsSource):
        from ingest.appointments import read_appointments

        stage = f"Export „{source.name}“ lesen"
        progress(stage, 0)
        documents = read_appointments(source.services, source.locations, city=city.id, source=source.name)
        progress(stage, len(documents), len(documents))
        return Reading(documents)
    if isinstance(source, FolderSource):
        return _read_folder(source, city, data, stored, progress)
    return _read_website(source, city, data, stored, progress)


def _read_folder(
    source: FolderSource,
    city: City,
    data: Path,
    stored: Callable[[], Iterable[Document]],
    progress: Progress,
) -> Reading:
    from ingest.folder.reading import problem_address, read_folder

    memory = data / "folders" / city.id / f"{_file_name(source.name)}.json"
    read = read_folder(source, city.id, memory, stored, datetime.now(BERLIN).date(), progress)

    def problems(reasons: dict[str, str]) -> tuple[Problem, ...]:
        return tuple(
            Problem(url=problem_address(source, name), reason=reason) for name, reason in reasons.items()
        )

    return Reading(
        [*read.documents, *read.kept],
        failed=problems(read.failed),
        left_out=problems(read.left_out),
        hints=problems(read.hints),
        duplicates=tuple(
            Duplicate(url=problem_address(source, name), document_id=original)
            for name, original in read.copies.items()
        ),
        kept=tuple(document.id for document in read.kept),
        suspicious=tuple(read.suspicious),
    )


def _read_website(
    source: WebsiteSource,
    city: City,
    data: Path,
    stored: Callable[[], Iterable[Document]],
    progress: Progress,
) -> Reading:
    folder = data / "crawls" / city.id / _file_name(source.name)
    read = read_website(source, city.id, str(city.website), folder, stored, progress)
    summary, events = read.summary, read.events
    return Reading(
        documents=read.documents,
        failed=(
            *(Problem(url=url, reason=reason) for url, reason in summary.unreadable.items()),
            *_problems(events, Outcome.GONE, Outcome.TEMPORARY, Outcome.UNFIT, Outcome.REFUSED),
        ),
        skipped_by_robots=tuple(event.url for event in events if event.outcome is Outcome.ROBOTS),
        left_out=_problems(events, Outcome.NOINDEX, Outcome.BOUNDED),
        duplicates=tuple(Duplicate(url=url, document_id=original) for url, original in summary.copies),
        temporary=read.temporary,
        kept=summary.kept,
        hints=tuple(Problem(url=url, reason=hint) for url, hint in summary.hints.items()),
        suspicious=summary.suspicious,
        unchanged=read.unchanged,
        confirm=read.confirm,
    )


def _problems(events: Iterable[Event], *outcomes: Outcome) -> tuple[Problem, ...]:
    return tuple(
        Problem(url=event.url, reason=event.reason, referrer=event.referrer)
        for event in events
        if event.outcome in outcomes
    )


def _file_name(name: str) -> str:
    plain = "".join(letter if letter.isalnum() else "-" for letter in name)[:40]
    return plain if plain == name else f"{plain}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
