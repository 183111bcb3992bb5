"""In real llama.cpp, whatever random weights would say, the grammars hold the form of what is asked for."""

from pathlib import Path

import pytest

from bot.answer import Origin, Status
from bot.compose.by_model.choosing import choosing_grammar, read_numbers
from bot.compose.by_model.form import read_line, read_translation, translating_grammar, wording_grammar
from bot.model.client.connect import connect
from bot.model.client.settings import ModelSettings
from bot.model.client.stream import stream_text
from bot.request import Question
from corpus.generations.library import Library
from prompts.loading import load_prompt
from tests.integration.bot.conftest import Make
from tests.integration.bot.test_models import unsupported
from tests.integration.bot.test_real_models import serving

pytestmark = pytest.mark.model
LINES = "# Antrag\n1: Den Antrag stellen Sie im Bürgerbüro.\n2: Der Antrag kostet 46 Euro."
VALUES = {"lines": LINES, "today": "1. Juni 2026", "question": "Was kostet ein Antrag?"}


async def say(settings: ModelSettings, name: str, language: str, grammar: str, seed: int) -> str:
    messages = load_prompt(name, language).format_messages(**VALUES)
    pieces = stream_text(connect(settings), messages, max_tokens=400, grammar=grammar, seed=seed)
    return "".join([piece async for piece in pieces])


async def test_random_weights_keep_to_the_form_of_each_use(words_gguf: Path) -> None:
    async with serving(words_gguf) as settings:
        for seed in range(3):
            chosen = await say(settings, "choosing", "de", choosing_grammar(2), seed)
            assert chosen == "0" or read_numbers(chosen, 2)
            text = await say(settings, "wording", "de", wording_grammar(2, 2), seed)
            assert text.startswith("[")
            finished = text.split("\n")[:-1]
            assert all(read_line(line) is not None for line in finished), text
            assert all(set(read_line(line).numbers) <= {1, 2} for line in finished)  # type: ignore[union-attr]  # read above
            text = await say(settings, "translating", "en", translating_grammar([60, 60]), seed)
            found = [read_translation(line) for line in text.split("\n")[:-1]]
            assert [one.numbers for one in found if one is not None] == [(1,), (2,)][: len(found)]


async def test_random_weights_translate_nothing(
    words_gguf: Path, make_assistant: Make, library: Library
) -> None:
    question = Question(text="How do I apply for an identity card (Personalausweis)?")
    async with serving(words_gguf) as settings:
        answer = await make_assistant(connect(settings)).answer(question)
    without = await make_assistant().answer(question)
    assert answer.status is Status.ANSWERED
    assert answer.language == "en"
    assert (answer.blocks, unsupported(answer, library)) == (without.blocks, [])
    assert {s.origin for block in answer.blocks for s in block.sentences} == {Origin.SOURCE}
