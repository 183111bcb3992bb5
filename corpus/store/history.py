"""What the store tells about the past: changes of a run, revisions of a document."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from corpus.records import Document


class Change(StrEnum):
    """What a run found about a document."""

    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True)
class Changes:
    """The ids of a source's documents by what a run found about them."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Run:
    """One reading of one source, with the number of documents by what it found."""

    name: str
    city: str
    source: str
    at: datetime
    new: int
    changed: int
    unchanged: int
    removed: int


@dataclass(frozen=True)
class Revision:
    """A change of a document: what, when and by which run.

    `document` is the document as the run found it; where it was removed, as it was seen last. `fields` names
    the parts of the record that differ from the revision before (empty for new and removed documents).
    """

    document_id: str
    source: str
    change: Change
    run: str
    at: datetime
    fields: tuple[str, ...]
    document: Document


def differing_fields(old: Document, new: Document) -> tuple[str, ...]:
    """The names of the fields in which two versions of a document differ, apart from `modified`."""
    return tuple(
        name
        for name in Document.model_fields
        if name != "modified" and getattr(old, name) != getattr(new, name)
    )
