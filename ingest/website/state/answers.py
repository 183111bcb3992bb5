"""What servers answered earlier, by address, and the bytes they sent, by hash."""

import hashlib
import json
import sqlite3
import zlib
from datetime import datetime

from ingest.website.state.records import Answer, Says


def body_hash(data: bytes) -> str:
    """Give the name under which bytes are kept: SHA-256, hex."""
    return hashlib.sha256(data).hexdigest()


class Answers:
    """Reads and writes answers and bodies; commits nothing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, url: str) -> Answer | None:
        """Give what is known of an address."""
        row = self._connection.execute("SELECT * FROM answers WHERE url = ?", (url,)).fetchone()
        if row is None:
            return None
        return Answer(
            url=row[0],
            body=row[1],
            content_type=row[2],
            is_pdf=bool(row[3]),
            fetched=row[4],
            checked=row[5],
            etag=row[6],
            last_modified=row[7],
            lastmod=row[8],
            dated=as_date(row[9]),
            says=_says(row[10]),
        )

    def put(self, answer: Answer) -> None:
        """Keep what a server answered."""
        self._connection.execute(
            "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                answer.url,
                answer.body,
                answer.content_type,
                answer.is_pdf,
                answer.fetched,
                answer.checked,
                answer.etag,
                answer.last_modified,
                answer.lastmod,
                answer.dated.isoformat() if answer.dated else None,
                _as_json(answer.says),
            ),
        )

    def confirm(self, url: str, checked: float, lastmod: str) -> None:
        """Note that what is known of an address still holds."""
        self._connection.execute(
            "UPDATE answers SET checked = ?, lastmod = ? WHERE url = ?", (checked, lastmod, url)
        )

    def put_body(self, data: bytes) -> str:
        """Keep bytes and give their hash."""
        name = body_hash(data)
        self._connection.execute("INSERT OR IGNORE INTO bodies VALUES (?, ?)", (name, zlib.compress(data, 3)))
        return name

    def has_body(self, name: str) -> bool:
        """Tell whether the bytes of a hash are kept."""
        return self._connection.execute("SELECT 1 FROM bodies WHERE hash = ?", (name,)).fetchone() is not None

    def body(self, name: str) -> bytes:
        """Give the bytes of a hash; raises `KeyError` if they aren't kept."""
        row = self._connection.execute("SELECT packed FROM bodies WHERE hash = ?", (name,)).fetchone()
        if row is None:
            raise KeyError(name)
        return zlib.decompress(row[0])


def as_date(text: str | None) -> datetime | None:
    """Read a date as this file's tables hold it."""
    return datetime.fromisoformat(text) if text else None


def _as_json(says: Says) -> str:
    until = says.until.isoformat() if says.until else None
    return json.dumps(
        [says.follow, says.canonical, says.noindex, says.nofollow, until, says.languages, says.cut],
        ensure_ascii=False,
    )


def _says(text: str) -> Says:
    follow, canonical, noindex, nofollow, until, languages, cut = json.loads(text)
    return Says(
        tuple(follow),
        canonical,
        noindex,
        nofollow,
        as_date(until),
        tuple((language, url) for language, url in languages),
        cut,
    )
