"""The tables of the store. Documents point to their newest revision, which holds the record as JSON."""

from datetime import UTC, date, datetime

from sqlalchemy import (
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

HEAD = "0002"
"""The newest migration; a test compares it with the migration scripts."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, stored in UTC; SQLite would lose the time zone otherwise."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive times, turn the others into UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("Times are stored with their time zone only.")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give every time its zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """The base of all tables."""


class SourceRow(Base):
    """A source of a city, by its name in `city.toml`."""

    __tablename__ = "sources"
    __table_args__ = (UniqueConstraint("city", "name", name="uq_sources_city_name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    city: Mapped[str] = mapped_column(String(100))
    name: Mapped[str] = mapped_column(String(500))


class RunRow(Base):
    """One reading of one source: when, and how many documents it found new, changed, the same or gone."""

    __tablename__ = "runs"
    __table_args__ = (Index("ix_runs_source", "source_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    new: Mapped[int]
    changed: Mapped[int]
    unchanged: Mapped[int]
    removed: Mapped[int]


class RevisionRow(Base):
    """A document as one run found it; `body` is the record as JSON, as last seen where it was removed."""

    __tablename__ = "revisions"
    __table_args__ = (Index("ix_revisions_document", "document_id", "source_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))
    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id"))
    document_id: Mapped[str] = mapped_column(String(1000))
    change: Mapped[str] = mapped_column(String(10))
    fields: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)


class DocumentRow(Base):
    """A document that its source shows today."""

    __tablename__ = "documents"
    __table_args__ = (Index("ix_documents_revision", "revision_id"),)

    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"), primary_key=True)
    document_id: Mapped[str] = mapped_column(String(1000), primary_key=True)
    audience: Mapped[str] = mapped_column(String(20))
    hash: Mapped[str] = mapped_column(String(64))
    revision_id: Mapped[int] = mapped_column(ForeignKey("revisions.id"))
    seen_by: Mapped[int] = mapped_column(ForeignKey("runs.id"))


class CuratedRow(Base):
    """An editor's own answer; `body` is the record as JSON."""

    __tablename__ = "curated_answers"

    city: Mapped[str] = mapped_column(String(100), primary_key=True)
    id: Mapped[str] = mapped_column(String(200), primary_key=True)
    body: Mapped[str] = mapped_column(Text)
    saved: Mapped[datetime] = mapped_column(UtcDateTime)


class FeedbackRow(Base):
    """What somebody said of an answer; `body` is the record as JSON. Only the day is kept."""

    __tablename__ = "feedback"
    __table_args__ = (Index("ix_feedback_expires", "expires"),)

    city: Mapped[str] = mapped_column(String(100), primary_key=True)
    answer: Mapped[str] = mapped_column(String(64), primary_key=True)
    on: Mapped[date] = mapped_column(Date)
    expires: Mapped[date] = mapped_column(Date)
    body: Mapped[str] = mapped_column(Text)
