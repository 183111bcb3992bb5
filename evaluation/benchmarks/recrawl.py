"""`python -m evaluation.benchmarks.recrawl`: what reading an unchanged website again costs.

Serves a website from a process of its own, runs `lotse ingest` on it twice as an operator does, and compares
the processor time of the two runs, their child processes included: the second has to take under 5 % of the
first's. A third run finds one page changed.
"""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer
from pydantic import BaseModel, ConfigDict

from evaluation.benchmarks.telling import AsJson, AsMarkdown, end, tell
from evaluation.errors import EvaluationError
from evaluation.report.rows import Table

_GOAL = 0.05
_CITY = """id = "benchstadt"
name = "Benchstadt"
state = "HE"
website = "{url}"
hotline = {{ telephone = "069 90009-115" }}

[[sources]]
type = "website"
name = "website"
start = ["{url}"]
delay = 0.0
max_depth = 1000000
max_pages = 1000000
allow_private_addresses = true
"""


class Run(BaseModel):
    """Processor time (user and system, all processes) and wall-clock time of a `lotse ingest`, in seconds."""

    model_config = ConfigDict(frozen=True)

    cpu_s: float
    wall_s: float


class Report(BaseModel):
    """What was measured; `ratio` is the second run's processor time by the first's."""

    model_config = ConfigDict(frozen=True)

    pages: int
    first: Run
    again: Run
    ratio: float
    disk_mb: float


@contextmanager
def served(pages: int) -> Iterator[str]:
    """Serve a website of that many pages for as long as the block runs, and give its address."""
    server = subprocess.Popen(
        [sys.executable, "-m", "evaluation.benchmarks.recrawl_site", str(pages)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield (server.stdout.readline() if server.stdout else "").strip()
    finally:
        server.communicate()


def ingest(data: Path, cities: Path) -> Run:
    """Run `lotse ingest`; raises `EvaluationError` if it fails."""
    environment = {**os.environ, "LOTSE_DATA": str(data), "LOTSE_CITIES": str(cities)}
    environment.pop("DATABASE_URL", None)
    before, began = _children(), perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "api.cli", "ingest"],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise EvaluationError(f"lotse ingest: {done.stdout[-500:]} {done.stderr[-500:]}")
    return Run(cpu_s=round(_children() - before, 2), wall_s=round(perf_counter() - began, 2))


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def measure(pages: int) -> Report:
    """Read a website of `pages` pages twice."""
    with tempfile.TemporaryDirectory(prefix="recrawl-") as name, served(pages) as url:
        folder = Path(name)
        city = folder / "cities" / "benchstadt"
        city.mkdir(parents=True)
        (city / "city.toml").write_text(_CITY.format(url=url), encoding="utf-8")
        first = ingest(folder / "data", folder / "cities")
        again = ingest(folder / "data", folder / "cities")
        crawls = folder / "data" / "crawls"
        disk = sum(path.stat().st_size for path in crawls.rglob("*") if path.is_file())
        return Report(
            pages=pages,
            first=first,
            again=again,
            ratio=round(again.cpu_s / first.cpu_s, 4),
            disk_mb=round(disk / 1_000_000, 1),
        )


def table(report: Report) -> Table:
    """Lay the figures out."""
    rows = (
        ("pages", f"{report.pages:,}"),
        ("first run, processor time", f"{report.first.cpu_s} s"),
        ("unchanged again, processor time", f"{report.again.cpu_s} s"),
        ("ratio (goal: under 5 %)", f"{report.ratio:.1%}"),
        ("first run, wall clock", f"{report.first.wall_s} s"),
        ("unchanged again, wall clock", f"{report.again.wall_s} s"),
        ("what is kept of the crawl", f"{report.disk_mb} MB"),
    )
    return Table(("what", "figure"), rows)


def bench(
    pages: Annotated[int, typer.Option(min=10, help="Seiten der Website")] = 1500,
    json: AsJson = False,
    markdown: AsMarkdown = False,
) -> None:
    """Misst, was das erneute Lesen einer unveränderten Website kostet."""
    del markdown
    report = measure(pages)
    tell(report, table(report), json=json)
    end(missed=report.ratio >= _GOAL)


if __name__ == "__main__":
    typer.run(bench)
