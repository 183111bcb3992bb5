"""A city with data of its own, whose `lotse ingest` is run, killed and looked at."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from corpus.embedding.embedder import Embedder
from corpus.generations.opened import Generation
from corpus.generations.shelf import Shelf
from tests.integration.ingest.website import Website, html

CITY = "kleinstadt"
NAMES = ("ausweis", "pass", "wohngeld", "hund", "gewerbe", "heirat", "umzug")
_TOML = """
id = "kleinstadt"
name = "Kleinstadt"
state = "HE"
website = "{url}"
canary_questions = ["Wohngeld"]

[hotline]
telephone = "069 90009-115"

[[sources]]
type = "website"
name = "website"
start = ["{url}"]
sitemap = false
delay = 0.0
allow_private_addresses = true
"""
_PATIENCE = 15.0


def city_toml(url: str) -> str:
    """A `city.toml` whose one source is the website at `url`."""
    return _TOML.format(url=url)


@dataclass
class Lane:
    """Runs in one data folder, one after the other; `phases` counts where kills struck."""

    folder: Path
    embedder: Embedder
    phases: Counter[str] = field(default_factory=Counter)
    version: int = 0

    def __enter__(self) -> Self:
        self.folder.mkdir()
        self.site = Website({}).__enter__()
        self.change()
        (self.folder / "city.toml").write_text(city_toml(self.site.url), encoding="utf-8")
        self._log = self.folder / "log"
        environment = {key: value for key, value in os.environ.items() if not key.startswith("LOTSE_")}
        self._starter = subprocess.Popen(
            [sys.executable, "-m", "tests.integration.ingest.killing.starter", str(self._log)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment | {"LOTSE_DATA": str(self.data), "LOTSE_CITIES": str(self.folder)},
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._starter.communicate(timeout=60)
        self.site.__exit__(kind, error, trace)

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.folder / "var"

    @property
    def shelf(self) -> Shelf:
        """The city's generations."""
        return Shelf(self.data / "generations" / CITY)

    def change(self) -> None:
        """Let every page of the website say something new."""
        self.version += 1
        services = {
            f"/{name}": html(name.title(), f"<p>Hier geht es um {name}, Fassung {self.version}.</p>")
            for name in NAMES
        }
        self.site.pages = {"/": html("Start", links=tuple(services)), **services}

    def run(self) -> dict[str, tuple[float, float]]:
        """Run undisturbed, and give each phase's begin and end in seconds."""
        began = time.monotonic()
        self._start()
        begins: dict[str, float] = {}
        with ThreadPoolExecutor(1) as pool:
            ended = pool.submit(self._answer)
            while not ended.done():
                begins.setdefault(self._phase(), time.monotonic() - began)
                time.sleep(0.01)
        assert ended.result() == 0, self._log.read_text()
        ends = [*list(begins.values())[1:], time.monotonic() - began]
        return {name: (begin, end) for (name, begin), end in zip(begins.items(), ends, strict=True)}

    def kill_after(self, seconds: float, chance: random.Random) -> None:
        """Run, kill after a time the process alone or its whole session, and wait until nothing is left."""
        pid = self._start()
        time.sleep(seconds)  # the moment of the kill is what is tested
        self.phases[self._phase()] += 1
        for kill in (os.kill,) if chance.random() < 0.7 else (os.killpg, os.kill):
            with suppress(ProcessLookupError):  # it has ended already, or its session hasn't begun
                kill(pid, signal.SIGKILL)
        self._answer()
        self._wait_for_children(pid)

    def served_version(self) -> int:
        """Open what is served, with all its checks, ask it, and give the version that its pages say."""
        current = self.shelf.current()
        assert current is not None
        generation = Generation.open(current, self.embedder)
        try:
            generation.warm()
            results = generation.search("Wohngeld")
            assert results.complete
            assert results.documents[0].document_id == "website:/wohngeld"
            texts = [document.text() for document in generation.documents()]
            assert len(texts) == len(NAMES) + 1
            versions = {int(text.rpartition(" ")[2].rstrip(".")) for text in texts if "Fassung" in text}
            (version,) = versions  # never a mixture of two runs
            return version
        finally:
            generation.close()

    def documents(self) -> dict[str, str]:
        """What is served: texts by id."""
        current = self.shelf.current()
        assert current is not None
        generation = Generation.open(current, self.embedder)
        try:
            return {document.id: document.text() for document in generation.documents()}
        finally:
            generation.close()

    def _start(self) -> int:
        self._log.unlink(missing_ok=True)
        assert self._starter.stdin is not None
        self._starter.stdin.write("run\n")
        self._starter.stdin.flush()
        return self._answer()

    def _answer(self) -> int:
        assert self._starter.stdout is not None
        return int(self._starter.stdout.readline())

    def _phase(self) -> str:
        """The stage that the run's output named last."""
        lines = self._log.read_text(encoding="utf-8").splitlines() if self._log.exists() else []
        stages = [line.partition(" …")[0] for line in lines if line.endswith("…")]
        return stages[-1] if stages else "Beginn"

    def _wait_for_children(self, session: int) -> None:
        deadline = time.monotonic() + _PATIENCE
        while left := [pid for pid in _processes() if _session(pid) == session]:
            assert time.monotonic() < deadline, f"{left} outlived the run that started them"
            time.sleep(0.02)


def _processes() -> list[int]:
    return [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]


def _session(pid: int) -> int | None:
    try:
        fields = (Path("/proc") / str(pid) / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return int(fields[3]) if fields[0] != "Z" else None
