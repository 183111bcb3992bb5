"""What a run measured, so that it can be repeated and compared."""

import hashlib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict

BERLIN = ZoneInfo("Europe/Berlin")


class Measured(BaseModel):
    """The corpus and question set of a run, by name and content, and how they were measured.

    `corpus_hash` is the generation's (SHA-256 over its documents), `questions_hash` that of the file.
    `now` is the time that the assistant was told.
    """

    model_config = ConfigDict(frozen=True)

    corpus: str
    corpus_hash: str
    questions: str
    questions_hash: str
    reader: bool
    embedding: str
    now: datetime


def file_hash(path: Path) -> str:
    """SHA-256 (hex) of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def berlin_now() -> datetime:
    """The time in Germany."""
    return datetime.now(BERLIN)
