"""Compares what a source shows now with what it showed before, and writes the difference as revisions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.orm import Session

from corpus.records import Document
from corpus.store.history import Change, Changes, differing_fields
from corpus.store.tables import DocumentRow, RevisionRow, RunRow, SourceRow

BATCH = 500
"""Rows in one statement: below what SQLite and PostgreSQL allow as bound parameters."""


@dataclass
class _Found:
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)

    def frozen(self) -> Changes:
        return Changes(tuple(self.new), tuple(self.changed), tuple(self.unchanged), tuple(self.removed))


def replace(
    session: Session, city: str, source: str, documents: Iterable[Document], run: str, now: datetime
) -> Changes:
    """Do the work of `DocumentStore.replace_source` within the caller's transaction."""
    source_id = _source_id(session, city, source)
    row = RunRow(name=run, source_id=source_id, at=now, new=0, changed=0, unchanged=0, removed=0)
    session.add(row)
    session.flush()
    known = {
        entry.document_id: entry
        for entry in session.execute(
            select(DocumentRow.document_id, DocumentRow.hash, DocumentRow.revision_id).where(
                DocumentRow.source_id == source_id
            )
        )
    }
    found = _Found()
    for document in _first_of_each(documents, city, source):
        before = known.pop(document.id, None)
        _take(session, row, document, before, found)
    _remove(session, row, [*known], found)
    for start in range(0, len(found.unchanged), BATCH):
        ids = found.unchanged[start : start + BATCH]
        session.execute(
            update(DocumentRow)
            .where(DocumentRow.source_id == source_id, DocumentRow.document_id.in_(ids))
            .values(seen_by=row.id)
        )
    row.new, row.changed = len(found.new), len(found.changed)
    row.unchanged, row.removed = len(found.unchanged), len(found.removed)
    return found.frozen()


def _source_id(session: Session, city: str, source: str) -> int:
    query = select(SourceRow.id).where(SourceRow.city == city, SourceRow.name == source)
    found = session.scalar(query)
    if found is not None:
        return found
    row = SourceRow(city=city, name=source)
    session.add(row)
    session.flush()
    return row.id


def _first_of_each(documents: Iterable[Document], city: str, source: str) -> Iterator[Document]:
    seen: set[str] = set()
    for document in documents:
        if (document.city, document.source) != (city, source):
            raise ValueError(
                f"Document {document.id} is of {document.city}/{document.source}, not of {city}/{source}."
            )
        if document.id not in seen:
            seen.add(document.id)
            yield document


def _take(
    session: Session, run: RunRow, document: Document, before: Row[str, str, int] | None, found: _Found
) -> None:
    digest = document.content_hash()
    if before is not None and before.hash == digest:
        found.unchanged.append(document.id)
        return
    fields: tuple[str, ...] = ()
    if before is not None:
        old = session.scalars(select(RevisionRow.body).where(RevisionRow.id == before.revision_id)).one()
        fields = differing_fields(Document.model_validate_json(old), document)
    revision = RevisionRow(
        source_id=run.source_id,
        run_id=run.id,
        document_id=document.id,
        change=(Change.NEW if before is None else Change.CHANGED).value,
        fields=" ".join(fields),
        body=document.model_dump_json(),
    )
    session.add(revision)
    session.flush()
    session.merge(
        DocumentRow(
            source_id=run.source_id,
            document_id=document.id,
            audience=document.audience.value,
            hash=digest,
            revision_id=revision.id,
            seen_by=run.id,
        )
    )
    session.expunge(revision)  # the bodies of a large city don't stay in memory
    (found.new if before is None else found.changed).append(document.id)


def _remove(session: Session, run: RunRow, ids: list[str], found: _Found) -> None:
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        gone = (DocumentRow.source_id == run.source_id, DocumentRow.document_id.in_(batch))
        bodies = session.execute(
            select(DocumentRow.document_id, RevisionRow.body)
            .join(RevisionRow, RevisionRow.id == DocumentRow.revision_id)
            .where(*gone)
        ).all()
        session.execute(
            insert(RevisionRow),
            [
                {
                    "source_id": run.source_id,
                    "run_id": run.id,
                    "document_id": document_id,
                    "change": Change.REMOVED.value,
                    "fields": "",
                    "body": body,
                }
                for document_id, body in bodies
            ],
        )
        session.execute(delete(DocumentRow).where(*gone))
        found.removed.extend(batch)
