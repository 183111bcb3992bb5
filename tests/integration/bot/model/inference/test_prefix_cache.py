"""Of consecutive and of alternating requests only what is new is evaluated, by llama.cpp's own counter."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import llama_cpp
import pytest
from langchain_core.messages import HumanMessage, SystemMessage

from bot.model.client.connect import connect
from bot.model.client.settings import ModelSettings
from bot.model.client.stream import stream_text
from bot.model.fixed_messages import HEADER
from bot.model.inference.engine import Order
from bot.model.inference.loading import LoadedModel, load_model
from bot.model.process.options import ServeOptions
from tests.integration.bot.model.conftest import Server, Starter

pytestmark = pytest.mark.model

GERMAN = "Bitte nur mit Unterlagen und Gebühr antworten." * 12
ENGLISH = "Sie können Kinder und Eltern online bringen." * 12
QUESTIONS = ("Was kostet ein Hund?", "Was kostet eine Wohnung heute?", "Wann ist das Rathaus neu?")


@pytest.fixture
def loaded(words_gguf: Path) -> Iterator[LoadedModel]:
    with closing(load_model(ServeOptions(model=words_gguf, context=2048, threads=1, batch=64))) as opened:
        yield opened


def generate(loaded: LoadedModel, fixed: str, question: str) -> tuple[int, int, str]:
    """Prompt tokens beyond the fixed part, those that llama.cpp counts as evaluated, and the text."""
    engine, context = loaded.engine, loaded.engine._llama.ctx
    prefix, tokens = engine.tokens(fixed), engine.tokens(f"{fixed} {question}")
    assert tokens[: len(prefix)] == prefix
    said: list[str] = []
    llama_cpp.llama_perf_context_reset(context)
    order = Order(tokens, max_tokens=1, temperature=0.0, fixed=len(prefix), marked=True)
    outcome = engine.generate(order, said.append, lambda: False)
    assert outcome.evaluated == llama_cpp.llama_perf_context(context).n_p_eval
    return len(tokens) - len(prefix), outcome.evaluated, "".join(said)


def test_alternating_fixed_parts_evaluate_only_the_variable_part_by_llama_cpps_counter(
    loaded: LoadedModel,
) -> None:
    first = [generate(loaded, fixed, QUESTIONS[0]) for fixed in (GERMAN, ENGLISH)]
    assert all(evaluated > new + 100 for new, evaluated, _ in first)
    for question in QUESTIONS[1:]:
        for fixed in (GERMAN, ENGLISH):
            new, evaluated, _ = generate(loaded, fixed, question)
            assert evaluated == new
    assert (loaded.engine.prefix.saved, loaded.engine.prefix.loaded) == (2, 4)


def test_consecutive_requests_evaluate_only_what_is_new_without_loading_a_state(loaded: LoadedModel) -> None:
    generate(loaded, GERMAN, QUESTIONS[0])
    for question in QUESTIONS[1:]:
        new, evaluated, _ = generate(loaded, GERMAN, question)
        assert evaluated <= new
    assert loaded.engine.prefix.loaded == 0


def test_a_loaded_state_says_the_same_as_a_prompt_read_anew(loaded: LoadedModel, words_gguf: Path) -> None:
    for fixed in (GERMAN, ENGLISH):
        generate(loaded, fixed, QUESTIONS[0])
    again = {(fixed, q): generate(loaded, fixed, q)[2] for q in QUESTIONS for fixed in (GERMAN, ENGLISH)}
    assert loaded.engine.prefix.loaded > 3
    for (fixed, question), text in again.items():
        with closing(load_model(ServeOptions(model=words_gguf, context=2048, threads=1, batch=64))) as fresh:
            assert generate(fresh, fixed, question)[2] == text


def test_without_room_for_states_alternating_reads_everything_again(words_gguf: Path) -> None:
    options = ServeOptions(model=words_gguf, context=2048, threads=1, batch=64, state_mib=0)
    with closing(load_model(options)) as loaded:
        for question in QUESTIONS:
            for fixed in (GERMAN, ENGLISH):
                new, evaluated, _ = generate(loaded, fixed, question)
                assert evaluated > new + 100
        assert loaded.engine.prefix.states.bytes == 0


def usage(
    server: Server, system: str, question: str, headers: dict[str, str] | None = None
) -> dict[str, Any]:
    messages = [{"role": "system", "content": system}, {"role": "user", "content": question}]
    body = {"messages": messages, "max_tokens": 2, "temperature": 0}
    answer = httpx.post(f"{server.url}/v1/chat/completions", json=body, headers=headers, timeout=30).json()
    assert answer["timings"]["prompt_n"] == answer["usage"]["prompt_tokens_details"]["evaluated_tokens"]
    details: dict[str, Any] = answer["usage"]["prompt_tokens_details"]
    return details


def test_a_client_that_marks_alternates_cheaply_from_the_second_round_on(
    start_server: Starter, words_gguf: Path
) -> None:
    with start_server(words_gguf) as server:
        marked = {HEADER: "1"}
        first = [usage(server, system, QUESTIONS[0], marked) for system in (GERMAN, ENGLISH)]
        second = [usage(server, system, QUESTIONS[1], marked) for system in (GERMAN, ENGLISH)]
        assert [one["evaluated_tokens"] > 100 for one in first] == [True, True]
        assert [one["evaluated_tokens"] < 40 for one in second] == [True, True]
        assert server.figure("lotse_model_states_saved") == 2
        assert server.figure("lotse_model_states_loaded") == 2
        assert server.figure("lotse_model_state_bytes") > 10_000


def test_a_client_that_marks_nothing_does_so_from_the_third_round_on(
    start_server: Starter, words_gguf: Path
) -> None:
    with start_server(words_gguf) as server:
        rounds = [[usage(server, system, one) for system in (GERMAN, ENGLISH)] for one in QUESTIONS]
        assert all(one["evaluated_tokens"] > 100 for one in [*rounds[0], *rounds[1]])
        assert all(one["evaluated_tokens"] < 40 for one in rounds[2])


async def test_our_own_client_marks_its_system_message(start_server: Starter, words_gguf: Path) -> None:
    with start_server(words_gguf) as server:
        model = connect(ModelSettings(url=server.url, max_tokens=2))
        for system in (GERMAN, ENGLISH):
            async for _ in stream_text(model, [SystemMessage(system), HumanMessage(QUESTIONS[0])]):
                pass
        assert server.figure("lotse_model_states_saved") == 2


def test_the_speed_is_measured_at_the_start_and_kept(
    start_server: Starter, words_gguf: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "models" / "speeds.json"
    with start_server(words_gguf, "--speeds", str(kept)) as server:
        measured = server.health()["speed"]
        assert measured["prompt_tokens_per_second"] > measured["written_tokens_per_second"] > 1
        assert server.figure("lotse_model_prompt_tokens_per_second") == measured["prompt_tokens_per_second"]
    with start_server(words_gguf, "--speeds", str(kept)) as again:
        assert again.health()["speed"] == measured
