"""Which file a model was when it was first fetched: `LOTSE_DATA/models/pins.toml`."""

import json
import os
import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from api.models.errors import PullError


class Pin(BaseModel):
    """A file's commit on the hub (empty for one that was copied here), its SHA-256 and size in bytes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    revision: str = Field(default="", pattern=r"^[0-9a-f]*$")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    size: int = Field(ge=0)


class Pins:
    """Pins by repository and file, in a file that people can read."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, key: str) -> Pin | None:
        """The pin of `owner/repository/file`; raises `PullError` where the pins can't be read."""
        return self._all().get(key)

    def put(self, key: str, pin: Pin) -> None:
        """Pin a file, instead of an earlier pin. Raises OSError and `PullError`."""
        pins = self._all() | {key: pin}
        lines = ["# Von „lotse model pull“: Welche Datei ein Modell beim ersten Laden war.\n"]
        for name, kept in sorted(pins.items()):
            # JSON's strings are TOML's, for the characters that repositories and files have.
            values = "".join(f"{field} = {json.dumps(value)}\n" for field, value in kept.model_dump().items())
            lines.append(f"[{json.dumps(name)}]\n{values}")
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        beside.write_text("\n".join(lines), encoding="utf-8")
        beside.replace(self._path)

    def _all(self) -> dict[str, Pin]:
        try:
            read = tomllib.loads(self._path.read_text(encoding="utf-8"))
            return {key: Pin.model_validate(value) for key, value in read.items()}
        except FileNotFoundError:
            return {}
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
            raise PullError(
                f"Die Datei {self._path} ist nicht lesbar: Bitte aus der Sicherung wiederherstellen, oder "
                "löschen, wenn Sie den Modellen neu vertrauen wollen."
            ) from error
