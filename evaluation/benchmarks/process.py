"""A served instance as an operator runs it: a process, watched from outside."""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, perf_counter

import httpx

from evaluation.errors import EvaluationError

SERVE = (sys.executable, "-m", "api.cli", "serve")
_STEP = 0.02
_LONGEST_START = 60.0
_LONGEST_STOP = 15.0


@dataclass(frozen=True)
class Memory:
    """Resident memory of a process in MiB, now and at its highest (VmRSS and VmHWM of Linux, see proc(5))."""

    resident: float
    highest: float


@dataclass(frozen=True)
class Served:
    """A running server: its address, its process, when it was started (`perf_counter`)."""

    url: str
    pid: int
    started: float
    healthy_after: float

    def memory(self) -> Memory:
        """What it holds now."""
        return memory_of(self.pid)


@contextmanager
def served(data: Path, command: Sequence[str] = SERVE) -> Iterator[Served]:
    """Run `lotse serve` on a free port over the state in `data` until the block ends.

    `healthy_after` is the time in seconds from the start of the process to the first good answer of
    `/healthz`. Raises `EvaluationError` if it doesn't come.
    """
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    environment = {
        **os.environ,
        "LOTSE_DATA": str(data),
        "LOTSE_QUESTIONS_PER_MINUTE": "1000000",
    }
    for unset in ("LOTSE_MODEL_PATH", "LOTSE_MODEL_URL", "LOTSE_CITIES", "DATABASE_URL"):
        environment.pop(unset, None)
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        started = perf_counter()
        process = subprocess.Popen(
            [*command, "--port", str(port)], env=environment, stdout=said, stderr=subprocess.STDOUT
        )
        try:
            if not wait_healthy(f"{url}/healthz", process):
                said.seek(0)
                last = said.read().strip().splitlines()[-1:] or ["keine Ausgabe"]
                raise EvaluationError(f"Der Server ist nicht gestartet: {last[0]}")
            yield Served(url, process.pid, started, perf_counter() - started)
        finally:
            _stop(process)


def wait_healthy(url: str, process: "subprocess.Popen[bytes]", longest: float = _LONGEST_START) -> bool:
    """Ask `url` until it answers 200, the process ends, or `longest` seconds are over."""
    deadline = monotonic() + longest
    with httpx.Client(timeout=5, trust_env=False) as client:
        while process.poll() is None and monotonic() < deadline:
            try:
                if client.get(url).status_code == httpx.codes.OK:
                    return True
            except httpx.TransportError:
                pass
            try:
                process.wait(timeout=_STEP)
            except subprocess.TimeoutExpired:
                continue
    return False


def memory_of(pid: int) -> Memory:
    """The memory of a process of this machine (Linux)."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    values = {name: rest for name, _, rest in (line.partition(":") for line in lines)}
    return Memory(_mebibytes(values["VmRSS"]), _mebibytes(values["VmHWM"]))


def free_port() -> int:
    """A port of the loopback interface that nobody listens on."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


def _mebibytes(text: str) -> float:
    return round(int(text.split()[0]) / 1024, 1)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(timeout=_LONGEST_STOP)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
