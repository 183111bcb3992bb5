"""Watching a served process from outside."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from evaluation.benchmarks.process import free_port, memory_of, served
from evaluation.errors import EvaluationError

SERVER = """
import http.server, sys
class Health(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/healthz" else 404)
        self.end_headers()
    def log_message(self, *args): pass
http.server.HTTPServer(("127.0.0.1", int(sys.argv[2])), Health).serve_forever()
"""


def test_memory_is_read_from_the_process() -> None:
    memory = memory_of(os.getpid())
    assert 1 < memory.resident <= memory.highest


def test_a_free_port_can_be_used() -> None:
    assert 1024 < free_port() < 65536


def test_a_server_is_up_while_the_block_runs_and_gone_afterwards(tmp_path: Path) -> None:
    with served(tmp_path, [sys.executable, "-c", SERVER]) as server:
        assert server.healthy_after > 0
        assert server.memory().resident > 1
    assert not Path(f"/proc/{server.pid}/status").exists()


def test_a_server_that_does_not_start_is_said_with_its_last_words(tmp_path: Path) -> None:
    failing = [sys.executable, "-c", "import sys; sys.exit('Der Speicher ist voll.')"]
    with pytest.raises(EvaluationError, match="Der Speicher ist voll"), served(tmp_path, failing):
        pytest.fail("must not come here")


def test_the_state_of_the_machine_does_not_reach_the_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOTSE_MODEL_URL", "http://elsewhere.example")
    tell = 'import os, sys; sys.exit(f\'{os.environ["LOTSE_DATA"]} {"LOTSE_MODEL_URL" in os.environ}\')'
    with (
        pytest.raises(EvaluationError, match=f"{tmp_path} False"),
        served(tmp_path, [sys.executable, "-c", tell]),
    ):
        pytest.fail("must not come here")


def test_a_benchmark_without_an_ingested_city_says_what_to_do(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "evaluation.benchmarks.answers", "--data", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "lotse ingest" in done.stderr
