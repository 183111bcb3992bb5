"""Fixtures for all tests."""

from collections.abc import Iterator

import pytest
import structlog

pytest_plugins = ["tests.gguf.fixtures"]


@pytest.fixture(autouse=True)
def usual_logs() -> Iterator[None]:
    """A command that a test runs sets up the logs of the process; the next test has the usual ones."""
    yield
    structlog.reset_defaults()
