"""llama-cpp-python's own server: a second real server that speaks OpenAI's protocol."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

_START_SECONDS = 60


@contextmanager
def other_server(model: Path, *, context: int) -> Iterator[str]:
    """Serve `model`, set so that it doesn't abort one stream for another; gives the address."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    options = ["--model", str(model), "--port", str(port), "--n_ctx", str(context), "--n_threads", "1"]
    command = [sys.executable, "-m", "llama_cpp.server", *options, "--interrupt_requests", "false"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + _START_SECONDS
        while not _answers(url):
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.05)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=10)


def _answers(url: str) -> bool:
    try:
        return httpx.get(f"{url}/v1/models").status_code == 200
    except httpx.TransportError:
        return False
