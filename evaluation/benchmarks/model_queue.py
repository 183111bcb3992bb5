"""Eight clients at once, each asking again once it is answered: who waits how long, who is overtaken."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from statistics import median
from time import perf_counter
from typing import Any

import httpx

from evaluation.benchmarks.model_requests import Asked

CLIENTS = 8
ROUNDS = 4
_WORDS = 12
_TIMEOUT = 600.0
# What httpcore calls the moment at which the whole request lies in the server's socket.
_HANDED_OVER = "http11.send_request_body.complete"


@dataclass(frozen=True)
class Served:
    """One request: when the client began to send it, when the server had all of it, when its first word came.

    `whole` says whether it ended as it should. Times are in seconds of one clock.
    """

    began: float
    sent: float
    first: float
    whole: bool


@dataclass(frozen=True)
class Waiting:
    """`asked` requests, `whole` of them answered whole; waiting for the first word in seconds.

    `overtaken` counts the pairs that the server answered against the order in which they reached it.
    """

    asked: int
    whole: int
    median: float
    longest: float
    overtaken: int


async def eight_at_once(url: str) -> Waiting:
    """Let the clients ask the server at `url`, each in another round with another fixed part."""
    async with _connected(url) as client:
        await _ask(client, Asked(0, 0))
    served = [
        one for many in await asyncio.gather(*(_client(url, n) for n in range(CLIENTS))) for one in many
    ]
    waits = [one.first - one.began for one in served]
    return Waiting(
        len(served), sum(one.whole for one in served), median(waits), max(waits), overtaken(served)
    )


def overtaken(served: Sequence[Served]) -> int:
    """How many pairs were answered the other way round than they reached the server.

    Only pairs that have an order count: the server had all of the one before the other was begun. What is on
    its way at the same time may come in either order, and a busy machine holds a client up for longer than
    the clients are apart.
    """
    return sum(one.sent < other.began and other.first < one.first for one, other in permutations(served, 2))


async def _client(url: str, number: int) -> list[Served]:
    async with _connected(url) as client:
        # The connection is there before the first request, or making it would count as being late.
        (await client.get("/v1/models")).raise_for_status()
        await asyncio.sleep(0.05 * number)
        return [await _ask(client, Asked((number + turn) % 2, 10 * number + turn)) for turn in range(ROUNDS)]


def _connected(url: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=url, timeout=_TIMEOUT, trust_env=False)


async def _ask(client: httpx.AsyncClient, asked: Asked) -> Served:
    began = perf_counter()
    sent, first, finished = 0.0, 0.0, False

    async def trace(event: str, _: dict[str, Any]) -> None:
        nonlocal sent
        if event == _HANDED_OVER:
            sent = perf_counter()

    body = asked.body(max_tokens=_WORDS, stream=True)
    more = {"trace": trace}
    async with client.stream("POST", "/v1/chat/completions", json=body, extensions=more) as response:
        async for line in response.aiter_lines():
            if not line.startswith("data: {"):
                continue
            for choice in json.loads(line.removeprefix("data: ")).get("choices", ()):
                if not first and choice["delta"].get("content"):
                    first = perf_counter()
                finished = finished or bool(choice.get("finish_reason"))
    return Served(began, sent, first or perf_counter(), finished and bool(first))
