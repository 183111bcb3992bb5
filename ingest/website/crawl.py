"""Starts the crawling child process, follows its progress and judges how it ended."""

import json
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from corpus.progress import Progress, silent
from corpus.sources import WebsiteSource
from ingest.errors import SourceFailed
from ingest.website.job import Job, Limits
from ingest.website.settings import LOG_FILE
from ingest.website.spool import Spool
from ingest.website.state.records import Event, Outcome

_SILENCE = 900.0
"""Seconds without a page after which a crawl is given up (a crawl delay of 30 s and slow pages included)."""


def user_agent(website: str) -> str:
    """Name the crawler honestly, with the city's own website as the place to ask."""
    try:
        number = version("stadtlotse")
    except PackageNotFoundError:
        number = "0"
    return f"Stadtlotse/{number} (+{website})"


def crawl(
    source: WebsiteSource,
    folder: Path,
    website: str,
    progress: Progress = silent,
    limits: Limits | None = None,
) -> Spool:
    """Crawl `source` and give its spool; `folder` holds what the last crawl learnt, and what this one does.

    A page that the server says is unchanged isn't sent again. Raises `SourceFailed` with one sentence if
    nothing was fetched: website unreachable, everything forbidden, the process died, the disk is full.
    """
    folder.mkdir(parents=True, exist_ok=True)
    job = Job(
        source=source, spool=folder.resolve(), user_agent=user_agent(website), limits=limits or Limits()
    )
    ended = _run(job, f"Website „{source.name}“ lesen", progress)
    if ended.error:
        raise SourceFailed(
            f"Was von der Website „{source.name}“ gelesen wird, lässt sich nicht in {job.spool} ablegen "
            f"({ended.error}). Bitte prüfen Sie Speicherplatz und Rechte."
        )
    try:
        spool = Spool(job.spool)
        if spool.end() is None:
            raise SourceFailed(
                f"Das Lesen der Website „{source.name}“ ist abgebrochen (Rückgabewert {ended.code}). "
                f"Der nächste Lauf setzt es fort. Näheres steht im Protokoll {job.spool / LOG_FILE}."
            )
        if not spool.answered():
            raise SourceFailed(_nothing_read(source, list(spool.events())))
    except sqlite3.Error as error:
        raise SourceFailed(
            f"{job.spool} lässt sich nicht lesen ({error}). Bitte prüfen Sie Speicherplatz und Rechte."
        ) from None
    return spool


@dataclass(frozen=True)
class _Ended:
    code: int
    error: str = ""


def _run(job: Job, stage: str, progress: Progress) -> _Ended:
    root = str(Path(__file__).resolve().parents[2])
    paths = os.pathsep.join(path for path in (root, os.environ.get("PYTHONPATH", "")) if path)
    with (job.spool / "stderr.log").open("wb") as errors:
        child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", "ingest.website", str(job.write())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            env={**os.environ, "PYTHONPATH": paths},
        )
        watch, error = _Watch(child), ""
        try:
            for report in _reports(child, watch):
                if "error" in report:
                    error = str(report["error"])
                else:
                    progress(stage, report["done"], report["total"])
            return _Ended(child.wait(), error)
        finally:
            watch.stop()
            _end(child)


class _Watch:
    """Kills a child that has been silent for too long."""

    def __init__(self, child: "subprocess.Popen[bytes]") -> None:
        self._child = child
        self._timer: threading.Timer | None = None
        self.heard()

    def heard(self) -> None:
        """Start waiting anew."""
        self.stop()
        self._timer = threading.Timer(_SILENCE, self._child.kill)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> None:
        """Stop waiting."""
        if self._timer is not None:
            self._timer.cancel()


def _reports(child: "subprocess.Popen[bytes]", watch: _Watch) -> Iterator[dict[str, Any]]:
    if child.stdout is None:
        return
    for line in child.stdout:
        watch.heard()
        try:
            report = json.loads(line)
        except ValueError:
            continue
        if isinstance(report, dict) and ("error" in report or {"done", "total"} <= report.keys()):
            yield report


def _end(child: "subprocess.Popen[bytes]") -> None:
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            pipe.close()
    try:
        child.wait(timeout=10)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def _nothing_read(source: WebsiteSource, events: list[Event]) -> str:
    host = urlsplit(str(source.start[0])).netloc
    starts = {str(url).rstrip("/") for url in source.start}
    first = next((event for event in events if event.url.rstrip("/") in starts), None)
    if first is None:
        return (
            f"Die Website „{source.name}“ ({host}) hat keine lesbare Seite. "
            "Bitte prüfen Sie „start“ in city.toml."
        )
    if first.outcome is Outcome.ROBOTS:
        return (
            f"robots.txt von {host} verbietet dem Stadtlotsen die Startseite. "
            "Bitte erlauben Sie dort „User-agent: Stadtlotse“."
        )
    return f"Die Website „{source.name}“ ({host}) ist nicht zu lesen: {first.reason}"
