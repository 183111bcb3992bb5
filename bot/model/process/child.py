"""One life of the model's process, as its supervisor sees it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass

import httpx

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Limits:
    """What a process is granted, in seconds.

    `loading` is the longest a model may load, `hang` the longest it may answer no health check or give no
    sign of life while it should compute, `stop` the longest it may take to end when asked to.
    """

    loading: float = 600.0
    hang: float = 60.0
    check_every: float = 2.0
    stop: float = 5.0


class Child:
    """A started process. `start`, `become_ready`, `live`, and always `end`."""

    def __init__(self, process: asyncio.subprocess.Process, url: str, limits: Limits) -> None:
        self._process = process
        self._url = url
        self._limits = limits
        self._exited = asyncio.create_task(process.wait())
        self._listener = asyncio.create_task(self._listen())
        self._ready_at: float | None = None
        self._last_words = ""
        self._fault = ""
        self.ready_seconds: float | None = None

    @classmethod
    async def start(cls, command: Sequence[str], url: str, limits: Limits) -> Child:
        """Starts the process; it serves at `url` once it is ready."""
        process = await asyncio.create_subprocess_exec(
            *command,
            # Held open: the process ends when this side closes, even if we are killed.
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            # Ctrl-C in the terminal is for us; we end the process in order.
            start_new_session=True,
        )
        return cls(process, url, limits)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def exit_code(self) -> int | None:
        """The exit code; negative for the signal that ended it; None while it runs."""
        return self._process.returncode

    def why(self) -> str:
        """Why it ended, in one German sentence, best in its own words."""
        if self._fault:
            return self._fault
        code = self.exit_code
        if code is not None and code < 0:
            return f"Der Modellprozess wurde durch Signal {-code} beendet."
        return self._last_words or f"Der Modellprozess hat sich mit Code {code} beendet."

    async def become_ready(self) -> bool:
        """Waits until the model is loaded; False where the process ended before or took too long."""
        loop = asyncio.get_running_loop()
        deadline, pause = loop.time() + self._limits.loading, 0.05
        async with self._client() as client:
            while not self._exited.done():
                if await self._state(client) in ("ready", "busy"):
                    self._ready_at = loop.time()
                    return True
                if loop.time() >= deadline:
                    self._fault = f"Das Modell war nach {self._limits.loading:.0f} s noch nicht geladen."
                    return False
                await asyncio.wait({self._exited}, timeout=pause)
                pause = min(pause * 1.5, 1.0)
        return False

    async def live(self) -> None:
        """Returns when the process has ended, or hangs; at once where it never got ready."""
        if self._ready_at is None:
            return
        loop = asyncio.get_running_loop()
        heard = loop.time()
        async with self._client() as client:
            while not self._exited.done():
                await asyncio.wait({self._exited}, timeout=self._limits.check_every)
                if await self._state(client) is not None:
                    heard = loop.time()
                if loop.time() - heard > self._limits.hang:
                    self._fault = f"Der Modellprozess schweigt seit {self._limits.hang:.0f} s."
                    break
        self.ready_seconds = loop.time() - self._ready_at

    async def end(self) -> None:
        """Makes sure that the process has ended: asks, then kills."""
        for stop in (self._process.terminate, self._process.kill):
            if not self._exited.done():
                with contextlib.suppress(ProcessLookupError):
                    stop()
                await asyncio.wait({self._exited}, timeout=self._limits.stop)
        # Its last words may still be in the pipe.
        await asyncio.wait({self._listener}, timeout=1.0)
        self._listener.cancel()

    def _client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=self._url, timeout=self._limits.check_every, trust_env=False)

    async def _state(self, client: httpx.AsyncClient) -> str | None:
        """The state that the process reports; None where it doesn't, or where its model hangs."""
        try:
            health = (await client.get("/health")).json()
            return None if health["silent_seconds"] > self._limits.hang else str(health["state"])
        except (httpx.HTTPError, ValueError, KeyError, TypeError):
            return None

    async def _listen(self) -> None:
        if self._process.stderr is None:
            return
        async for line in self._process.stderr:
            if words := line.decode("utf-8", "replace").strip():
                self._last_words = words
                log.warning("model process: %s", words)
