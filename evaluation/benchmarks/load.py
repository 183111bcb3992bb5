"""Several citizens at once, and the moment at which each sees facts and sources."""

import asyncio
from collections.abc import Iterator, Sequence
from time import perf_counter

import httpx

from evaluation.errors import EvaluationError

CHAT = "/api/v1/chat"
_TIMEOUT = 60.0
_STREAM = {"Accept": "text/event-stream"}


def facts_after(url: str, texts: Sequence[str]) -> Iterator[float]:
    """Milliseconds from each question to its `facts` event, one question at a time.

    Answers that have no facts to show (declined, small talk) count by the event too: it comes always.
    """
    with httpx.Client(base_url=url, timeout=_TIMEOUT, trust_env=False) as client:
        for text in texts:
            start = perf_counter()
            with client.stream("POST", CHAT, json={"question": text}, headers=_STREAM) as response:
                for line in response.iter_lines():
                    if line == "event: facts":
                        yield 1000 * (perf_counter() - start)
                        break
                else:
                    raise EvaluationError(f"Zu „{text}“ kam kein Ereignis „facts“.")


def answers_a_second(url: str, texts: Sequence[str], clients: int) -> float:
    """How many complete answers a second the server gives to `clients` who ask one after the other."""
    start = perf_counter()
    asyncio.run(_ask_all(url, texts, clients))
    return len(texts) / (perf_counter() - start)


async def _ask_all(url: str, texts: Sequence[str], clients: int) -> None:
    waiting = iter(texts)
    async with (
        httpx.AsyncClient(base_url=url, timeout=_TIMEOUT, trust_env=False) as client,
        asyncio.TaskGroup() as group,
    ):
        for _ in range(clients):
            group.create_task(_ask_some(client, waiting))


async def _ask_some(client: httpx.AsyncClient, waiting: Iterator[str]) -> None:
    for text in waiting:
        response = await client.post(CHAT, json={"question": text})
        if response.status_code != httpx.codes.OK:
            raise EvaluationError(f"Der Server hat mit {response.status_code} geantwortet.")
