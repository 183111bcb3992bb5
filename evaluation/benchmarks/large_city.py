"""`python -m evaluation.benchmarks.large_city`: 50,000 documents ingested into one generation.

Documents are stored, joined, indexed, checked and published as `lotse ingest` does it once its sources are
read, in a process of its own: first, again with nothing changed, and again with one in a hundred changed. The
texts are paragraphs of federal law, where the measurement data are there, else sentences of the sample city.
It has to stay under 2 GB of memory.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from pydantic import BaseModel, ConfigDict

from evaluation.benchmarks.telling import AsJson, AsMarkdown, end, tell
from evaluation.floors.gate import MEASUREMENT_DATA
from evaluation.report.rows import Table

_LIMIT_MB = 2_000.0
_MEGABYTE = 1_000_000


class Phase(BaseModel):
    """A stage of a run: its seconds, and the process's resident megabytes at its end.

    `processor_seconds` counts all threads; beside other work it says more than `seconds` of wall-clock time.
    """

    model_config = ConfigDict(frozen=True)

    run: str
    stage: str
    seconds: float
    processor_seconds: float
    resident_mb: float


class Measured(BaseModel):
    """What was measured. Memory is the process's highest resident size, interpreter and all included."""

    model_config = ConfigDict(frozen=True)

    documents: int
    passages: int
    text_mb: float
    phases: tuple[Phase, ...]
    highest_mb: float
    database_mb: float
    generation_mb: float
    embeddings_mb: float


def measure(count: int, data: Path) -> Measured:
    """Ingest `count` documents three times in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="large-city-") as name:
        folder = Path(name)
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "evaluation.benchmarks.large_city_run",
                str(folder),
                str(count),
                str(data),
            ],
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        found = json.loads(done.stdout)
        generation = folder / "generations" / found.pop("city") / found.pop("generation")
        return Measured(
            database_mb=_size(folder.glob("stadtlotse.db*")),
            generation_mb=_size(generation.rglob("*")),
            embeddings_mb=_size(folder.glob("embeddings.sqlite*")),
            **found,
        )


def _size(paths: Iterator[Path]) -> float:
    return round(sum(path.stat().st_size for path in paths if path.is_file()) / _MEGABYTE, 1)


def table(found: Measured) -> Table:
    """The phases, then memory and disk."""
    rows = [
        (
            f"{one.run}: {one.stage}",
            f"{one.seconds:.1f} s",
            f"{one.processor_seconds:.1f} s",
            f"{one.resident_mb:.0f} MB",
        )
        for one in found.phases
    ]
    rows += [
        ("highest memory", "", "", f"{found.highest_mb:.0f} MB"),
        (f"texts ({found.documents} documents)", "", "", f"{found.text_mb:.0f} MB"),
        ("database", "", "", f"{found.database_mb:.0f} MB"),
        (f"generation ({found.passages} passages)", "", "", f"{found.generation_mb:.0f} MB"),
        ("cached embeddings", "", "", f"{found.embeddings_mb:.0f} MB"),
    ]
    return Table(("phase", "time", "processor time", "memory or disk"), tuple(rows))


def bench(
    documents: Annotated[int, typer.Option(min=1, help="Zahl der Dokumente")] = 50_000,
    json_: AsJson = False,
    markdown: AsMarkdown = False,
) -> None:
    """Misst Zeit, Speicher und Platz beim Einlesen einer großen Stadt."""
    del markdown
    found = measure(documents, Path(os.environ.get("LOTSE_MEASUREMENT_DATA", MEASUREMENT_DATA)))
    tell(found, table(found), json=json_)
    end(missed=found.highest_mb > _LIMIT_MB)


if __name__ == "__main__":
    typer.run(bench)
