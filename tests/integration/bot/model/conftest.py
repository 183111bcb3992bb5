"""Model servers as real processes over real GGUF files."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

Json = dict[str, Any]


@dataclass(frozen=True)
class Server:
    """A running model process."""

    process: subprocess.Popen[str]
    url: str

    def health(self) -> Json:
        body: Json = httpx.get(f"{self.url}/health").json()
        return body

    def wait_until(self, holds: Callable[[Json], bool], seconds: float = 10) -> Json:
        """The first health report that satisfies the condition."""
        deadline = time.monotonic() + seconds
        while not holds(report := self.health()):
            assert time.monotonic() < deadline, f"not so within {seconds} s: {report}"
            time.sleep(0.01)
        return report

    def figure(self, name: str) -> float:
        """A figure from /metrics, labels included in the name."""
        for line in httpx.get(f"{self.url}/metrics").text.splitlines():
            if line.startswith(f"{name} "):
                return float(line.rpartition(" ")[2])
        return 0.0


Starter = Callable[..., AbstractContextManager[Server]]


@contextmanager
def running(model: Path, *options: str) -> Iterator[Server]:
    command = [sys.executable, "-m", "bot.model", "--model", str(model), "--port", "0", "--threads", "1"]
    process = subprocess.Popen(
        [*command, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        announced = process.stdout.readline()
        server = Server(process, announced.rpartition(" ")[2].strip())
        assert server.url.startswith("http://"), process.communicate(timeout=10)
        server.wait_until(lambda report: report["state"] == "ready", seconds=30)
        yield server
    finally:
        process.kill()
        process.communicate()


@pytest.fixture(scope="session")
def words_server(words_gguf: Path) -> Iterator[Server]:
    """A quick model, for everything that leaves the server as it was."""
    with running(words_gguf, "--context", "2048", "--name", "woerter") as server:
        yield server


@pytest.fixture(scope="session")
def slow_server(slow_gguf: Path) -> Iterator[Server]:
    """A model that needs seconds, with room for two to wait; its prompts are read in one long batch."""
    with running(slow_gguf, "--context", "8192", "--queue", "2", "--batch", "4096") as server:
        yield server


@pytest.fixture
def start_server() -> Starter:
    """Starts a server of the test's own: model file and options."""
    return running
