"""The SQLite file of a source's crawls: opened, made, and made anew where it is broken.

It is written in one transaction after another with a write-ahead log, so a process that is killed at any
moment leaves the state of its last commit (sqlite.org/wal.html, sqlite.org/atomiccommit.html).
"""

import sqlite3
from pathlib import Path

FILE = "crawl.sqlite"
_PATIENCE = 3.0
"""Seconds; one process at a time uses the file, so a lock that stays is a fault."""
_VERSION = 1
_SCHEMA = """
CREATE TABLE notes(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE bodies(hash TEXT PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE answers(
    url TEXT PRIMARY KEY, body TEXT NOT NULL, content_type TEXT NOT NULL, is_pdf INTEGER NOT NULL,
    fetched REAL NOT NULL, checked REAL NOT NULL, etag TEXT NOT NULL, last_modified TEXT NOT NULL,
    lastmod TEXT NOT NULL, dated TEXT, says TEXT NOT NULL);
CREATE TABLE pages(
    number INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, content_type TEXT NOT NULL, body TEXT NOT NULL,
    is_pdf INTEGER NOT NULL, lastmod TEXT, in_sitemap INTEGER NOT NULL, depth INTEGER NOT NULL,
    kept INTEGER NOT NULL, languages TEXT NOT NULL);
CREATE TABLE events(
    number INTEGER PRIMARY KEY, url TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL,
    referrer TEXT NOT NULL);
CREATE TABLE redirects(url TEXT PRIMARY KEY, target TEXT NOT NULL, run INTEGER NOT NULL);
CREATE TABLE trusted(url TEXT PRIMARY KEY, in_sitemap INTEGER NOT NULL, depth INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE hosts(host TEXT PRIMARY KEY, dates_right INTEGER NOT NULL, lied REAL) WITHOUT ROWID;
CREATE TABLE failing(url TEXT PRIMARY KEY, since REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE readings(key TEXT PRIMARY KEY, packed BLOB NOT NULL);
"""


def open_state(folder: Path) -> sqlite3.Connection:
    """Open the file in `folder`, made if it is missing; of another version or broken, it is made anew.

    What is lost then is only time: the next crawl asks for everything again. Raises `sqlite3.Error` if the
    folder can't be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    try:
        return _open(path)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
            (folder / name).unlink(missing_ok=True)
        return _open(path)


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            connection.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT;")
        elif version != _VERSION:
            raise sqlite3.DatabaseError(f"version {version}")
        connection.execute("SELECT count(*) FROM notes").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection
