"""One answer at a time; who leaves, frees the model for the next one within a second."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from tests.integration.bot.model.conftest import Server

pytestmark = pytest.mark.model

# Some 3,200 tokens: seconds of reading with the slow model, in one batch.
LONG_PROMPT = "Personalausweis beantragen kostet Gebühr im Bürgerbüro am Montag " * 400
LIMIT_SECONDS = 1.0


@pytest.fixture
async def client(slow_server: Server) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=slow_server.url, timeout=60) as opened:
        yield opened


@pytest.fixture(autouse=True)
def idle(slow_server: Server) -> Iterator[None]:
    """Each test finds and leaves the server with nothing to do."""
    slow_server.wait_until(lambda report: report["state"] == "ready")
    yield
    slow_server.wait_until(lambda report: report["state"] == "ready", seconds=LIMIT_SECONDS)


@asynccontextmanager
async def streaming(
    client: httpx.AsyncClient, prompt: str, **fields: Any
) -> AsyncIterator[AsyncIterator[Any]]:
    """The chunks of a streamed completion; leaving the block closes the connection."""
    body = {"prompt": prompt, "stream": True, "max_tokens": 4000, **fields}
    async with client.stream("POST", "/v1/completions", json=body) as response:

        async def parsed() -> AsyncIterator[Any]:
            async for line in response.aiter_lines():
                if line.startswith("data: {"):
                    yield json.loads(line.removeprefix("data: "))

        yield parsed()


async def first_text(chunks: AsyncIterator[Any]) -> str:
    async for chunk in chunks:
        if text := chunk["choices"][0]["text"]:
            return str(text)
    pytest.fail("the stream ended without a text")


async def next_place(chunks: AsyncIterator[Any]) -> int:
    async for chunk in chunks:
        if "x_queue" in chunk:
            return int(chunk["x_queue"]["place"])
    pytest.fail("the stream ended without a place")


async def seconds_to_first_text(client: httpx.AsyncClient) -> float:
    started = time.monotonic()
    async with streaming(client, "Der Hund", max_tokens=3) as chunks:
        await first_text(chunks)
    return time.monotonic() - started


async def test_who_leaves_while_the_answer_is_written_frees_the_model(client: httpx.AsyncClient) -> None:
    async with streaming(client, "Der Hund") as chunks:
        await first_text(chunks)
    assert await seconds_to_first_text(client) < LIMIT_SECONDS


async def test_who_leaves_while_the_prompt_is_read_frees_the_model(
    client: httpx.AsyncClient, slow_server: Server
) -> None:
    async with streaming(client, LONG_PROMPT) as chunks:
        assert await next_place(chunks) == 0
        assert slow_server.health()["state"] == "busy"
    assert await seconds_to_first_text(client) < LIMIT_SECONDS
    assert slow_server.figure('lotse_model_requests_total{result="cancelled"}') >= 1


async def test_the_long_prompt_would_have_kept_the_model_busy_for_longer(client: httpx.AsyncClient) -> None:
    # Without this the test before would prove nothing.
    started = time.monotonic()
    async with streaming(client, LONG_PROMPT, max_tokens=1) as chunks:
        await first_text(chunks)
    assert time.monotonic() - started > 1.5 * LIMIT_SECONDS


async def test_who_leaves_without_streaming_frees_the_model(
    client: httpx.AsyncClient, slow_server: Server
) -> None:
    asking = asyncio.create_task(
        client.post("/v1/completions", json={"prompt": "Der Hund", "max_tokens": 4000})
    )
    await asyncio.to_thread(slow_server.wait_until, lambda report: report["state"] == "busy")
    asking.cancel()
    await asyncio.wait({asking})
    assert await seconds_to_first_text(client) < LIMIT_SECONDS


async def test_a_place_is_told_anew_when_the_one_before_leaves(client: httpx.AsyncClient) -> None:
    async with streaming(client, "Der Hund") as answered:
        await first_text(answered)
        leaving = streaming(client, "Das Auto")
        assert await next_place(await leaving.__aenter__()) == 1
        async with streaming(client, "Ein Kind", max_tokens=3) as staying:
            assert await next_place(staying) == 2
            await leaving.__aexit__(None, None, None)
            assert await next_place(staying) == 1


async def test_who_waits_is_answered_in_order(client: httpx.AsyncClient) -> None:
    answered: list[str] = []

    async def ask(name: str, chunks: AsyncIterator[Any]) -> None:
        await first_text(chunks)
        answered.append(name)

    async with streaming(client, "Der Hund", max_tokens=60) as running:
        await first_text(running)
        async with streaming(client, "A", max_tokens=3) as first:
            assert await next_place(first) == 1
            async with streaming(client, "B", max_tokens=3) as second:
                assert await next_place(second) == 2
                rest = asyncio.create_task(ask("running", running))
                await asyncio.gather(ask("second", second), ask("first", first), rest)
    assert answered.index("first") < answered.index("second")


async def test_when_as_many_wait_as_may_the_next_one_is_sent_away(client: httpx.AsyncClient) -> None:
    async with streaming(client, "Der Hund") as answered:
        await first_text(answered)
        async with streaming(client, "A") as first, streaming(client, "B") as second:
            assert (await next_place(first), await next_place(second)) == (1, 2)
            refused = await client.post("/v1/completions", json={"prompt": "C"})
    assert refused.status_code == 503
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.headers["x-queue-length"] == "2"
    assert int(refused.headers["retry-after"]) >= 1
    assert "queue is full" in refused.json()["detail"]
