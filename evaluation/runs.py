"""Runs kept under the data folder: what was measured, with which result."""

from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from evaluation.config import Measured
from evaluation.errors import EvaluationError
from evaluation.results import Results

FOLDER = "evaluations"


class Run(BaseModel):
    """A run: what it measured, when it began (UTC), how long it took and what came out."""

    model_config = ConfigDict(frozen=True)

    measured: Measured
    started: datetime
    seconds: float
    results: Results


def keep(run: Run, data: Path) -> Path:
    """Write `run` as JSON to `data`/evaluations and return the file; raises `EvaluationError`."""
    folder = data / FOLDER
    name = f"{run.started.astimezone(UTC):%Y%m%dT%H%M%S.%fZ}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / name
        path.write_text(run.model_dump_json(indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise EvaluationError(
            f"In {folder} lässt sich nichts ablegen ({error.strerror}). Bitte setzen Sie LOTSE_DATA auf "
            "einen beschreibbaren Ordner."
        ) from None
    return path


def kept(data: Path) -> list[Run]:
    """All runs kept, oldest first; files that another version wrote in another shape are passed over."""
    read = (_read(path) for path in sorted((data / FOLDER).glob("*.json")))
    return [run for run in read if run is not None]


def before(run: Run, data: Path) -> Run | None:
    """The latest run before `run` that asked the same questions of the same corpus (by name)."""
    same = [
        other
        for other in kept(data)
        if other.started < run.started
        and other.measured.corpus == run.measured.corpus
        and other.measured.questions_hash == run.measured.questions_hash
    ]
    return same[-1] if same else None


def _read(path: Path) -> Run | None:
    try:
        return Run.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
