"""The report of an update: what changed, what failed, what is served now. Kept as JSON for editors."""

from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from ingest.xzufi.report import TransferReport

REPORTS = "reports"


class Part(BaseModel):
    """A part of the report."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Problem(Part):
    """An address that gave no document, why, and the page that links to it."""

    url: str
    reason: str
    referrer: str = ""


class Duplicate(Part):
    """An address that shows what a document shows."""

    url: str
    document_id: str


class SourceReport(Part):
    """What one source gave; with `error` it failed as a whole, and its documents stayed as they were."""

    name: str
    documents: int = 0
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: int = 0
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = Field(
        default=(), description="documents kept from earlier because their server failed this time"
    )
    failed: tuple[Problem, ...] = ()
    skipped_by_robots: tuple[str, ...] = ()
    left_out: tuple[Problem, ...] = Field(
        default=(), description="neither failed nor a document: bounded, noindex"
    )
    duplicates: tuple[Duplicate, ...] = ()
    transfer: TransferReport | None = Field(default=None, description="of an XZuFi source: what it brought")
    error: str | None = None


class Report(Part):
    """An update of a city. Its properties join the lists of its sources; `seconds` is wall-clock time.

    `reasons` says, a German sentence each, why the new generation is not served, if it isn't. `joined` counts
    documents that became part of another source's document about the same.
    """

    city: str
    run: str
    started: datetime
    seconds: float
    sources: tuple[SourceReport, ...]
    joined: int = 0
    generation: str | None = None
    published: bool = False
    reasons: tuple[str, ...] = ()

    @property
    def new(self) -> tuple[str, ...]:
        """Ids of documents that are new."""
        return tuple(one for source in self.sources for one in source.new)

    @property
    def changed(self) -> tuple[str, ...]:
        """Ids of documents that say something else than before."""
        return tuple(one for source in self.sources for one in source.changed)

    @property
    def unchanged(self) -> int:
        """Number of documents that say the same as before."""
        return sum(source.unchanged for source in self.sources)

    @property
    def removed(self) -> tuple[str, ...]:
        """Ids of documents that are no longer there."""
        return tuple(one for source in self.sources for one in source.removed)

    @property
    def failed(self) -> tuple[Problem, ...]:
        """Addresses that could not be read, with the reason."""
        return tuple(one for source in self.sources for one in source.failed)

    @property
    def skipped_by_robots(self) -> tuple[str, ...]:
        """Addresses that robots.txt forbids."""
        return tuple(one for source in self.sources for one in source.skipped_by_robots)

    @property
    def duplicates(self) -> tuple[Duplicate, ...]:
        """Addresses that show what a document shows."""
        return tuple(one for source in self.sources for one in source.duplicates)

    @property
    def errors(self) -> tuple[str, ...]:
        """Why sources failed as a whole, a sentence each."""
        return tuple(source.error for source in self.sources if source.error)

    def write(self, data: Path) -> Path:
        """Keep the report under `data/reports/<city>/` and give its path."""
        folder = data / REPORTS / self.city
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{self.run}.json"
        part = path.with_suffix(".part")
        part.write_text(self.model_dump_json(indent=2), encoding="utf-8")
        part.replace(path)
        return path

    def summary(self) -> str:
        """Say in a few German lines what happened, for the terminal."""
        lines = [
            (
                f"{len(self.new)} neu, {len(self.changed)} geändert, {self.unchanged} unverändert, "
                f"{len(self.removed)} entfernt; {len(self.failed)} nicht lesbar, "
                f"{len(self.duplicates)} doppelt, {len(self.skipped_by_robots)} von robots.txt ausgenommen "
                f"({self.seconds:.0f} s)."
            )
        ]
        lines.extend(self.errors)
        lines.extend(
            f"XZuFi „{source.name}“: {source.transfer.summary()}"
            for source in self.sources
            if source.transfer is not None
        )
        if self.joined:
            lines.append(
                f"{self.joined} Dokumente sind mit denen anderer Quellen zum selben Thema verbunden."
            )
        if self.published:
            lines.append(f"Der Suchindex {self.generation} ist jetzt in Betrieb.")
        else:
            lines.extend(["Der Suchindex wurde nicht ausgetauscht.", *self.reasons])
        return "\n".join(lines)


def last_report(data: Path, city: str) -> Report | None:
    """Read the latest report of a city; None before the first."""
    paths = sorted((data / REPORTS / city).glob("*.json"))
    return Report.model_validate_json(paths[-1].read_text(encoding="utf-8")) if paths else None


def run_name(now: datetime) -> str:
    """Name a run by its time in UTC, so that names sort by age: "20260612T101530-123456"."""
    return now.astimezone(UTC).strftime("%Y%m%dT%H%M%S-%f")
