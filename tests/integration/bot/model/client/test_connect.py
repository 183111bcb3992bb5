"""One client for our model process, for llama-cpp-python's own server, and for servers that misbehave."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, asynccontextmanager
from pathlib import Path

import pytest
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from bot.model.client.connect import connect
from bot.model.client.failures import ModelFailed, Reason
from bot.model.client.settings import ModelSettings
from bot.model.client.stream import stream_text
from tests.gguf.other_server import other_server
from tests.gguf.vocabulary import WORDS
from tests.integration.bot.model.conftest import Server, Starter

pytestmark = pytest.mark.model

MESSAGES: list[BaseMessage] = [SystemMessage("Bitte kurz."), HumanMessage("Was kostet ein Ausweis?")]


@pytest.fixture(scope="module")
def second_server(words_gguf: Path) -> Iterator[str]:
    with other_server(words_gguf, context=1024) as url:
        yield url


async def pieces(url: str, **options: object) -> list[str]:
    model = connect(ModelSettings(url=url, max_tokens=12, temperature=0.0))
    return [piece async for piece in stream_text(model, MESSAGES, **options)]  # type: ignore[arg-type]


async def test_it_streams_from_our_own_process(words_server: Server) -> None:
    got = await pieces(words_server.url)
    assert len(got) >= 10
    assert set("".join(got).replace(".", " ").split()) <= set(WORDS)


async def test_it_streams_from_another_real_server_and_both_say_the_same(
    words_server: Server, second_server: str
) -> None:
    got = await pieces(second_server)
    assert len(got) >= 10
    assert "".join(got).strip() == "".join(await pieces(words_server.url)).strip()


async def test_two_streams_of_the_other_server_at_once_are_both_whole(second_server: str) -> None:
    first, second = await asyncio.gather(pieces(second_server), pieces(second_server, max_tokens=40))
    assert len(first) >= 10
    assert len(second) >= 35


async def test_options_reach_the_server(words_server: Server) -> None:
    assert "".join(await pieces(words_server.url, grammar='root ::= "4,2"')) == "4,2"
    whole = "".join(await pieces(words_server.url))
    stop = whole.split()[2]
    assert "".join(await pieces(words_server.url, stop=[stop])) == whole[: whole.index(stop)]


async def test_the_place_in_the_queue_is_told(slow_server: Server) -> None:
    places: list[int] = []
    model = connect(ModelSettings(url=slow_server.url, max_tokens=4000))
    async with aclosing(stream_text(model, MESSAGES)) as running:
        await anext(running)
        waiting = stream_text(model, MESSAGES, on_place=lambda place, _: places.append(place), max_tokens=2)
        asking = asyncio.ensure_future(anext(waiting))
        while places != [1]:
            await asyncio.sleep(0.01)
    await asking
    await waiting.aclose()
    assert places == [1, 0]


async def test_who_stops_listening_frees_the_model(slow_server: Server) -> None:
    model = connect(ModelSettings(url=slow_server.url, max_tokens=4000))
    async with aclosing(stream_text(model, MESSAGES)) as running:
        await anext(running)
        assert slow_server.health()["state"] == "busy"
    await asyncio.to_thread(slow_server.wait_until, lambda report: report["state"] == "ready", 1.0)


async def test_a_full_queue_is_an_overload(start_server: Starter, slow_gguf: Path) -> None:
    with start_server(slow_gguf, "--queue", "0") as server:
        model = connect(ModelSettings(url=server.url, max_tokens=4000))
        async with aclosing(stream_text(model, MESSAGES)) as running:
            await anext(running)
            assert await reason_of(server.url) is Reason.OVERLOADED


async def test_a_server_killed_in_the_middle_is_a_broken_stream(
    start_server: Starter, slow_gguf: Path
) -> None:
    with start_server(slow_gguf) as server:
        model = connect(ModelSettings(url=server.url, max_tokens=4000))
        stream = stream_text(model, MESSAGES)
        await anext(stream)
        server.process.kill()
        assert await failure_of(stream) is Reason.BROKEN_STREAM


async def test_a_server_that_shuts_down_says_that_it_failed(start_server: Starter, slow_gguf: Path) -> None:
    with start_server(slow_gguf) as server:
        model = connect(ModelSettings(url=server.url, max_tokens=4000))
        stream = stream_text(model, MESSAGES)
        await anext(stream)
        server.process.terminate()
        assert await failure_of(stream) is Reason.FAILED


async def test_nobody_there_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    assert await reason_of(f"http://127.0.0.1:{port}") is Reason.UNREACHABLE


async def test_a_prompt_that_is_too_long_is_refused(words_server: Server) -> None:
    model = connect(ModelSettings(url=words_server.url))
    assert await failure_of(stream_text(model, [HumanMessage("Hund " * 3000)])) is Reason.REFUSED


async def test_an_answer_that_takes_too_long_is_a_timeout_and_frees_the_model(slow_server: Server) -> None:
    model = connect(ModelSettings(url=slow_server.url, max_tokens=4000))
    assert await failure_of(stream_text(model, MESSAGES, answer_seconds=0.3)) is Reason.TIMEOUT
    await asyncio.to_thread(slow_server.wait_until, lambda report: report["state"] == "ready", 1.0)


CHUNK = (
    b'data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m",'
    b'"choices":[{"index":0,%s}]}\n\n'
)
WORD = CHUNK % b'"delta":{"role":"assistant","content":"Hallo"},"finish_reason":null'
END = CHUNK % b'"delta":{},"finish_reason":"stop"'
DONE = b"data: [DONE]\n\n"


@asynccontextmanager
async def playing(body: bytes, *, status: bytes = b"200 OK", silent_seconds: float = 0) -> AsyncIterator[str]:
    """A server that gives every request this answer, after this silence."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 %s\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n" % status)
        writer.write(body)
        await writer.drain()
        await asyncio.sleep(silent_seconds)
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def reason_of(url: str, **settings: float) -> Reason:
    return await failure_of(stream_text(connect(ModelSettings(url=url, **settings)), MESSAGES))


