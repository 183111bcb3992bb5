"""Eight clients at once, each asking again once it is answered: who waits how long, who is overtaken."""

import asyncio
import json
from dataclasses import dataclass
from statistics import median
from time import perf_counter

import httpx

from evaluation.benchmarks.model_requests import Asked

CLIENTS = 8
ROUNDS = 4
_WORDS = 12
_TIMEOUT = 600.0


@dataclass(frozen=True)
class Served:
    """One request: when it was sent, when its first word came, and whether it ended as it should."""

    sent: float
    first: float
    whole: bool


@dataclass(frozen=True)
class Waiting:
    """`asked` requests, `whole` of them answered whole; waiting for the first word in seconds.

    `overtaken` counts the pairs of requests of which the later one was served first.
    """

    asked: int
    whole: int
    median: float
    longest: float
    overtaken: int


async def eight_at_once(url: str) -> Waiting:
    """Let the clients ask the server at `url`, each in another round with another fixed part."""
    async with httpx.AsyncClient(base_url=url, timeout=_TIMEOUT, trust_env=False) as client:
        await _ask(client, Asked(0, 0))
        served = [
            one
            for many in await asyncio.gather(*(_client(client, n) for n in range(CLIENTS)))
            for one in many
        ]
    waits = [one.first - one.sent for one in served]
    in_order = sorted(served, key=lambda one: one.sent)
    overtaken = sum(
        later.first < earlier.first for n, earlier in enumerate(in_order) for later in in_order[n + 1 :]
    )
    return Waiting(len(served), sum(one.whole for one in served), median(waits), max(waits), overtaken)


async def _client(client: httpx.AsyncClient, number: int) -> list[Served]:
    # A moment apart, so that it is clear who came first.
    await asyncio.sleep(0.05 * number)
    return [await _ask(client, Asked((number + turn) % 2, 10 * number + turn)) for turn in range(ROUNDS)]


async def _ask(client: httpx.AsyncClient, asked: Asked) -> Served:
    sent, first, finished = perf_counter(), 0.0, False
    body = asked.body(max_tokens=_WORDS, stream=True)
    async with client.stream("POST", "/v1/chat/completions", json=body) as response:
        async for line in response.aiter_lines():
            if not line.startswith("data: {"):
                continue
            for choice in json.loads(line.removeprefix("data: ")).get("choices", ()):
                if not first and choice["delta"].get("content"):
                    first = perf_counter()
                finished = finished or bool(choice.get("finish_reason"))
    return Served(sent, first or perf_counter(), finished and bool(first))
