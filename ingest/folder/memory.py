"""Remembers which files of a folder were read, so that unchanged ones aren't read again."""

import hashlib
import json
from datetime import date
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.sources import FolderSource
from ingest.safety.suspicion import Suspicion
from ingest.website.fingerprint import reader_fingerprint


class Known(BaseModel):
    """What is known of a file: (size, modified, changed) of it and its sidecar, and hashes (SHA-256, hex).

    `hints` and `suspicious` are what the report says of it each time.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    stamps: tuple[tuple[int, int, int], ...]
    content: str
    document: str
    review: date | None = None
    hints: tuple[str, ...] = ()
    suspicious: tuple[Suspicion, ...] = ()


class _Saved(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    files: dict[str, Known]


class Memory:
    """The files of one folder as they were read last; forgotten if the settings or the readers change."""

    def __init__(self, key: str, known: dict[str, Known]) -> None:
        self._key = key
        self._known = known
        self._now: dict[str, Known] = {}

    @classmethod
    def load(cls, path: Path, source: FolderSource) -> "Memory":
        """Read the memory at `path`; an empty one if it is missing, broken or of other settings."""
        key = _key(source)
        try:
            saved = _Saved.model_validate_json(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, ValidationError):
            return cls(key, {})
        return cls(key, saved.files if saved.key == key else {})

    def of(self, name: str) -> Known | None:
        """Give what is known of a file."""
        return self._known.get(name)

    def remember(self, name: str, known: Known) -> None:
        """Remember a file as read now."""
        self._now[name] = known

    def save(self, path: Path) -> None:
        """Write what was remembered now; what wasn't is forgotten."""
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_text(_Saved(key=self._key, files=self._now).model_dump_json(), encoding="utf-8")
        part.replace(path)


def fingerprint(data: bytes, sidecar: bytes) -> str:
    """Hash a file with its sidecar."""
    lengths = len(data).to_bytes(8, "big")
    return hashlib.sha256(lengths + data + sidecar).hexdigest()


def _key(source: FolderSource) -> str:
    settings = source.model_dump(mode="json")
    return hashlib.sha256(f"{json.dumps(settings, sort_keys=True)}{_readers()}".encode()).hexdigest()


@cache
def _readers() -> str:
    """Hash the code and the libraries by which files are read; they never change while the program runs."""
    hashed = hashlib.sha256(reader_fingerprint().encode())
    for name in ("mammoth", "markdown-it-py", "mdit-py-plugins", "pyyaml"):
        hashed.update(f"{name} {version(name)}".encode())
    for part in sorted(files("ingest.folder").iterdir(), key=lambda one: one.name):
        if part.is_file():
            hashed.update(part.read_bytes())
    return hashed.hexdigest()
