"""Kleinstadt behind a real HTTP server on this machine."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn

from api.app import create_app
from api.settings import Settings
from corpus.embedding.embedder import Embedder
from tests.integration.small_city import publish

CITY_TOML = """
id = "kleinstadt"
name = "Kleinstadt"
state = "HE"
website = "https://www.kleinstadt.example/"
languages = ["de", "en"]
embed_origins = ["https://portal.kleinstadt.example"]

[hotline]
name = "Bürgertelefon"
telephone = "069 90009-115"

[[sources]]
type = "website"
name = "website"
start = ["https://www.kleinstadt.example/"]
"""


@pytest.fixture(scope="session")
def cities(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with Kleinstadt's `city.toml`."""
    folder = tmp_path_factory.mktemp("cities")
    (folder / "city.toml").write_text(CITY_TOML, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def ingested(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with Kleinstadt's generation."""
    data = tmp_path_factory.mktemp("var")
    publish(data, embedder).close()
    return data


@contextmanager
def running(settings: Settings) -> Iterator[str]:
    """Serve in a thread; gives the address."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=20)
        listening.close()


def make_settings(data: Path, cities: Path, **more: object) -> Settings:
    """Settings that don't look at the environment of whoever runs the tests."""
    values = {"data": data, "cities": cities, "secret": "test", "questions_per_minute": 10_000}
    return Settings.model_validate({**values, **more})


@pytest.fixture(scope="session")
def server(ingested: Path, cities: Path) -> Iterator[str]:
    """The address of a server without a language model."""
    with running(make_settings(ingested, cities)) as url:
        yield url


@pytest.fixture
def client(server: str) -> Iterator[httpx.Client]:
    """A client of this server."""
    with httpx.Client(base_url=server, timeout=30, trust_env=False) as client:
        yield client


Serve = Callable[..., str]


@pytest.fixture
def serve(ingested: Path, cities: Path) -> Iterator[Serve]:
    """Starts servers with other settings."""
    from contextlib import ExitStack

    with ExitStack() as stack:

        def start(data: Path = ingested, folder: Path = cities, **more: object) -> str:
            return stack.enter_context(running(make_settings(data, folder, **more)))

        yield start
