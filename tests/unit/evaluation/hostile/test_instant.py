"""A loop that doesn't wait: limits are reached in the order in which they would be, at once."""

import asyncio
import time

import pytest

from evaluation.hostile.instant import at_once


async def _late() -> str:
    async with asyncio.timeout(3600):
        await asyncio.Event().wait()
    return "never"


async def _early() -> list[str]:
    said: list[str] = []

    async def say(seconds: float, word: str) -> None:
        await asyncio.sleep(seconds)
        said.append(word)

    await asyncio.gather(say(200, "second"), say(100, "first"))
    return said


def test_an_hour_is_over_at_once() -> None:
    begun = time.monotonic()
    with pytest.raises(TimeoutError):
        at_once(_late())
    assert time.monotonic() - begun < 60


def test_what_comes_first_comes_first() -> None:
    assert at_once(_early()) == ["first", "second"]


def test_waiting_for_ever_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="outside"):
        at_once(asyncio.wait_for(_never(), None))


async def _never() -> None:
    await asyncio.Event().wait()
