"""Keeps the reports of a city's updates as JSON files under `data/reports/<city>/`, the latest of them."""

from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from corpus.generations.durable import write_text
from ingest.report.model import Report

REPORTS = "reports"
KEPT = 90
"""Reports kept for each city: three months of daily runs, two weeks of six a day."""


def write_report(report: Report, data: Path, keep: int = KEPT) -> Path:
    """Keep the report, forget the oldest ones beyond `keep`, and give its path."""
    folder = data / REPORTS / report.city
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{report.run}.json"
    write_text(path, report.model_dump_json(indent=2))
    for leftover in (*folder.glob("*.part"), *folder.glob("*.new")):
        leftover.unlink(missing_ok=True)
    for name in run_names(data, report.city)[:-keep]:
        (folder / f"{name}.json").unlink(missing_ok=True)
    return path


def run_names(data: Path, city: str) -> list[str]:
    """The names of the runs whose reports are kept, oldest first."""
    return sorted(path.stem for path in (data / REPORTS / city).glob("*.json"))


def read_report(data: Path, city: str, run: str) -> Report | None:
    """Read one report; None where there is none, or none that this version can read."""
    path = data / REPORTS / city / f"{run}.json"
    try:
        return Report.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValidationError):
        return None


def last_report(data: Path, city: str) -> Report | None:
    """Read the latest report of a city that can be read; None before the first."""
    readable = (read_report(data, city, run) for run in reversed(run_names(data, city)))
    return next((report for report in readable if report is not None), None)


def run_name(now: datetime) -> str:
    """Name a run by its time in UTC, so that names sort by age: "20260612T101530-123456"."""
    return now.astimezone(UTC).strftime("%Y%m%dT%H%M%S-%f")
