"""An assistant of Kleinstadt, on a Monday at ten."""

from collections.abc import Callable

import pytest
from langchain_core.language_models import BaseChatModel

from bot.assistant import Assistant
from bot.settings import BotSettings
from corpus.embedding.embedder import Embedder
from corpus.generations.library import Library
from tests.integration.conftest import MONDAY_TEN
from tests.integration.small_city import small_city

Make = Callable[..., Assistant]


@pytest.fixture
def make_assistant(library: Library, embedder: Embedder) -> Make:
    """Makes assistants that differ in their model or settings."""

    def make(model: BaseChatModel | None = None, **settings: object) -> Assistant:
        return Assistant(
            small_city(),
            library,
            embedder,
            secret="test",
            clock=lambda: MONDAY_TEN,
            model=model,
            settings=BotSettings.model_validate(settings),
        )

    return make


@pytest.fixture
def assistant(make_assistant: Make) -> Assistant:
    """One without a language model."""
    return make_assistant()
