"""What identifies a person is in no figure, no log and no file of the server, by whatever way it came in."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
import structlog

from tests.integration.api.conftest import make_settings, running

ASKED = (
    "Ich heiße Erika Beispiel, geb. 12.08.1964, IBAN DE89 3704 0044 0532 0130 00, Tel. 0171 20304050, "
    "erika.beispiel@post.example, Ahornstraße 17b. Was kostet ein Personalausweis?"
)
UNKNOWN = ASKED.replace("Was kostet ein Personalausweis?", "Wie züchte ich Quastenflosser?")
SECRETS = ("Erika", "Beispiel", "12.08.1964", "0532 0130", "20304050", "post.example", "Ahornstraße 17")
WAYS: dict[str, Callable[[httpx.Client, str], httpx.Response]] = {
    "chat": lambda client, text: client.post("/api/v1/chat", json={"question": text}),
    "stream": lambda client, text: client.post(
        "/api/v1/chat", json={"question": text}, headers={"Accept": "text/event-stream"}
    ),
    "openai": lambda client, text: client.post(
        "/v1/chat/completions", json={"messages": [{"role": "user", "content": text}]}
    ),
    "feedback": lambda client, text: client.post(
        "/api/v1/feedback",
        json={"answer": "abcdefgh0123", "rating": "not_helpful", "question": text[:400], "comment": text},
    ),
    "broken": lambda client, text: client.post("/api/v1/chat", json={"question": text, "style": text}),
    "unknown path": lambda client, text: client.get("/api/v1/answers/" + text.replace("?", "")),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the server keeps its database."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def client(ingested: Path, cities: Path, folder: Path) -> Iterator[httpx.Client]:
    settings = make_settings(ingested, cities, DATABASE_URL=f"sqlite:///{folder / 'lotse.db'}")
    with running(settings) as url, httpx.Client(base_url=url, timeout=60, trust_env=False) as client:
        yield client


def _found(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


@pytest.mark.parametrize("text", [ASKED, UNKNOWN], ids=["answered", "not found"])
@pytest.mark.parametrize("way", WAYS)
def test_it_is_kept_nowhere(
    client: httpx.Client, folder: Path, caplog: pytest.LogCaptureFixture, way: str, text: str
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.CRITICAL, logger="httpx")  # the test's own client, not the server
    caplog.set_level(logging.CRITICAL, logger="httpcore")
    with structlog.testing.capture_logs() as logs:
        WAYS[way](client, text)
    assert logs
    text_logged = f"{logs}{caplog.text}"
    assert _found(text_logged) == [], text_logged[:3000]
    assert _found(client.get("/metrics").text) == []
    for path in folder.rglob("*"):
        if path.is_file():
            assert _found(path.read_bytes().decode("utf-8", errors="ignore")) == []


def test_feedback_is_kept_without_it(client: httpx.Client, folder: Path) -> None:
    assert WAYS["feedback"](client, ASKED).status_code == httpx.codes.NO_CONTENT
    kept = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert b"Was kostet ein Personalausweis?" in kept


@pytest.mark.parametrize("way", ["chat", "stream", "openai", "broken"])
def test_it_is_not_sent_back(client: httpx.Client, way: str) -> None:
    assert _found(WAYS[way](client, ASKED).text) == []
