"""The store: what was read, source by source, with its history, and the editors' own answers."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Engine, select

from corpus.records import Audience, CuratedAnswer, Document
from corpus.store.engine import connect, reading, writing
from corpus.store.feedback import FeedbackStore
from corpus.store.history import Change, Changes, Revision, Run
from corpus.store.replacement import replace
from corpus.store.tables import CuratedRow, DocumentRow, RevisionRow, RunRow, SourceRow

BATCH = 200


def open_store(url: str) -> "DocumentStore":
    """Open the database at `url` (SQLAlchemy's form) and bring its tables up to date.

    Raises `StoreError` with one sentence if the database can't be reached, written or understood.
    """
    return DocumentStore(connect(url))


class DocumentStore:
    """Documents with their history, runs and curated answers of all cities; safe to use from many threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.feedback = FeedbackStore(engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._engine.dispose()

    def replace_source(self, city: str, source: str, documents: Iterable[Document], run: str) -> Changes:
        """Make `documents` all that this source shows; what is missing from them is removed.

        All or nothing: if `documents` raises, or the process dies, the store is as before. Of two documents
        with one id the first counts. Removed documents stay in the history. Raises `ValueError` for a
        document of another city or source.
        """
        now = datetime.now(UTC)
        with writing(self._engine) as session:
            return replace(session, city, source, documents, run, now)

    def documents(
        self, city: str, *, audience: Audience | None = None, source: str | None = None
    ) -> Iterator[Document]:
        """All documents of a city, or of one source, by source (in the order of their first run) and id.

        Where two sources show a document with one id, the first source's is given.
        """
        query = (
            select(DocumentRow.document_id, RevisionRow.body)
            .join(RevisionRow, RevisionRow.id == DocumentRow.revision_id)
            .join(SourceRow, SourceRow.id == DocumentRow.source_id)
            .where(SourceRow.city == city)
            .order_by(DocumentRow.source_id, DocumentRow.document_id)
        )
        if source is not None:
            query = query.where(SourceRow.name == source)
        if audience is not None:
            query = query.where(DocumentRow.audience == audience.value)
        seen: set[str] = set()
        with reading(self._engine) as session:
            for document_id, body in session.execute(query.execution_options(yield_per=BATCH)):
                if document_id not in seen:
                    seen.add(document_id)
                    yield Document.model_validate_json(body)

    def changes(self, city: str, source: str, run: str) -> Iterator[tuple[Document, Document]]:
        """The documents that a run found changed, before and after, by id."""
        ids = (
            select(RevisionRow.id, RevisionRow.document_id, RevisionRow.source_id)
            .join(RunRow, RunRow.id == RevisionRow.run_id)
            .join(SourceRow, SourceRow.id == RevisionRow.source_id)
            .where(SourceRow.city == city, SourceRow.name == source, RunRow.name == run)
            .where(RevisionRow.change == Change.CHANGED.value)
            .order_by(RevisionRow.document_id)
        )
        with reading(self._engine) as session:
            for revision, document_id, source_id in session.execute(ids).all():
                pair = (
                    select(RevisionRow.body)
                    .where(RevisionRow.source_id == source_id, RevisionRow.document_id == document_id)
                    .where(RevisionRow.id <= revision)
                    .order_by(RevisionRow.id.desc())
                    .limit(2)
                )
                new, old = (Document.model_validate_json(body) for body in session.scalars(pair))
                yield old, new

    def history(self, document_id: str, *, city: str | None = None) -> list[Revision]:
        """What happened to a document, oldest first; `city` where ids of several cities may collide."""
        query = (
            select(RevisionRow, SourceRow.name, RunRow.name, RunRow.at)
            .join(SourceRow, SourceRow.id == RevisionRow.source_id)
            .join(RunRow, RunRow.id == RevisionRow.run_id)
            .where(RevisionRow.document_id == document_id)
            .order_by(RevisionRow.id)
        )
        if city is not None:
            query = query.where(SourceRow.city == city)
        with reading(self._engine) as session:
            return [
                Revision(
                    document_id=row.document_id,
                    source=source,
                    change=Change(row.change),
                    run=run,
                    at=at,
                    fields=tuple(row.fields.split()),
                    document=Document.model_validate_json(row.body),
                )
                for row, source, run, at in session.execute(query)
            ]

    def runs(self, city: str) -> list[Run]:
        """The readings of a city's sources, newest first."""
        query = (
            select(RunRow, SourceRow.name)
            .join(SourceRow, SourceRow.id == RunRow.source_id)
            .where(SourceRow.city == city)
            .order_by(RunRow.id.desc())
        )
        with reading(self._engine) as session:
            return [
                Run(row.name, city, source, row.at, row.new, row.changed, row.unchanged, row.removed)
                for row, source in session.execute(query)
            ]

    def curated(self, city: str) -> list[CuratedAnswer]:
        """A city's curated answers, by id; the caller looks at their validity."""
        query = select(CuratedRow.body).where(CuratedRow.city == city).order_by(CuratedRow.id)
        with reading(self._engine) as session:
            bodies = session.scalars(query).all()
        return [CuratedAnswer.model_validate_json(body) for body in bodies]

    def save_curated(self, answer: CuratedAnswer) -> None:
        """Add a curated answer, or replace the one of the same city and id."""
        row = CuratedRow(
            city=answer.city, id=answer.id, body=answer.model_dump_json(), saved=datetime.now(UTC)
        )
        with writing(self._engine) as session:
            session.merge(row)

    def delete_curated(self, city: str, answer_id: str) -> bool:
        """Delete a curated answer; False if there was none."""
        with writing(self._engine) as session:
            row = session.get(CuratedRow, (city, answer_id))
            if row is None:
                return False
            session.delete(row)
            return True

    def ping(self) -> None:
        """Raise `StoreError` if the database doesn't answer."""
        with reading(self._engine) as session:
            session.execute(select(1))
