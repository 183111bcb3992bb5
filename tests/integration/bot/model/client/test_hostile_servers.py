"""Servers that hang, break, lie or pour: each costs a bounded time and is left alone for a while."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager
from time import perf_counter

import pytest
from langchain_core.messages import HumanMessage

from bot.model.client.circuit_breaker import Breaker, BreakerSettings, Circuit
from bot.model.client.connect import connect
from bot.model.client.failures import ModelFailed, Reason
from bot.model.client.settings import ModelSettings
from bot.model.client.stream import stream_text

pytestmark = pytest.mark.model

HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n"
CHUNK = (
    b'data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m",'
    b'"choices":[{"index":0,"delta":{"content":"%s"},"finish_reason":%s}]}\n\n'
)
GOOD = HEAD + CHUNK % (b"Hallo", b"null") + CHUNK % (b"", b'"stop"') + b"data: [DONE]\n\n"
Behaviour = Callable[[asyncio.StreamWriter], Awaitable[None]]


class Played:
    """A server whose behaviour can be changed; counts the requests."""

    def __init__(self, behaviour: Behaviour) -> None:
        self.behaviour = behaviour
        self.requests = 0
        self.url = ""

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        self.requests += 1
        try:
            await self.behaviour(writer)
        except (ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def played(behaviour: Behaviour) -> AsyncIterator[Played]:
    server = Played(behaviour)
    listening = await asyncio.start_server(server.answer, "127.0.0.1", 0)
    server.url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    try:
        yield server
    finally:
        listening.close()


def says(body: bytes) -> Behaviour:
    async def behave(writer: asyncio.StreamWriter) -> None:
        writer.write(body)
        await writer.drain()

    return behave


async def hangs(writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(30)


async def hangs_after_the_head(writer: asyncio.StreamWriter) -> None:
    writer.write(HEAD)
    await writer.drain()
    await asyncio.sleep(30)


async def drips(writer: asyncio.StreamWriter) -> None:
    writer.write(HEAD)
    while True:
        writer.write(CHUNK % (b"W", b"null"))
        await writer.drain()
        await asyncio.sleep(0.05)


async def drops(writer: asyncio.StreamWriter) -> None:
    writer.write(HEAD + (CHUNK % (b"Der", b"null"))[:-20])
    await writer.drain()


async def pours_one_endless_line(writer: asyncio.StreamWriter) -> None:
    writer.write(HEAD + b'data: {"id":"')
    for _ in range(2000):
        writer.write(b"x" * 65536)
        await writer.drain()


async def ask(url: str, breaker: Breaker | None = None, **settings: float) -> str:
    limits = {"silence_seconds": 1.0, "answer_seconds": 20.0, **settings}
    model = connect(ModelSettings(url=url, **limits), breaker)
    question = [HumanMessage("Was kostet ein Ausweis?")]
    answer = stream_text(model, question, answer_seconds=limits["answer_seconds"])
    return "".join([piece async for piece in answer])


HTML = b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n<h1>Willkommen</h1>"
JSON = HTML.replace(b"text/html", b"application/json").replace(b"<h1>Willkommen</h1>", b'{"choices": []}')


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [
        (hangs, Reason.TIMEOUT),
        (hangs_after_the_head, Reason.TIMEOUT),
        (drips, Reason.TIMEOUT),
        (drops, Reason.BROKEN_STREAM),
        (pours_one_endless_line, Reason.BROKEN_STREAM),
        (says(HEAD + CHUNK % (b"Wort " * 600_000, b"null")), Reason.BROKEN_STREAM),
        (says(HEAD + b"data: {kaputt]\n\n"), Reason.BROKEN_STREAM),
        (says(HEAD + b'data: {"choices": "nein"}\n\n'), Reason.BROKEN_STREAM),
        (says(HEAD + b'data: [1, 2]\n\n'), Reason.BROKEN_STREAM),
        (says(HEAD + b"\xff\xfe\x00data"), Reason.BROKEN_STREAM),
        (says(HTML), Reason.BROKEN_STREAM),
        (says(JSON), Reason.BROKEN_STREAM),
        (says(b"SSH-2.0-OpenSSH_9.2\r\n"), Reason.UNREACHABLE),
        (says(b"HTTP/1.1 500 Oh\r\ncontent-length: 0\r\n\r\n"), Reason.FAILED),
        (says(b"HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n"), None),
        (says(b""), Reason.UNREACHABLE),
    ],
    ids=[
        "hangs", "hangs after the head", "drips", "drops", "endless line", "huge token", "no json",
        "other json", "json list", "no text", "html", "json at once", "no http", "500", "redirects", "closes",
    ],
)  # fmt: skip
async def test_every_hostile_server_fails_within_its_time(
    behaviour: Behaviour, reason: Reason | None
) -> None:
    async with played(behaviour) as server:
        began = perf_counter()
        with pytest.raises(ModelFailed) as failed:
            await ask(server.url, answer_seconds=2.0 if behaviour is drips else 20.0)
        # Far less than the half minute for which they would hang; the machine may be busy.
        assert perf_counter() - began < 20
        assert reason is None or failed.value.reason is reason


async def test_what_fails_before_the_first_byte_is_tried_once_more() -> None:
    async def only_the_second_time(writer: asyncio.StreamWriter) -> None:
        if server.requests > 1:
            await says(GOOD)(writer)

    async with played(only_the_second_time) as server:
        assert await ask(server.url) == "Hallo"
        assert server.requests == 2


@pytest.mark.parametrize(
    "behaviour",
    [drops, hangs, says(b"HTTP/1.1 503 Busy\r\ncontent-length: 0\r\n\r\n"), says(HTML)],
    ids=["drops", "hangs", "busy", "html"],
)
async def test_what_has_begun_or_taken_its_time_or_is_busy_is_not_tried_again(behaviour: Behaviour) -> None:
    async with played(behaviour) as server:
        with pytest.raises(ModelFailed):
            await ask(server.url)
        assert server.requests == 1


async def test_after_failures_in_a_row_nobody_waits_for_it_until_it_has_recovered() -> None:
    now = 0.0
    breaker = Breaker(BreakerSettings(failures=2, first_pause=10), clock=lambda: now)
    async with played(hangs) as server:
        for _ in range(2):
            with pytest.raises(ModelFailed):
                await ask(server.url, breaker)
        for _ in range(20):
            with pytest.raises(ModelFailed) as failed:
                await ask(server.url, breaker)
            assert failed.value.reason is Reason.LEFT_ALONE
        assert server.requests == 2
        now, server.behaviour = 10.0, says(GOOD)
        assert await ask(server.url, breaker) == "Hallo"
        assert breaker.circuit is Circuit.CLOSED


async def test_a_reader_who_leaves_early_says_nothing_about_the_server() -> None:
    breaker = Breaker(BreakerSettings(failures=1))
    async with played(hangs_after_the_head) as server:
        waiting = asyncio.ensure_future(ask(server.url, breaker, silence_seconds=20))
        while server.requests == 0:
            await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
    assert breaker.circuit is Circuit.CLOSED


async def test_a_reader_who_leaves_after_a_sentence_has_been_served() -> None:
    breaker = Breaker()
    breaker.failed(ModelFailed(Reason.TIMEOUT))
    async with played(drips) as server:
        model = connect(ModelSettings(url=server.url), breaker)
        async with aclosing(stream_text(model, [HumanMessage("Hallo")])) as answer:
            assert await anext(answer) == "W"
    for _ in range(3):
        breaker.failed(ModelFailed(Reason.TIMEOUT))
    assert breaker.circuit is Circuit.CLOSED
