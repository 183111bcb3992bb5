"""Reads one source of a city, of whatever type, into documents."""

import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from corpus.city import AnySource, AppointmentsSource, City, FolderSource, WebsiteSource, XzufiSource
from corpus.progress import Progress
from corpus.records import Document
from corpus.values.hours import BERLIN
from ingest.appointments import read_appointments
from ingest.folder.reading import problem_address, read_folder
from ingest.report import Duplicate, Problem
from ingest.safety.suspicion import Suspicion
from ingest.transfers import read_delivery
from ingest.website.crawl import crawl
from ingest.website.documents import site_documents
from ingest.website.spool import Event, Outcome
from ingest.xzufi import TransferReport


@dataclass(frozen=True)
class Reading:
    """What a source gave: documents, and the addresses that gave none, by reason.

    `temporary` are addresses whose server failed: what was read from them earlier stays. `kept` are ids among
    `documents` that stand as they were read earlier; `hints` say what editors should look at.
    """

    documents: list[Document]
    failed: tuple[Problem, ...] = ()
    skipped_by_robots: tuple[str, ...] = ()
    left_out: tuple[Problem, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    temporary: frozenset[str] = frozenset()
    kept: tuple[str, ...] = ()
    hints: tuple[Problem, ...] = ()
    suspicious: tuple[Suspicion, ...] = ()
    transfer: TransferReport | None = None


def read_source(
    source: AnySource,
    city: City,
    data: Path,
    stored: Callable[[], Iterable[Document]],
    progress: Progress,
) -> Reading:
    """Read a source; raises `SourceFailed` with one sentence if nothing can be read from it.

    `stored` gives the source's documents so far, for deliveries that hold changes only.
    """
    if isinstance(source, XzufiSource):
        delivered = read_delivery(source, city, data, stored(), progress)
        failed = tuple(Problem(url=one.name, reason=one.reason) for one in delivered.report.failed)
        return Reading(delivered.documents, failed=failed, transfer=delivered.report)
    if isinstance(source, AppointmentsSource):
        stage = f"Export „{source.name}“ lesen"
        progress(stage, 0)
        documents = read_appointments(source.services, source.locations, city=city.id, source=source.name)
        progress(stage, len(documents), len(documents))
        return Reading(documents)
    if isinstance(source, FolderSource):
        return _read_folder(source, city, data, stored, progress)
    return _read_website(source, city, data, progress)


def _read_folder(
    source: FolderSource,
    city: City,
    data: Path,
    stored: Callable[[], Iterable[Document]],
    progress: Progress,
) -> Reading:
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
    )


def _read_website(source: WebsiteSource, city: City, data: Path, progress: Progress) -> Reading:
    crawls = data / "crawls" / city.id
    crawls.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{_file_name(source.name)}-", dir=crawls))
    done = False
    try:
        spool = crawl(source, folder, str(city.website), progress)
        site = site_documents(
            spool, city=city.id, source=source.name, home=str(source.start[0]), progress=progress
        )
        events = list(spool.events())
        unreadable = [Problem(url=url, reason=reason) for url, reason in site.unreadable.items()]
        done = True
        return Reading(
            documents=site.documents,
            failed=(
                *unreadable,
                *_problems(events, Outcome.GONE, Outcome.TEMPORARY, Outcome.UNFIT, Outcome.REFUSED),
            ),
            skipped_by_robots=tuple(event.url for event in events if event.outcome is Outcome.ROBOTS),
            left_out=tuple(_problems(events, Outcome.NOINDEX, Outcome.BOUNDED)),
            duplicates=tuple(Duplicate(url=copy.url, document_id=copy.document_id) for copy in site.copies),
            temporary=frozenset(event.url for event in events if event.outcome is Outcome.TEMPORARY),
        )
    finally:
        # The log of a crawl that failed is worth keeping, its pages are not.
        _tidy(folder, keep_logs=not done)
        _forget_old(crawls)


def _problems(events: list[Event], *outcomes: Outcome) -> list[Problem]:
    return [
        Problem(url=event.url, reason=event.reason, referrer=event.referrer)
        for event in events
        if event.outcome in outcomes
    ]


def _tidy(folder: Path, *, keep_logs: bool) -> None:
    if not keep_logs:
        shutil.rmtree(folder, ignore_errors=True)
        return
    for path in folder.iterdir():
        if path.suffix != ".log":
            path.unlink()


def _forget_old(crawls: Path, keep: int = 5) -> None:
    """Remove all but the latest failed crawls' logs."""
    folders = sorted(
        (path for path in crawls.iterdir() if path.is_dir()), key=lambda path: path.stat().st_mtime
    )
    for folder in folders[:-keep]:
        shutil.rmtree(folder, ignore_errors=True)


def _file_name(name: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in name)[:40]
