"""Small files on the shelf that remember decisions: why a generation isn't served, and who went back."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.generations.durable import write_text
from corpus.generations.errors import GenerationError

REFUSED = "refused.json"
HELD = "held.json"


class _Mark(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    @classmethod
    def read(cls, path: Path) -> Self | None:
        """The mark in this file; None where there is none. Raises `GenerationError` if it can't be read."""
        try:
            return cls.model_validate_json(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError, ValidationError) as error:
            raise GenerationError(
                f"Die Datei {path} ist nicht lesbar: Bitte löschen und `lotse generations` ansehen."
            ) from error

    def write(self, path: Path) -> None:
        """Write the mark so that a crash leaves the old one or the new one."""
        write_text(path, self.model_dump_json(indent=2) + "\n")


class Refused(_Mark):
    """In a generation's folder: it is whole, but isn't served, for these reasons (German sentences)."""

    at: datetime
    reasons: tuple[str, ...]

    @classmethod
    def now(cls, reasons: tuple[str, ...]) -> Self:
        """A refusal of this moment."""
        return cls(at=datetime.now(UTC), reasons=reasons)


class Held(_Mark):
    """On the shelf: an operator went back from `left`, and no other generation is to be served by itself."""

    since: datetime
    left: str

    @classmethod
    def now(cls, left: str) -> Self:
        """A hold of this moment."""
        return cls(since=datetime.now(UTC), left=left)
