"""The model's process starts with a clear word or not at all, and ends when it is told to."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest

from bot.model.process.exit_codes import MODEL_UNUSABLE, PORT_TAKEN, STOPPED
from tests.integration.bot.model.conftest import Server, Starter

pytestmark = pytest.mark.model


def attempt(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bot.model", *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)


def damaged(good: Path, folder: Path, kind: str) -> Path:
    raw, path = good.read_bytes(), folder / f"{kind}.gguf"
    contents = {
        "empty": b"",
        "a page that was downloaded instead": b"<!DOCTYPE html><title>404</title>",
        "cut in the header": raw[:1000],
        "cut in the weights": raw[: len(raw) // 2],
        "noise after the header": raw[:24] + bytes(range(256)) * 800,
    }
    path.write_bytes(contents[kind])
    return path


@pytest.mark.parametrize(
    "kind",
    [
        "empty",
        "a page that was downloaded instead",
        "cut in the header",
        "cut in the weights",
        "noise after the header",
    ],
)
def test_a_damaged_file_gives_one_sentence_and_code_2(words_gguf: Path, tmp_path: Path, kind: str) -> None:
    path = damaged(words_gguf, tmp_path, kind)
    ended = attempt("--model", str(path), "--port", "0")
    assert ended.returncode == MODEL_UNUSABLE == 2
    assert len(ended.stderr.strip().splitlines()) == 1, ended.stderr
    assert str(path) in ended.stderr
    assert "Bitte" in ended.stderr


@pytest.mark.parametrize("name", ["gibt-es-nicht.gguf", "."])
def test_a_missing_file_gives_one_sentence_and_code_2(tmp_path: Path, name: str) -> None:
    ended = attempt("--model", str(tmp_path / name), "--port", "0")
    assert ended.returncode == MODEL_UNUSABLE
    assert len(ended.stderr.strip().splitlines()) == 1
    assert "Bitte" in ended.stderr


def test_a_broken_chat_template_gives_one_sentence_and_code_2(words_gguf: Path) -> None:
    ended = attempt("--model", str(words_gguf), "--port", "0", "--chat-template", "{{ messages")
    assert ended.returncode == MODEL_UNUSABLE
    assert "Chat-Vorlage" in ended.stderr


def test_a_port_in_use_is_named(words_gguf: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = attempt("--model", str(words_gguf), "--port", str(port))
    assert ended.returncode == PORT_TAKEN
    assert ended.stderr.strip() == f"Port {port} ist schon belegt: Bitte mit --port einen anderen wählen."


def test_a_context_that_does_not_fit_the_bounds_is_refused(words_gguf: Path) -> None:
    ended = attempt("--model", str(words_gguf), "--context", "5")
    assert ended.returncode == 2
    assert "context" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_sigterm_ends_an_idle_server_at_once(start_server: Starter, words_gguf: Path) -> None:
    with start_server(words_gguf) as server:
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(timeout=3) == STOPPED


def test_sigterm_ends_running_and_waiting_answers_with_an_error_and_no_finish_reason(
    start_server: Starter, slow_gguf: Path
) -> None:
    with start_server(slow_gguf) as server:
        bodies: list[str] = []
        asking = [threading.Thread(target=stream_into, args=(server, bodies)) for _ in range(2)]
        for thread in asking:
            thread.start()
        server.wait_until(lambda report: report["queue"]["length"] == 1)
        server.process.send_signal(signal.SIGTERM)
        started = time.monotonic()
        assert server.process.wait(timeout=5) == STOPPED
        assert time.monotonic() - started < 3
        for thread in asking:
            thread.join(timeout=5)
    assert len(bodies) == 2
    for body in bodies:
        assert "shut down" in body
        assert '"finish_reason": "' not in body
        assert "[DONE]" not in body


def stream_into(server: Server, bodies: list[str]) -> None:
    body = {"prompt": "Der Hund", "stream": True, "max_tokens": 4000}
    bodies.append(httpx.post(f"{server.url}/v1/completions", json=body, timeout=30).text)


def test_it_ends_when_its_parent_is_gone(start_server: Starter, words_gguf: Path) -> None:
    with start_server(words_gguf, "--end-with-parent") as server:
        assert server.process.stdin is not None
        server.process.stdin.close()
        assert server.process.wait(timeout=3) == STOPPED
        server.process.stdin = None


def test_while_it_loads_it_says_so(slow_gguf: Path) -> None:
    # Too early to be ready in any case: the port answers before the model is in memory.
    command = [sys.executable, "-m", "bot.model", "--model", str(slow_gguf), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            url = process.stdout.readline().rpartition(" ")[2].strip()
            seen = httpx.get(f"{url}/health", timeout=10)
        finally:
            process.terminate()
            assert process.wait(timeout=5) == STOPPED
    assert (seen.status_code, seen.json()["state"]) in ((503, "loading"), (200, "ready"))
