"""`python -m evaluation.benchmarks.page_reading`: pages per second read from disk, ours and others'.

Writes the sample city's pages to a folder and lets each reader read them from there on as many processes as
asked for (two by default), all readers in turn in each round, so that a busy machine slows all of them. Ours
gives sections and facts, trafilatura text, BeautifulSoup all text. Ours has to reach half of trafilatura's
speed.
"""

import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Annotated

import typer
from pydantic import BaseModel, ConfigDict

from evaluation.benchmarks.telling import AsJson, AsMarkdown, end, tell
from evaluation.page_reading.readers import with_beautifulsoup, with_trafilatura
from evaluation.page_reading.sample_city import sample_city_pages
from evaluation.report.rows import Table
from ingest.errors import Unreadable
from ingest.reader.page import read_page

_LEAST = 0.5
_URL = "https://www.musterstadt.example/seite"
_WARM_UP = 40


class Report(BaseModel):
    """Pages per second of each reader (median of all rounds), and ours as a multiple of trafilatura's."""

    model_config = ConfigDict(frozen=True)

    pages: int
    megabytes: float
    processes: int
    pages_per_s: dict[str, float]
    to_trafilatura: float


def read_ours(path: Path) -> int:
    """Our sections and facts; the number of facts."""
    try:
        return len(read_page(path.read_bytes(), _URL, city="stadt", source="website").facts)
    except Unreadable:
        return 0


def read_trafilatura(path: Path) -> int:
    """Trafilatura's text; its length."""
    return len(with_trafilatura(path.read_bytes(), _URL))


def read_beautifulsoup(path: Path) -> int:
    """BeautifulSoup's text; its length."""
    return len(with_beautifulsoup(path.read_bytes(), _URL))


READERS: dict[str, Callable[[Path], int]] = {
    "Stadtlotse, sections and facts": read_ours,
    "trafilatura": read_trafilatura,
    "BeautifulSoup, get_text": read_beautifulsoup,
}


def measure(rounds: int = 3, processes: int = 2, told: Callable[[str], None] = lambda _: None) -> Report:
    """Read the sample city's pages `rounds` times with each reader; `told` is given what is being done."""
    with tempfile.TemporaryDirectory(prefix="pages-") as folder:
        paths = _write(Path(folder))
        size = sum(path.stat().st_size for path in paths)
        speeds: dict[str, list[float]] = {name: [] for name in READERS}
        for number in range(rounds):
            for name in READERS:
                told(f"{number + 1}/{rounds} {name}")
                shares = [(name, tuple(paths[start::processes])) for start in range(processes)]
                with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
                    speeds[name].append(sum(pool.map(speed_of, shares)))
    found = {name: round(median(speeds[name]), 1) for name in READERS}
    ours, trafilatura, *_ = found.values()
    return Report(
        pages=len(paths),
        megabytes=round(size / 1_000_000, 1),
        processes=processes,
        pages_per_s=found,
        to_trafilatura=round(ours / trafilatura, 2),
    )


def speed_of(share: tuple[str, Sequence[Path]]) -> float:
    """Read files with the reader of that name, after some to warm up; pages per second of this process."""
    name, paths = share
    read = READERS[name]
    for path in paths[:_WARM_UP]:
        read(path)
    began = perf_counter()
    for path in paths:
        read(path)
    return len(paths) / (perf_counter() - began)


def _write(folder: Path) -> list[Path]:
    paths = []
    for number, page in enumerate(sample_city_pages()):
        path = folder / f"{number}.html"
        path.write_bytes(page.html)
        paths.append(path)
    return paths


def bench(
    rounds: Annotated[int, typer.Option(min=1, help="wie oft jedes Werkzeug alle Seiten liest")] = 3,
    processes: Annotated[int, typer.Option(min=1, help="Zahl der Prozesse")] = 2,
    markdown: AsMarkdown = False,
    json: AsJson = False,
) -> None:
    """Misst gelesene Seiten je Sekunde; 1, wenn es nicht halb so viele sind wie bei trafilatura."""
    del markdown
    report = measure(rounds, processes, _say)
    tell(report, table(report), json=json)
    end(missed=report.to_trafilatura < _LEAST)


def table(report: Report) -> Table:
    """A reader a row: pages per second, and as a multiple of trafilatura's."""
    base = report.pages_per_s["trafilatura"]
    rows = tuple((name, f"{speed:.0f}", f"{speed / base:.2f}") for name, speed in report.pages_per_s.items())
    return Table((f"reader, {report.processes} processes", "pages/s", "to trafilatura"), rows)


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    typer.run(bench)