async def failure_of(stream: AsyncIterator[str]) -> Reason:
    """Why the stream, read to its end, fails."""
    with pytest.raises(ModelFailed) as failed:
        _ = [piece async for piece in stream]
    return failed.value.reason


async def test_a_stream_with_a_finish_reason_is_whole() -> None:
    async with playing(WORD + END + DONE) as url:
        assert "".join(await pieces(url)) == "Hallo"


@pytest.mark.parametrize("body", [WORD + DONE, WORD, b"", DONE], ids=["done", "cut", "empty", "only done"])
async def test_a_stream_without_a_finish_reason_is_broken(body: bytes) -> None:
    async with playing(body) as url:
        assert await reason_of(url) is Reason.BROKEN_STREAM


async def test_a_stream_that_falls_silent_is_a_timeout() -> None:
    async with playing(WORD, silent_seconds=10) as url:
        assert await reason_of(url, silence_seconds=0.2) is Reason.TIMEOUT


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (b"429 Too Many Requests", Reason.OVERLOADED),
        (b"503 Service Unavailable", Reason.OVERLOADED),
        (b"504 Gateway Timeout", Reason.TIMEOUT),
        (b"401 Unauthorized", Reason.REFUSED),
        (b"500 Internal Server Error", Reason.FAILED),
    ],
)
async def test_each_status_has_its_reason_and_is_not_retried(status: bytes, reason: Reason) -> None:
    async with playing(b"{}", status=status) as url:
        assert await reason_of(url) is reason


async def test_what_is_no_event_stream_is_a_failure_too() -> None:
    async with playing(b"data: {broken\n\n") as url:
        assert await reason_of(url) is Reason.BROKEN_STREAM
