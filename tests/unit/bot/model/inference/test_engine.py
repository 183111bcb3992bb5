"""The engine over a real model, without a server around it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import llama_cpp
import pytest

from bot.model.inference.engine import Order, PromptTooLong
from bot.model.inference.llama import Cancelled
from bot.model.inference.loading import LoadedModel, load_model
from bot.model.process.options import ServeOptions

pytestmark = pytest.mark.model


@pytest.fixture
def loaded(words_gguf: Path) -> Iterator[LoadedModel]:
    with closing(load_model(ServeOptions(model=words_gguf, context=1024, threads=1, batch=64))) as opened:
        yield opened


def say(loaded: LoadedModel, prompt: str, **fields: object) -> tuple[str, int]:
    """The answer, and how many of the prompt's tokens were evaluated for it."""
    pieces: list[str] = []
    order = Order(tokens=loaded.engine.tokens(prompt), max_tokens=8, seed=1, **fields)  # type: ignore[arg-type]
    outcome = loaded.engine.generate(order, pieces.append, lambda: False)
    return "".join(pieces), outcome.evaluated


def test_the_beginning_of_text_is_there_once(loaded: LoadedModel) -> None:
    plain = loaded.engine.tokens("Der Hund")
    assert loaded.engine.tokens("<s>Der Hund")[:1] == plain[:1]
    assert plain.count(plain[0]) == loaded.engine.tokens("<s>Der Hund").count(plain[0]) == 1


def test_an_empty_prompt_is_answered(loaded: LoadedModel) -> None:
    assert say(loaded, "")[0]


@pytest.mark.parametrize("words", [1024, 1_000_000])
def test_a_prompt_without_room_for_an_answer_is_refused(loaded: LoadedModel, words: int) -> None:
    with pytest.raises(PromptTooLong):
        loaded.engine.tokens("Hund " * words)


def test_an_answer_ends_where_the_context_is_full(loaded: LoadedModel) -> None:
    tokens = loaded.engine.tokens("Hund " * 1000)
    outcome = loaded.engine.generate(Order(tokens=tokens), lambda _: None, lambda: False)
    assert outcome.finish_reason == "length"
    assert outcome.prompt + outcome.written == loaded.engine.context


def test_the_count_of_evaluated_tokens_is_llama_cpps_own(loaded: LoadedModel) -> None:
    context = loaded.engine._llama.ctx
    for prompt in ("Bitte " * 200, "Bitte " * 150 + "Was kostet ein Hund " * 20):
        llama_cpp.llama_perf_context_reset(context)
        tokens = loaded.engine.tokens(prompt)
        outcome = loaded.engine.generate(Order(tokens=tokens, max_tokens=1), lambda _: None, lambda: False)
        assert outcome.evaluated == llama_cpp.llama_perf_context(context).n_p_eval


def test_an_aborted_evaluation_leaves_nothing_wrong_behind(loaded: LoadedModel) -> None:
    llama, asked = loaded.engine._llama, 0

    def in_the_second_batch() -> bool:
        nonlocal asked
        asked += int(llama.n_tokens >= 64)
        return asked > 1

    tokens = loaded.engine.tokens("Hund Kind Auto Uhr " * 100)
    with pytest.raises(Cancelled):
        loaded.engine.generate(Order(tokens=tokens), lambda _: None, in_the_second_batch)
    # The hardest case: a prompt that is exactly what had been evaluated by then.
    assert llama.n_tokens == 64
    same = Order(tokens=tokens[:64], max_tokens=8, temperature=0.0)
    after: list[str] = []
    assert loaded.engine.generate(same, after.append, lambda: False).evaluated == 1
    say(loaded, "Etwas anderes")
    fresh: list[str] = []
    assert loaded.engine.generate(same, fresh.append, lambda: False).evaluated > 60
    assert after == fresh


def test_one_single_long_batch_is_left_within_a_second(slow_gguf: Path) -> None:
    options = ServeOptions(model=slow_gguf, context=8192, threads=1, batch=4096)
    leave = threading.Event()
    left_at: list[float] = []

    def go() -> None:
        left_at.append(time.monotonic())
        leave.set()

    with closing(load_model(options)) as loaded:
        engine = loaded.engine
        tokens = engine.tokens("Personalausweis beantragen kostet Gebühr " * 750)
        assert 2048 < len(tokens) <= 4096
        threading.Timer(0.3, go).start()
        with pytest.raises(Cancelled):
            engine.generate(Order(tokens=tokens), lambda _: None, leave.is_set)
        assert time.monotonic() - left_at[0] < 1.0
