"""How many tokens of a prompt are evaluated, and how long that takes, in series and in alternation."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean
from time import perf_counter

import httpx

from evaluation.benchmarks.model_requests import Asked

_REQUESTS = 12
_TIMEOUT = 600.0
CONSECUTIVE = tuple(Asked(0, number) for number in range(_REQUESTS))
ALTERNATING = tuple(Asked(number % 2, number) for number in range(_REQUESTS))


@dataclass(frozen=True)
class Read:
    """Means of the requests after every fixed part has been read once: tokens of the prompt, those evaluated
    (None where a server doesn't tell), and seconds to the first and only word."""

    prompt: float
    evaluated: float | None
    seconds: float


def read(url: str, requests: Sequence[Asked]) -> Read:
    """Send the requests one after another to the server at `url`."""
    prompts, evaluated, seconds = list[int](), list[int](), list[float]()
    with httpx.Client(base_url=url, timeout=_TIMEOUT, trust_env=False) as client:
        # In the end other contents are in the cache, as whatever came before leaves them.
        client.post("/v1/chat/completions", json=Asked(2, 0).body(max_tokens=1)).raise_for_status()
        seen = set[int]()
        for number, asked in enumerate(requests):
            began = perf_counter()
            headers = {"X-Fixed-Messages": "1"}
            response = client.post("/v1/chat/completions", json=asked.body(max_tokens=1), headers=headers)
            took = perf_counter() - began
            usage = response.raise_for_status().json()["usage"]
            if asked.part in seen and number > 1:
                prompts.append(usage["prompt_tokens"])
                seconds.append(took)
                if details := usage.get("prompt_tokens_details"):
                    evaluated.append(details["evaluated_tokens"])
            seen.add(asked.part)
    return Read(mean(prompts), mean(evaluated) if evaluated else None, mean(seconds))
