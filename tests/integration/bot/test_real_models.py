"""The whole chain on real GGUF files in real llama.cpp: whatever random weights say, answers stay right."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.answer import Origin, Status, Style
from bot.model.client.connect import connect
from bot.model.client.settings import ModelSettings
from bot.model.process.options import ServeOptions
from bot.model.process.supervisor import ModelProcess
from bot.request import Question
from corpus.generations.library import Library
from tests.gguf.other_server import other_server
from tests.integration.bot.conftest import Make
from tests.integration.bot.test_models import QUESTIONS, unsupported

pytestmark = pytest.mark.model


@asynccontextmanager
async def serving(model: Path) -> AsyncIterator[ModelSettings]:
    """Our own model process with this file."""
    process = ModelProcess(ServeOptions(model=model, port=0, threads=1, context=4096))
    await process.start()
    try:
        assert await process.wait_ready(60), process.reason
        yield ModelSettings(url=process.url)
    finally:
        await process.stop()


@pytest.mark.parametrize("style", list(Style))
@pytest.mark.parametrize("fixture", ["words_gguf", "bytes_gguf", "ending_gguf"])
async def test_random_weights_change_no_fact(
    fixture: str, style: Style, request: pytest.FixtureRequest, make_assistant: Make, library: Library
) -> None:
    async with serving(request.getfixturevalue(fixture)) as settings:
        assistant = make_assistant(connect(settings), model_first_sentence=5, model_total=10)
        for question in QUESTIONS:
            answer = await assistant.answer(Question(text=question, style=style))
            assert answer.status in {Status.ANSWERED, Status.PARTLY_ANSWERED}
            assert unsupported(answer, library) == []


async def test_the_grammar_makes_random_weights_choose_lines(words_gguf: Path, make_assistant: Make) -> None:
    """With the grammar even random weights name numbers, so the answer is made of whole source lines."""
    async with serving(words_gguf) as settings:
        assistant = make_assistant(connect(settings))
        answer = await assistant.answer(Question(text="Wie beantrage ich einen Personalausweis?"))
    origins = {s.origin for block in answer.blocks for s in block.sentences}
    assert origins == {Origin.SOURCE}


async def test_a_model_that_is_killed_leaves_the_original_text_answer(
    words_gguf: Path, make_assistant: Make
) -> None:
    async with serving(words_gguf) as settings:
        assistant = make_assistant(connect(settings), model_first_sentence=2)
    answer = await assistant.answer(Question(text="Was kostet ein Personalausweis?"))
    assert [fact.value for fact in answer.facts] == ["46,00 Euro", "27,60 Euro"]
    assert answer.status is Status.ANSWERED


@pytest.fixture
def second_server(words_gguf: Path) -> Iterator[str]:
    with other_server(words_gguf, context=4096) as url:
        yield url


async def test_the_same_client_works_with_another_real_server(
    second_server: str, make_assistant: Make, library: Library
) -> None:
    assistant = make_assistant(
        connect(ModelSettings(url=second_server)), model_first_sentence=10, model_total=20
    )
    for style in Style:
        answer = await assistant.answer(Question(text="Was kostet ein Personalausweis?", style=style))
        assert answer.status is Status.ANSWERED
        assert unsupported(answer, library) == []
