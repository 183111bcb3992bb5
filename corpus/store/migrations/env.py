"""Runs the migrations on the connection that the caller gives, within its transaction."""

from alembic import context
from sqlalchemy import Connection

from corpus.store.tables import Base

connection: Connection | None = context.config.attributes.get("connection")
if connection is None:
    raise RuntimeError("Open the store with corpus.store.documents.open_store; it runs the migrations.")
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
)
context.run_migrations()
