"""Opens the database: address, SQLite's settings, migrations."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from corpus.store.errors import StoreError
from corpus.store.tables import HEAD

BUSY_TIMEOUT_MS = 10_000
CONNECT_TIMEOUT_S = 5
MIGRATION_LOCK = 7_318_240_561
"""Any number that other users of the same PostgreSQL database don't lock by chance."""


def parse_url(url: str) -> URL:
    """The address with its driver; raises `StoreError` for anything but SQLite and PostgreSQL."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        # The address may hold a password: it isn't repeated.
        raise StoreError(
            "Die Adresse der Datenbank ist nicht lesbar: Bitte DATABASE_URL in der Form "
            "postgresql+psycopg://name:passwort@rechner/datenbank angeben."
        ) from None
    if parsed.drivername in {"postgres", "postgresql"}:
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername not in {"sqlite", "sqlite+pysqlite", "postgresql+psycopg"}:
        raise StoreError(
            f"Die Datenbank „{parsed.drivername}“ wird nicht unterstützt: "
            "Bitte DATABASE_URL mit postgresql+psycopg:// oder sqlite:/// angeben."
        )
    return parsed


def connect(url: str) -> Engine:
    """An engine on a database that is reachable and up to date; raises `StoreError`."""
    parsed = parse_url(url)
    try:
        engine = _sqlite(parsed) if parsed.get_backend_name() == "sqlite" else _postgres(parsed)
    except (NoSuchModuleError, ImportError) as error:
        raise StoreError(
            f"Der Treiber der Datenbank fehlt ({error}): Bitte `make run` neu ausführen."
        ) from None
    try:
        with translated(engine):
            _upgrade(engine)
    except StoreError:
        engine.dispose()
        raise
    return engine


@contextmanager
def translated(engine: Engine) -> Iterator[None]:
    """Turn what the database driver raises into a `StoreError` that names the database, not its password."""
    where = engine.url.render_as_string(hide_password=True)
    try:
        yield
    except DBAPIError as error:
        reason = " ".join(str(error.orig).split()) or type(error.orig).__name__
        raise StoreError(
            f"Die Datenbank {where} antwortet nicht richtig ({reason}): "
            "Bitte prüfen, ob sie läuft und ob DATABASE_URL stimmt."
        ) from error
    except SQLAlchemyError as error:
        raise StoreError(
            f"Die Datenbank {where} ist gerade nicht benutzbar ({error}): Bitte später erneut versuchen."
        ) from error


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """A transaction that may write; with SQLite it holds the write lock from its start.

    Taking the lock first makes a second writer wait; taking it on the first write would make it fail when
    another process wrote between its reading and its writing.
    """
    with (
        translated(engine),
        engine.connect().execution_options(writes=True) as connection,
        connection.begin(),
        Session(connection) as session,
    ):
        yield session
        session.flush()


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A transaction that reads one consistent state."""
    with (
        translated(engine),
        engine.connect() as connection,
        connection.begin(),
        Session(connection) as session,
    ):
        yield session


def _sqlite(url: URL) -> Engine:
    if url.database and url.database != ":memory:":
        try:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"Der Ordner für die Datenbank {url.database} kann nicht angelegt werden ({error.strerror}): "
                "Bitte LOTSE_DATA auf einen beschreibbaren Ordner setzen."
            ) from error
    engine = create_engine(url)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    assert isinstance(connection, sqlite3.Connection)  # noqa: S101 - tells mypy what the driver is
    # Python's driver opens transactions late and only for some statements; `_begin_sqlite` does it right.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Let readers and one writer work at once (WAL), which the file remembers.

    SQLite doesn't wait its busy timeout for the lock that this takes, so two processes that open a new
    database at once would fail without trying again.
    """
    deadline = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgres(url: URL) -> Engine:
    return create_engine(
        url,
        pool_pre_ping=True,
        connect_args={"connect_timeout": CONNECT_TIMEOUT_S, "application_name": "lotse"},
    )


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(engine: Engine) -> None:
    with reading(engine) as session:
        if _version(session.connection()) == HEAD:
            return  # Alembic takes 0.3 s to import and isn't needed at an ordinary start.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    with writing(engine) as session:
        connection = session.connection()
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        config = Config()
        config.set_main_option("script_location", "corpus.store:migrations")
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise StoreError(
                f"Die Datenbank wurde mit einer anderen Fassung von Stadtlotse angelegt ({error}): "
                "Bitte diese Fassung aktualisieren oder eine Sicherung der Datenbank einspielen."
            ) from error
