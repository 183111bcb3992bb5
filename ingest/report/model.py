"""The report of an update: what changed, what failed, what is served now."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from corpus.difference.documents import DocumentChange
from corpus.records import Contradiction
from ingest.safety.suspicion import Suspicion
from ingest.xzufi.report import TransferReport


class Part(BaseModel):
    """A part of the report."""

    # A report of a newer version stays readable: fields that aren't known are left out.
    model_config = ConfigDict(frozen=True, extra="ignore")


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
    hints: tuple[Problem, ...] = Field(
        default=(), description="read, but to be looked at: scanned pages of a PDF, a review that is due"
    )
    suspicious: tuple[Suspicion, ...] = Field(
        default=(), description="what addresses the machine instead of people, and was kept out"
    )
    differences: tuple[DocumentChange, ...] = Field(
        default=(), description="what the changed documents say now, the first MOST_SHOWN of them"
    )
    transfer: TransferReport | None = Field(default=None, description="of an XZuFi source: what it brought")
    error: str | None = None


class Report(Part):
    """An update of a city. Its properties join the lists of its sources; `seconds` is wall-clock time.

    `reasons` says, a German sentence each, why the new generation is not served, if it isn't, or what is
    wrong with the served one. `joined` counts documents that became part of another source's document about
    the same. `generation` is the one that is served now, or the one that was refused.
    """

    format: Literal[1] = 1
    city: str
    run: str
    started: datetime
    seconds: float
    sources: tuple[SourceReport, ...]
    joined: int = 0
    generation: str | None = None
    published: bool = False
    unchanged_generation: bool = Field(
        default=False, description="what is served holds all this already: nothing had to be built"
    )
    reasons: tuple[str, ...] = ()
    inputs: str = Field(default="", description="hash over what makes a generation beside the documents")
    contradictions: tuple[Contradiction, ...] = Field(
        default=(), description="what pages of the generation state differently about one thing"
    )

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
    def suspicious(self) -> tuple[Suspicion, ...]:
        """What addresses the machine instead of people, and was kept out."""
        return tuple(one for source in self.sources for one in source.suspicious)

    @property
    def errors(self) -> tuple[str, ...]:
        """Why sources failed as a whole, a sentence each."""
        return tuple(source.error for source in self.sources if source.error)

    @property
    def differences(self) -> tuple[DocumentChange, ...]:
        """What changed documents say now and said before."""
        return tuple(one for source in self.sources for one in source.differences)

    @property
    def good(self) -> bool:
        """Whether every source could be read and what they say is being served."""
        return not self.errors and (self.published or (self.unchanged_generation and not self.reasons))
