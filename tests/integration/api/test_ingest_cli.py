"""`lotse ingest` where something is in the way: it says what, damages nothing, and goes on the next time."""

import json
import os
import re
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.embedding.embedder import Embedder
from corpus.generations.opened import Generation
from corpus.generations.shelf import Shelf
from ingest.lock import update_lock
from tests.integration.ingest.killing.lane import NAMES, city_toml
from tests.integration.ingest.website import Answer, Website, html

BUSY, DISK_FULL = 75, 74
Ingest = Callable[..., "subprocess.CompletedProcess[str]"]


def pages(word: str) -> dict[str, Answer]:
    """Long enough for a database that outgrows a few hundred kilobytes."""
    text = " ".join(f"{word} Satz {number} über das Amt." for number in range(400))
    services = {f"/{name}": html(name.title(), f"<p>{name}: {text}</p>") for name in NAMES}
    return {"/": html("Start", links=tuple(services)), **services}


@pytest.fixture
def site() -> Iterator[Website]:
    with Website(pages("Erster")) as site:
        yield site


@pytest.fixture
def environment(data: Path, tmp_path: Path, site: Website) -> dict[str, str]:
    (tmp_path / "city.toml").write_text(city_toml(site.url), encoding="utf-8")
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("LOTSE_", "DATABASE_"))}
    return clean | {"LOTSE_DATA": str(data), "LOTSE_CITIES": str(tmp_path), "LOTSE_PORT": "0"}


@pytest.fixture
def lotse(environment: dict[str, str]) -> Ingest:
    def run(
        *arguments: str, largest_file: int | None = None, **more: str
    ) -> "subprocess.CompletedProcess[str]":
        def limit() -> None:
            if largest_file is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, resource.RLIM_INFINITY))

        return subprocess.run(
            [sys.executable, "-m", "api.cli", *arguments],
            capture_output=True,
            text=True,
            env=environment | more,
            preexec_fn=limit,
            stdin=subprocess.DEVNULL,
            timeout=120,
            check=False,
        )

    return run


def served(data: Path, embedder: Embedder) -> str:
    """Open what is served with all its checks, and give the text of one page."""
    current = Shelf(data / "generations" / "kleinstadt").current()
    assert current is not None
    generation = Generation.open(current, embedder)
    try:
        generation.warm()
        assert generation.search("Wohngeld").complete
        page = generation.document("website:/wohngeld")
        assert page is not None
        return page.text()
    finally:
        generation.close()


def test_a_second_one_says_who_is_at_it(lotse: Ingest, data: Path) -> None:
    with update_lock(data, "kleinstadt"):
        done = lotse("ingest")
    assert done.returncode == BUSY, done.stderr
    assert f"Prozess {os.getpid()}" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (data / "generations").exists()


@pytest.mark.slow
def test_a_full_disk_at_any_stage_damages_nothing(
    lotse: Ingest, data: Path, site: Website, embedder: Embedder
) -> None:
    assert lotse("ingest").returncode == 0
    before, folders = served(data, embedder), sorted((data / "generations" / "kleinstadt").iterdir())
    site.pages = pages("Zweiter")
    said = []
    for kilobytes in (4, 64, 180, 260):
        done = lotse("ingest", largest_file=kilobytes * 1024)
        said.append((kilobytes, done.returncode, done.stderr.strip().splitlines()[-1:]))
        assert "Traceback" not in done.stderr, done.stderr
        assert served(data, embedder) == before
        assert sorted((data / "generations" / "kleinstadt").iterdir()) == folders
    assert {code for _, code, _ in said} <= {1, DISK_FULL}, said
    assert DISK_FULL in {code for _, code, _ in said}, said
    done = lotse("ingest")
    assert done.returncode == 0, done.stderr
    assert "Zweiter" in served(data, embedder)


def test_a_broken_database_is_said_and_left_alone(
    lotse: Ingest, data: Path, site: Website, embedder: Embedder
) -> None:
    assert lotse("ingest").returncode == 0
    database = data / "stadtlotse.db"
    for leftover in data.glob("stadtlotse.db-*"):
        leftover.unlink()
    database.write_bytes(b"kaputt" * 1000)
    before = served(data, embedder)
    done = lotse("ingest")
    assert done.returncode == 2, done.stderr
    (sentence,) = done.stderr.strip().splitlines()
    assert "Datenbank" in sentence
    assert database.read_bytes() == b"kaputt" * 1000
    assert served(data, embedder) == before


@pytest.mark.slow
def test_report_status_and_generations_tell_what_happened(lotse: Ingest, site: Website) -> None:
    first = json.loads(lotse("ingest", "--json").stdout)
    assert len(first["sources"][0]["new"]) == 8
    site.pages = pages("Zweiter")
    done = lotse("ingest")
    assert "7 geändert" in done.stdout
    assert "Geänderte Texte (7):" in done.stdout
    assert "Seiten" in done.stderr  # progress doesn't get into the report
    assert json.loads(lotse("reports", "last", "--json").stdout)["published"]
    assert len(lotse("reports").stdout.splitlines()) == 2
    status = json.loads(lotse("ingest", "--status", "--json").stdout)
    assert (status["city"], status["good"], status["next"]) == ("kleinstadt", True, None)
    names = re.findall(r"\d{8}T\d{6}Z-[0-9a-f]{6}", lotse("generations").stdout)
    assert len(names) == 2
    compared = lotse("generations", "compare", *names)
    assert "7 geändert, 1 unverändert" in compared.stdout, compared.stderr
    assert "= Wohngeld" in compared.stdout
    assert "In Betrieb ist jetzt" in lotse("generations", "back").stdout
    held = lotse("ingest")
    assert held.returncode == 1
    assert "zurückgegangen" in held.stdout
    assert "nächste Lauf" in lotse("generations", "resume").stdout
    assert "ist jetzt in Betrieb" in lotse("ingest").stdout


def test_force_wants_to_be_confirmed(lotse: Ingest) -> None:
    done = lotse("ingest", "--force")
    assert (done.returncode, "--yes" in done.stderr) == (2, True)


def test_watching_without_a_schedule_says_what_is_missing(lotse: Ingest) -> None:
    done = lotse("ingest", "--watch")
    assert (done.returncode, "schedule" in done.stderr) == (2, True)


@pytest.mark.parametrize("signalled", [signal.SIGTERM, signal.SIGKILL])
def test_ending_up_ends_the_reading_that_it_started(
    environment: dict[str, str], site: Website, signalled: signal.Signals
) -> None:
    asked, never = threading.Event(), threading.Event()

    def hang(target: str) -> None:
        asked.set()
        never.wait(60)

    site.pages, site.fallback = {}, hang
    up = subprocess.Popen(
        [sys.executable, "-m", "api.cli", "up"],
        env=environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert asked.wait(60)
        up.send_signal(signalled)
        up.wait(timeout=20)
        _wait_until_gone(up.pid)
    finally:
        never.set()
        up.kill()


def _wait_until_gone(session: int) -> None:
    deadline = time.monotonic() + 15
    while left := _session_members(session):
        assert time.monotonic() < deadline, left
        time.sleep(0.05)


def _session_members(session: int) -> list[str]:
    found = []
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            try:
                fields = (path / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
                if int(fields[3]) == session and fields[0] != "Z":
                    found.append((path / "cmdline").read_text(encoding="utf-8"))
            except (FileNotFoundError, ProcessLookupError):
                continue
    return found
