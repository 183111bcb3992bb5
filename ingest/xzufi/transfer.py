"""Reads a transfer: deliveries become changes to documents."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from corpus.progress import Progress, silent
from corpus.records import Document
from ingest.errors import SourceFailed, Unreadable
from ingest.xzufi.bundle import Gatherer
from ingest.xzufi.delivery import open_delivery, origin, where
from ingest.xzufi.documents import Documents, mentioned
from ingest.xzufi.index import check_shrinkage
from ingest.xzufi.inputs import Bounds, Delivery, PvogInput, XzufiInput
from ingest.xzufi.loading import Loader
from ingest.xzufi.options import Mode, Options, without_variant
from ingest.xzufi.register import Register
from ingest.xzufi.register_file import database_errors
from ingest.xzufi.report import Failed, TransferReport
from ingest.xzufi.service_document import Making

_RESUME, _LISTED, _AREAS, _ORIGIN = "resume", "listed", "areas", "origin"
_BERLIN = ZoneInfo("Europe/Berlin")


@dataclass(frozen=True)
class Write:
    """A document that is new or says something else than before."""

    document: Document


@dataclass(frozen=True)
class Delete:
    """A document that is no longer there."""

    document_id: str


Change = Write | Delete


class Transfer(Iterator[Change]):
    """The changes of a transfer, one by one; `report` is complete after the last."""

    def __init__(self, changes: Iterator[Change], report: TransferReport) -> None:
        self._changes = changes
        self.report = report

    def __next__(self) -> Change:
        return next(self._changes)


def read_transfer(
    source: XzufiInput,
    *,
    city: str,
    source_name: str,
    mode: Mode | None = None,
    known: Mapping[str, str] | None = None,
    register: Path | None = None,
    options: Options | None = None,
    bounds: Bounds | None = None,
    today: date | None = None,
    progress: Progress = silent,
) -> Transfer:
    """Read a transfer of any size as changes to what the caller holds.

    `known` maps the ids of the source's documents that the caller holds to their content hashes: changes are
    told relative to it, so an interrupted run is made good by the next. `register` is a file that keeps what
    was delivered; deltas need one, full deliveries work without. `mode` is `DELTA` for PVOG's interface and
    `FULL` for everything else unless given.

    Raises (with the first change) `SourceFailed` with one sentence if the delivery can't be read, or if it is
    a full one that is empty or lost more than `options.max_loss`; then nothing has changed anywhere.
    """
    report = TransferReport()
    chosen = mode or (Mode.DELTA if isinstance(source, PvogInput) else Mode.FULL)
    if chosen is Mode.DELTA and register is None:
        raise ValueError("a delta needs a register")
    run = _Run(
        source,
        chosen,
        Making(city, source_name, options or Options(), today or datetime.now(_BERLIN).date()),
        known or {},
        report,
        bounds or Bounds(),
        progress,
    )
    return Transfer(run.changes(register), report)


@dataclass
class _Run:
    source: XzufiInput
    mode: Mode
    making: Making
    known: Mapping[str, str]
    report: TransferReport
    bounds: Bounds
    progress: Progress

    def changes(self, path: Path | None) -> Iterator[Change]:
        with database_errors(path), Register(path) as register:
            self._forget_other_areas(register)
            if self.mode is Mode.DELTA and self.known and not register.holds_anything():
                self.report.warnings.append(
                    "Das Register ist leer, obwohl es Dokumente gibt. Was nicht neu geliefert wird, bleibt "
                    "unverändert; bitte lassen Sie sich eine vollständige Lieferung geben."
                )
            resume = self._resume(register)
            with open_delivery(self.source, resume, self.bounds) as delivery:
                self._load(register, delivery)
            if self.mode is Mode.FULL:
                self._finish_full(register)
            self.report.unresolved_services, self.report.unresolved_owners = register.unresolved()
            gatherer = Gatherer(register, self.making.options, self.making.today)
            documents = Documents(register, gatherer, self.making, self.known, self.report, self.progress)
            for document in documents.changed():
                yield Write(document)
            for document_id in documents.gone(omitted=self.mode is Mode.FULL and not self.report.failed):
                self.report.removed += 1
                yield Delete(document_id)
            register.commit()

    def _resume(self, register: Register) -> str:
        """Where the last run stopped, if it read from the same place."""
        here, before = origin(self.source), register.note(_ORIGIN)
        register.set_note(_ORIGIN, here)
        return register.note(_RESUME) or "" if before == here else ""

    def _forget_other_areas(self, register: Register) -> None:
        """Start anew if the town's areas have changed: what was passed over then may be wanted now."""
        areas = " ".join(sorted(self.making.options.areas))
        if (before := register.note(_AREAS)) is not None and before != areas:
            register.forget()
            self.report.warnings.append("Die Gebiete der Stadt haben sich geändert; alles wird neu gelesen.")
        register.set_note(_AREAS, areas)

    def _load(self, register: Register, delivery: Delivery) -> None:
        if delivery.listed is not None and self.mode is Mode.FULL:
            before = int(register.note(_LISTED) or 0) or None
            check_shrinkage(delivery.listed, before, self.making.options.max_loss, where(self.source))
            register.set_note(_LISTED, str(delivery.listed))
        self.report.unlisted.extend(delivery.unlisted)
        loader = Loader(
            register,
            self.report,
            self.making.options,
            source=self.making.source,
            known=self.known,
            progress=self.progress,
        )
        read = 0
        for part in delivery.parts:
            try:
                if not part.empty:
                    loader.load(part)
                read += 1
            except Unreadable as error:
                if part.resume:
                    raise SourceFailed(
                        f"{part.name} von {where(self.source)} ist nicht lesbar: {error} "
                        "Der nächste Lauf versucht es erneut."
                    ) from None
                self.report.failed.append(Failed(name=part.name, reason=str(error)))
                continue
            if part.resume:
                register.set_note(_RESUME, part.resume)
            if self.mode is Mode.DELTA:
                register.commit()
        if not read and self.report.failed:
            first = self.report.failed[0]
            raise SourceFailed(
                f"Keine Datei von {where(self.source)} ist lesbar; zuerst {first.name}: {first.reason}"
            )

    def _finish_full(self, register: Register) -> None:
        """Remove what the delivery doesn't hold, unless so much is missing that the delivery is at fault."""
        if not any(self.report.written.values()):
            raise SourceFailed(
                f"Die Lieferung {where(self.source)} enthält kein einziges Objekt; es wird nichts geändert."
            )
        if self.report.failed:
            self.report.warnings.append(
                "Weil Dateien nicht lesbar sind, wurde nichts entfernt, was in der Lieferung fehlt."
            )
            return
        register.prune()
        objects = {without_variant(document) for document in self.known}
        lost = len(objects - mentioned(register, self.making.source))
        if objects and lost > self.making.options.max_loss * len(objects):
            raise SourceFailed(
                f"In der Lieferung {where(self.source)} fehlen {lost} von {len(objects)} Objekten; es wird "
                "nichts geändert. Wenn das so richtig ist, erhöhen Sie für diesen Lauf max_loss in city.toml."
            )
