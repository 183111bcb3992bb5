"""What the reader made of bytes, kept so that the same bytes are read once."""

import json
import sqlite3
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.records import Document
from ingest.safety.suspicion import Suspicion


@dataclass(frozen=True)
class PageReading:
    """What was read from a page: its document and canonical address, or the reason why it is unreadable.

    `hints` say what of it couldn't be read, `suspicious` what of it speaks to machines and was left out.
    """

    document: Document | None
    canonical: str = ""
    reason: str = ""
    hints: tuple[str, ...] = ()
    suspicious: tuple[Suspicion, ...] = ()


class Readings:
    """Readings by key; written with the next `keep_only`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, key: str) -> PageReading | None:
        """Give a reading; None where these bytes weren't read yet by this reader."""
        row = self._connection.execute("SELECT packed FROM readings WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        document, canonical, reason, hints, suspicious = json.loads(zlib.decompress(row[0]))
        return PageReading(
            Document.model_validate_json(document) if document else None,
            canonical,
            reason,
            tuple(hints),
            tuple(Suspicion.model_validate(one) for one in suspicious),
        )

    def put(self, key: str, reading: PageReading) -> None:
        """Keep a reading."""
        document = reading.document.model_dump_json() if reading.document else ""
        suspicious = [one.model_dump(mode="json") for one in reading.suspicious]
        parts = [document, reading.canonical, reading.reason, reading.hints, suspicious]
        packed = zlib.compress(json.dumps(parts, ensure_ascii=False).encode(), 3)
        self._connection.execute("INSERT OR REPLACE INTO readings VALUES (?, ?)", (key, packed))

    def keep_only(self, keys: Iterable[str]) -> None:
        """Forget all readings but these."""
        kept = set(keys)
        have = [row[0] for row in self._connection.execute("SELECT key FROM readings")]
        self._connection.executemany(
            "DELETE FROM readings WHERE key = ?", ((key,) for key in have if key not in kept)
        )
        self._connection.commit()
