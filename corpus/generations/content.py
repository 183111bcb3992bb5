"""The documents and passages of a generation: an SQLite file, written once, then only read."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from corpus.records import Audience, Contradiction, Document, Passage, SectionKind
from corpus.search.fusion import Candidate
from corpus.search.ranking.profile import Naming, Profile, profile_of

_TABLES = """
CREATE TABLE documents (
    id TEXT PRIMARY KEY, audience TEXT NOT NULL, valid_from TEXT, valid_until TEXT, body TEXT NOT NULL
);
CREATE TABLE urls (url TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents (id));
CREATE TABLE passages (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id),
    kind TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE TABLE profiles (document_id TEXT PRIMARY KEY REFERENCES documents (id), body TEXT NOT NULL);
CREATE TABLE words (stem TEXT PRIMARY KEY, documents INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE contradictions (number INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE contradicted (document_id TEXT NOT NULL, number INTEGER NOT NULL REFERENCES contradictions);
CREATE INDEX contradicted_documents ON contradicted (document_id);
"""
_ADD_URL = """
INSERT INTO urls VALUES (?, ?) ON CONFLICT (url) DO UPDATE SET document_id = excluded.document_id
WHERE (SELECT audience FROM documents WHERE id = urls.document_id) = 'internal'
AND (SELECT audience FROM documents WHERE id = excluded.document_id) = 'public'
"""
_BATCH = 200


class Origin(NamedTuple):
    """The source that a document comes from, and the ids of others' documents that are part of it."""

    source: str
    joined: tuple[str, ...]


class Standing(NamedTuple):
    """What decides whether a search may show a passage; days as in ISO 8601."""

    candidate: Candidate
    audience: Audience
    valid_from: str | None
    valid_until: str | None


class ContentWriter:
    """Writes the documents and passages of a new generation."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path)
        # Should the process die, the whole folder is thrown away: no journal is needed.
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.executescript(_TABLES)
        self._words: Counter[str] = Counter()

    def add(self, document: Document, passages: Iterable[Passage]) -> None:
        """Add a document, its URLs and its passages.

        Of two documents with one URL the first keeps it, unless only the second is public: an internal note
        about a page never stands in for it.
        """
        self._connection.execute(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?)",
            (
                document.id,
                document.audience.value,
                document.valid_from.isoformat() if document.valid_from else None,
                document.valid_until.isoformat() if document.valid_until else None,
                document.model_dump_json(),
            ),
        )
        self._connection.executemany(
            _ADD_URL,
            [(url, document.id) for url in (document.url, *document.aliases)],
        )
        profile = profile_of(document)
        self._words.update(profile.said.split())
        self._connection.execute(
            "INSERT INTO profiles VALUES (?, ?)",
            (document.id, json.dumps([sorted(profile.topic), profile.said, profile.naming])),
        )
        self._connection.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?)",
            [(one.id, one.document_id, one.kind.value, one.model_dump_json()) for one in passages],
        )

    def add_contradictions(self, found: Iterable[Contradiction]) -> None:
        """Add what documents state differently, to be found from each of them."""
        for number, one in enumerate(found):
            self._connection.execute(
                "INSERT INTO contradictions VALUES (?, ?)", (number, one.model_dump_json())
            )
            self._connection.executemany(
                "INSERT INTO contradicted VALUES (?, ?)",
                [(name, number) for name in dict.fromkeys(side.document_id for side in one.sides)],
            )

    def finish(self) -> None:
        """Write everything to disk."""
        self._connection.executemany("INSERT INTO words VALUES (?, ?)", sorted(self._words.items()))
        self._connection.commit()
        self.close()

    def close(self) -> None:
        """Close the file as it is."""
        self._connection.close()


class Content:
    """The documents and passages of an opened generation; safe to use from many threads."""

    def __init__(self, path: Path) -> None:
        """Open the file for reading; raises `sqlite3.Error`."""
        # "immutable" makes SQLite take no locks and write no files: this one never changes.
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        self._lock = Lock()
        self._has_profiles = bool(self._rows("SELECT 1 FROM sqlite_master WHERE name = 'words'"))

    def counts(self) -> tuple[int, int]:
        """The numbers of documents and passages."""
        ((documents, passages),) = self._rows(
            "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM passages)"
        )
        return documents, passages

    def document(self, document_id: str) -> Document | None:
        """The document with this id."""
        rows = self._rows("SELECT body FROM documents WHERE id = ?", document_id)
        return Document.model_validate_json(rows[0][0]) if rows else None

    def document_at(self, url: str) -> Document | None:
        """The document with this URL, or with this URL as an alias; the fragment doesn't count."""
        rows = self._rows(
            "SELECT body FROM urls JOIN documents ON documents.id = document_id WHERE url IN (?, ?) LIMIT 1",
            url,
            url.partition("#")[0],
        )
        return Document.model_validate_json(rows[0][0]) if rows else None

    def documents(self) -> Iterator[Document]:
        """All documents, by id."""
        last = ""
        while rows := self._rows(
            "SELECT id, body FROM documents WHERE id > ? ORDER BY id LIMIT ?", last, _BATCH
        ):
            for _, body in rows:
                yield Document.model_validate_json(body)
            last = rows[-1][0]

    def document_ids(self) -> frozenset[str]:
        """The ids of all documents."""
        return frozenset(row[0] for row in self._rows("SELECT id FROM documents"))

    def origins(self) -> dict[str, Origin]:
        """Where the documents come from, by id."""
        rows = self._rows("SELECT id, json_extract(body, '$.source', '$.joined') FROM documents")
        pairs = ((name, json.loads(found)) for name, found in rows)
        return {name: Origin(source, tuple(joined)) for name, (source, joined) in pairs}

    def contradictions(self, document_id: str | None = None) -> tuple[Contradiction, ...]:
        """What this document and others state differently; without an id all there is."""
        rows = (
            self._rows("SELECT body FROM contradictions ORDER BY number")
            if document_id is None
            else self._rows(
                "SELECT body FROM contradicted JOIN contradictions USING (number) WHERE document_id = ? "
                "ORDER BY number",
                document_id,
            )
        )
        return tuple(Contradiction.model_validate_json(row[0]) for row in rows)

    def standings(self, passage_ids: Sequence[str]) -> dict[str, Standing]:
        """Whose these passages are, and who may see them when."""
        rows = self._rows(
            "SELECT passages.id, document_id, kind, audience, valid_from, valid_until "
            "FROM json_each(?) AS wanted "
            "JOIN passages ON passages.id = wanted.value JOIN documents ON documents.id = document_id",
            json.dumps(passage_ids),
        )
        return {
            name: Standing(Candidate(document_id, SectionKind(kind)), Audience(audience), *days)
            for name, document_id, kind, audience, *days in rows
        }

    def profiles(self, document_ids: Sequence[str]) -> dict[str, Profile]:
        """The profiles of the documents with these ids; none from a file that was written without them."""
        if not self._has_profiles:
            return {}
        rows = self._rows(
            "SELECT document_id, body FROM json_each(?) AS wanted "
            "JOIN profiles ON profiles.document_id = wanted.value",
            json.dumps(document_ids),
        )
        return {name: _profile(*json.loads(body)) for name, body in rows}

    def words(self, beginning: str, shortest: int, longest: int) -> list[tuple[str, int]]:
        """The stems that begin so, of so many letters, with the numbers of their documents; any order."""
        if not self._has_profiles:
            return []
        rows = self._rows(
            "SELECT stem, documents FROM words WHERE stem >= ?1 AND stem < ?1 || char(1114111) "
            "AND length(stem) BETWEEN ?2 AND ?3",
            beginning,
            shortest,
            longest,
        )
        return [(stem, documents) for stem, documents in rows]

    def passages(self, passage_ids: Sequence[str]) -> dict[str, Passage]:
        """The passages with these ids."""
        rows = self._rows(
            "SELECT passages.id, body FROM json_each(?) AS wanted "
            "JOIN passages ON passages.id = wanted.value",
            json.dumps(passage_ids),
        )
        return {row[0]: Passage.model_validate_json(row[1]) for row in rows}

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def _rows(self, query: str, *parameters: str | int) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._connection.execute(query, parameters).fetchall()


def _profile(topic: list[str], said: str, naming: list[Any]) -> Profile:
    title, keywords, leika = naming
    return Profile(frozenset(topic), said, Naming(title, tuple(keywords), tuple(leika)))
