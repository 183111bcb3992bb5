"""The tiny models as pytest fixtures, each written once a session: `pytest_plugins` in tests/conftest.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gguf.makers import SLOW, write_bytes_model, write_words_model


@pytest.fixture(scope="session")
def gguf_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("gguf")


@pytest.fixture(scope="session")
def words_gguf(gguf_folder: Path) -> Path:
    """A model that says German words for ever, quickly."""
    return write_words_model(gguf_folder / "words.gguf")


@pytest.fixture(scope="session")
def ending_gguf(gguf_folder: Path) -> Path:
    """A model that says German words and ends its answers by itself."""
    return write_words_model(gguf_folder / "ending.gguf", ends=True)


@pytest.fixture(scope="session")
def bytes_gguf(gguf_folder: Path) -> Path:
    """A model that says bytes, most of which are no valid UTF-8."""
    return write_bytes_model(gguf_folder / "bytes.gguf")


@pytest.fixture(scope="session")
def slow_gguf(gguf_folder: Path) -> Path:
    """A model that needs seconds for a long prompt and for a long answer."""
    return write_words_model(gguf_folder / "slow.gguf", shape=SLOW)
