"""How the server gets on with a language model, told by `/readyz` and `/metrics`."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from socket import create_server

import httpx
import pytest

from bot.model.client.circuit_breaker import BreakerSettings
from tests.integration.api.conftest import Serve

pytestmark = pytest.mark.model

# No fact answers this whole: a model is asked.
EXPLAIN = {"question": "Wie melde ich meine Wohnung an?", "style": "einfach"}


@pytest.fixture
def nobody() -> Iterator[str]:
    """An address at which connections are accepted and nothing is ever said."""
    with closing(create_server(("127.0.0.1", 0))) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


def ready(client: httpx.Client, holds: Callable[[dict[str, object]], bool]) -> dict[str, object]:
    deadline = time.monotonic() + 30
    while not holds(model := client.get("/readyz").json()["model"]):
        assert time.monotonic() < deadline, model
        time.sleep(0.05)
    return dict(model)


def test_a_server_that_hangs_is_left_alone_and_answers_come_all_the_same(
    serve: Serve, nobody: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Longer than the test takes on the slowest machine.
    patient = partial(BreakerSettings, first_pause=600)
    monkeypatch.setattr("bot.model.client.circuit_breaker.BreakerSettings", patient)
    url = serve(model_url=nobody, model_silence=0.3, model_first_sentence=2.0)
    with httpx.Client(base_url=url, timeout=30, trust_env=False) as client:
        for _ in range(5):
            assert client.post("/api/v1/chat", json=EXPLAIN).json()["status"] == "answered"
        model = client.get("/readyz").json()["model"]
        assert (model["state"], model["circuit"], model["speed"]) == ("remote", "open", None)
        figures = client.get("/metrics").text
        assert "lotse_model_left_alone 1.0" in figures
        assert 'lotse_model_failures{reason="timeout"} 4.0' in figures
        assert 'lotse_model_failures{reason="left_alone"} 1.0' in figures
        assert client.get("/readyz").status_code == 200


def test_our_own_process_tells_its_speed(serve: Serve, words_gguf: Path) -> None:
    url = serve(model_path=words_gguf, model_threads=1)
    with httpx.Client(base_url=url, timeout=30, trust_env=False) as client:
        model = ready(client, lambda model: model["speed"] is not None)
        assert (model["state"], model["circuit"]) == ("ready", "closed")
        assert isinstance(model["speed"], dict)
        assert model["speed"]["prompt_tokens_per_second"] > 1
