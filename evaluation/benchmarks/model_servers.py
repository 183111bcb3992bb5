"""Model servers as processes of their own: ours and llama-cpp-python's, over a GGUF file made for it."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from evaluation.benchmarks.process import free_port, wait_healthy
from evaluation.errors import EvaluationError

CONTEXT = 8192
_START_SECONDS = 120.0


def threads() -> int:
    """One less than there are cores: the clients and the pipeline need one, too."""
    return max(1, len(os.sched_getaffinity(0)) - 1)


def write_model(folder: Path) -> Path:
    """A llama-architecture model of 15 million random weights, built as the tests build theirs.

    Raises `EvaluationError` where the tests aren't at hand.
    """
    try:
        from tests.gguf.makers import SLOW, write_words_model
    except ImportError as error:
        raise EvaluationError(
            "Der Modell-Benchmark braucht den Ordner „tests“ des Quelltextes: Bitte im Repository starten."
        ) from error
    return write_words_model(folder / "benchmark.gguf", shape=SLOW)


@contextmanager
def our_server(model: Path, *, state_mib: int = 256, queue: int = 16) -> Iterator[str]:
    """`python -m bot.model` over `model`; gives the address."""
    options = ["--context", CONTEXT, "--threads", threads(), "--state-mib", state_mib, "--queue", queue]
    command = [sys.executable, "-m", "bot.model", "--model", str(model), *map(str, options)]
    with _running(command, "/health") as url:
        yield url


@contextmanager
def peer_server(model: Path) -> Iterator[str]:
    """`llama_cpp.server`, set so that it doesn't abort one stream for another; gives the address."""
    options = ["--n_ctx", CONTEXT, "--n_threads", threads(), "--interrupt_requests", "false"]
    command = [sys.executable, "-m", "llama_cpp.server", "--model", str(model), *map(str, options)]
    with _running(command, "/v1/models") as url:
        yield url


@contextmanager
def _running(command: Sequence[str], healthy: str) -> Iterator[str]:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(
        [*command, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        if not wait_healthy(f"{url}{healthy}", process, _START_SECONDS):
            raise EvaluationError(f"Der Modellserver ist nicht gestartet: {' '.join(command[:3])}")
        yield url
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
