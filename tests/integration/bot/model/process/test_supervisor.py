"""The supervisor keeps the model's process running, and knows when there is no use."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from bot.model.process.child import Limits
from bot.model.process.options import ServeOptions
from bot.model.process.supervisor import ModelProcess, Patience, ProcessState

pytestmark = pytest.mark.model

QUICK = Patience(first_pause=0.05, longest_pause=0.2, attempts=3)
LIMITS = Limits(loading=30, hang=1.0, check_every=0.1, stop=5)


@asynccontextmanager
async def supervised(model: Path, **settings: object) -> AsyncIterator[ModelProcess]:
    options = ServeOptions(model=model, port=0, threads=1, context=1024)
    process = ModelProcess(options, **({"patience": QUICK, "limits": LIMITS} | settings))  # type: ignore[arg-type]
    await process.start()
    try:
        yield process
    finally:
        await process.stop()


async def answers(process: ModelProcess) -> bool:
    async with httpx.AsyncClient(base_url=process.url) as client:
        response = await client.post("/v1/completions", json={"prompt": "Der Hund", "max_tokens": 3})
    return bool(response.json()["choices"][0]["text"])


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_it_starts_a_process_that_answers_and_ends_it(words_gguf: Path) -> None:
    async with supervised(words_gguf) as process:
        assert process.state is ProcessState.STARTING
        assert await process.wait_ready(30)
        assert await answers(process)
        pid = process.pid
        assert pid is not None
    assert process.state.value == "stopped"
    assert process.pid is None
    assert not alive(pid)


async def test_a_killed_process_is_started_again_at_the_same_address(words_gguf: Path) -> None:
    async with supervised(words_gguf) as process:
        assert await process.wait_ready(30)
        url, first = process.url, process.pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        await process.wait_for(ProcessState.WAITING, 5)
        assert process.reason == "Der Modellprozess wurde durch Signal 9 beendet."
        await process.wait_for(ProcessState.READY, 30)
        assert process.url == url
        assert process.pid != first
        assert process.restarts == 1
        assert process.reason is None
        assert await answers(process)


async def test_a_process_that_hangs_is_killed_and_started_again(words_gguf: Path) -> None:
    async with supervised(
        words_gguf, limits=Limits(loading=30, hang=0.5, check_every=0.1, stop=0.3)
    ) as process:
        assert await process.wait_ready(30)
        first = process.pid
        assert first is not None
        os.kill(first, signal.SIGSTOP)
        await process.wait_for(ProcessState.WAITING, 10)
        assert not alive(first)
        await process.wait_for(ProcessState.READY, 30)
        assert await answers(process)


async def test_a_damaged_file_is_not_tried_again_and_the_reason_is_kept(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.gguf"
    damaged.write_bytes(b"GGUF\x03\x00\x00\x00 and then nonsense")
    async with supervised(damaged) as process:
        assert not await process.wait_ready(30)
        assert process.state is ProcessState.FAILED
        assert process.reason is not None
        assert "beschädigt" in process.reason
        assert process.restarts == 0


async def test_after_the_file_is_replaced_it_can_be_started_anew(words_gguf: Path, tmp_path: Path) -> None:
    path = tmp_path / "model.gguf"
    async with supervised(path) as process:
        assert not await process.wait_ready(30)
        assert process.reason is not None
        assert "gibt es nicht" in process.reason
        path.write_bytes(words_gguf.read_bytes())
        await process.start()
        assert await process.wait_ready(30)


async def test_a_process_that_never_gets_ready_is_given_up(words_gguf: Path) -> None:
    dying = (sys.executable, "-c", "import sys; print('Kein Speicher.', file=sys.stderr); sys.exit(1)")
    async with supervised(words_gguf, command=dying) as process:
        assert not await process.wait_ready(30)
        assert process.state is ProcessState.FAILED
        assert process.reason == "Kein Speicher."
        assert process.restarts == QUICK.attempts - 1


async def test_a_model_that_loads_for_ever_is_given_up(words_gguf: Path) -> None:
    sleeping = (sys.executable, "-c", "import time; time.sleep(60)")
    limits = Limits(loading=0.2, hang=1, check_every=0.1, stop=2)
    async with supervised(words_gguf, command=sleeping, limits=limits) as process:
        assert not await process.wait_ready(30)
        assert process.reason == "Das Modell war nach 0 s noch nicht geladen."


async def test_stopping_while_it_loads_leaves_nothing_behind(slow_gguf: Path) -> None:
    async with supervised(slow_gguf) as process:
        await until(lambda: process.pid is not None)
        pid = process.pid
        assert pid is not None
    assert not alive(pid)


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not holds():
            await asyncio.sleep(0.01)
