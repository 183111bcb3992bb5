"""Fixtures of the integration tests."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from corpus.city import EmbeddingChoice
from corpus.embedding.choose import load_embedder
from corpus.embedding.embedder import Embedder
from corpus.generations.library import Library
from tests.integration.small_city import publish

MONDAY_TEN = datetime(2026, 6, 1, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The embedding that comes with the program."""
    return load_embedder(EmbeddingChoice())


@pytest.fixture(scope="session")
def library(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The served generation of Kleinstadt."""
    library = publish(tmp_path_factory.mktemp("kleinstadt"), embedder)
    yield library
    library.close()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An empty data folder."""
    return tmp_path / "var"
