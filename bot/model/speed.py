"""How fast a model is on this machine: what was measured, and where it is kept."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

_SAMPLES = 16
_SAMPLE_BYTES = 64 * 1024


@dataclass(frozen=True)
class Speed:
    """Tokens per second: of a prompt that is read, and of an answer that is written."""

    prompt_tokens_per_second: float
    written_tokens_per_second: float

    @classmethod
    def read(cls, value: object) -> Speed | None:
        """The speed that a JSON object tells; None where it tells none."""
        if not isinstance(value, dict):
            return None
        found = [value.get("prompt_tokens_per_second"), value.get("written_tokens_per_second")]
        numbers = [float(one) for one in found if isinstance(one, int | float) and one > 0]
        return cls(*numbers) if len(numbers) == len(found) else None


def fingerprint(model: Path) -> str:
    """A short hash of a model's file: its size and sixteen samples of it, since gigabytes take minutes.

    Raises OSError.
    """
    size = model.stat().st_size
    last = max(0, size - _SAMPLE_BYTES)
    digest = hashlib.sha256(str(size).encode())
    with model.open("rb") as file:
        for sample in range(_SAMPLES):
            file.seek(last * sample // (_SAMPLES - 1))
            digest.update(file.read(_SAMPLE_BYTES))
    return digest.hexdigest()[:16]


class KeptSpeeds:
    """Speeds in a JSON file, by model and machine. A file that can't be read counts as empty."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, model: Path, threads: int) -> Speed | None:
        """What was measured for this file with so many threads on a machine like this one."""
        return Speed.read(self._all().get(_key(model, threads)))

    def put(self, model: Path, threads: int, speed: Speed) -> None:
        """Keeps a measurement instead of an earlier one. Raises OSError."""
        self._write(self._all() | {_key(model, threads): asdict(speed)})

    def forget(self, model: Path, threads: int) -> None:
        """Drops what was measured, so that it is measured anew. Raises OSError."""
        known = self._all()
        if known.pop(_key(model, threads), None) is not None:
            self._write(known)

    def _write(self, known: dict[str, object]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        beside.write_text(json.dumps(known, indent=1), encoding="utf-8")
        beside.replace(self._path)

    def _all(self) -> dict[str, object]:
        try:
            known = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}


def _key(model: Path, threads: int) -> str:
    return f"{fingerprint(model)}/{os.cpu_count() or 1} cores/{threads} threads"
