"""The register's file: opening, transactions, notes, and what to say when the database fails."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from ingest.errors import SourceFailed

_FORMAT = 2
_LOCK_WAIT = 5.0
_SCHEMA = """
CREATE TABLE IF NOT EXISTS object (
    kind TEXT NOT NULL, agency TEXT NOT NULL, value TEXT NOT NULL,
    delivery INTEGER NOT NULL, refers_agency TEXT, refers_value TEXT, body BLOB,
    UNIQUE (kind, agency, value));
CREATE INDEX IF NOT EXISTS object_refers ON object (refers_value, refers_agency);
CREATE TABLE IF NOT EXISTS responsibility (
    agency TEXT NOT NULL, value TEXT NOT NULL, owner_agency TEXT NOT NULL, owner_value TEXT NOT NULL,
    service_agency TEXT NOT NULL, service_value TEXT NOT NULL, areas TEXT NOT NULL, role TEXT NOT NULL,
    nested TEXT NOT NULL, delivery INTEGER NOT NULL, owner_kind TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS responsibility_id ON responsibility (value, agency);
CREATE INDEX IF NOT EXISTS responsibility_service ON responsibility (service_value, service_agency);
CREATE INDEX IF NOT EXISTS responsibility_owner ON responsibility (owner_value, owner_agency);
CREATE TABLE IF NOT EXISTS built (
    document_id TEXT PRIMARY KEY, owner TEXT NOT NULL, fingerprint TEXT NOT NULL, hash TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS built_owner ON built (owner);
CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


class RegisterFile:
    """A register in the file `path`, or a temporary one without. All changes are one transaction."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        # The empty name is SQLite's own temporary database: on disk once it grows, gone when closed.
        self.db = sqlite3.connect(str(path or ""), timeout=_LOCK_WAIT, isolation_level=None)
        try:
            self._prepare()
        except BaseException:
            self.db.close()
            raise

    def _prepare(self) -> None:
        self.db.execute("PRAGMA cache_size = -16000")
        self.db.execute("PRAGMA temp_store = FILE")
        if self.db.execute("PRAGMA user_version").fetchone()[0] not in {0, _FORMAT}:
            self._forget_tables()
        self.db.execute("BEGIN IMMEDIATE")
        for statement in _SCHEMA.split(";\n"):
            self.db.execute(statement)
        self.db.execute(f"PRAGMA user_version = {_FORMAT}")
        self.delivery = int(self.note("delivery") or 0) + 1
        self.set_note("delivery", str(self.delivery))

    def _forget_tables(self) -> None:
        for table in ("object", "responsibility", "built", "note"):
            self.db.execute(f"DROP TABLE IF EXISTS {table}")

    def commit(self) -> None:
        """Keep what was done, and go on in a new transaction."""
        self.db.execute("COMMIT")
        self.db.execute("BEGIN IMMEDIATE")

    def close(self) -> None:
        """Close; what wasn't committed is as if it had never come."""
        if self.db.in_transaction:
            self.db.execute("ROLLBACK")
        self.db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Undo what the block did if it raises: a file counts whole or not at all."""
        self.db.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK TO part")
            raise
        finally:
            self.db.execute("RELEASE part")

    def note(self, name: str) -> str | None:
        """A note kept from earlier runs."""
        row = self.db.execute("SELECT value FROM note WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def set_note(self, name: str, value: str) -> None:
        """Keep a note for later runs."""
        self.db.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (name, value))

    def forget(self) -> None:
        """Empty the register but for its count of deliveries."""
        self.db.execute("DELETE FROM object")
        self.db.execute("DELETE FROM responsibility")
        self.db.execute("DELETE FROM built")
        self.db.execute("DELETE FROM note WHERE name <> 'delivery'")


@contextmanager
def database_errors(path: Path | None) -> Iterator[None]:
    """Say what to do about a database that is locked, damaged, or on a full disk."""
    where = path or "die Zwischenablage"
    try:
        yield
    except sqlite3.DatabaseError as error:
        text = str(error)
        if "locked" in text or "busy" in text:
            reason = "wird gerade von einem anderen Lauf benutzt. Bitte warten Sie, bis er fertig ist."
        elif "full" in text:
            reason = "lässt sich nicht schreiben: Der Datenträger ist voll. Bitte schaffen Sie Platz."
        elif "malformed" in text or "not a database" in text:
            reason = (
                "ist beschädigt. Bitte löschen Sie die Datei; der nächste Lauf mit einer vollständigen "
                "Lieferung legt sie neu an."
            )
        else:
            reason = f"lässt sich nicht benutzen ({text})."
        raise SourceFailed(f"Das XZuFi-Register {where} {reason}") from None
    except OSError as error:
        raise SourceFailed(
            f"Das XZuFi-Register {where} lässt sich nicht anlegen: {error.strerror}."
        ) from None
