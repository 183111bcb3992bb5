"""Keeps the model's process running: starts it, watches it, starts it again with growing pauses, ends it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.model.process.child import Child, Limits
from bot.model.process.exit_codes import MODEL_UNUSABLE
from bot.model.process.options import ServeOptions

log = logging.getLogger(__name__)


class ProcessState(StrEnum):
    """Where the model's process stands."""

    STOPPED = "stopped"
    STARTING = "starting"
    READY = "ready"
    WAITING = "waiting"
    """It broke off and is started again after a pause."""
    FAILED = "failed"
    """It can't be started; `ModelProcess.reason` says why."""


@dataclass(frozen=True)
class Patience:
    """How often and after which pauses, in seconds, the process is started again.

    The pause doubles from `first_pause` to `longest_pause`, and begins anew once the process was ready for
    `stable`. After `attempts` starts in a row that never got ready the supervisor gives up.
    """

    first_pause: float = 0.5
    longest_pause: float = 60.0
    stable: float = 60.0
    attempts: int = 5


class ModelProcess:
    """A supervised model process on this machine. All methods belong to one event loop.

    Its address stays the same when it is started again, so clients needn't know. After `failed` it can be
    started anew with `start`, say with the file replaced.
    """

    def __init__(
        self,
        options: ServeOptions,
        *,
        patience: Patience | None = None,
        limits: Limits | None = None,
        command: Sequence[str] | None = None,
    ) -> None:
        port = options.port or _free_port(options.host)
        self._options = options.model_copy(update={"port": port, "end_with_parent": True})
        self._command = tuple(command or (sys.executable, "-m", "bot.model"))
        self._patience = patience or Patience()
        self._limits = limits or Limits()
        self._child: Child | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._changed = asyncio.Condition()
        self.state = ProcessState.STOPPED
        self.reason: str | None = None
        self.restarts = 0

    @property
    def url(self) -> str:
        """Where the model is served, as `client.settings.ModelSettings` takes it."""
        host = f"[{self._options.host}]" if ":" in self._options.host else self._options.host
        return f"http://{host}:{self._options.port}"

    @property
    def pid(self) -> int | None:
        """The number of the process that runs now, if one does."""
        return self._child.pid if self._child is not None else None

    async def start(self) -> None:
        """Begins to start the process and to keep it running; doesn't wait until it is ready."""
        if self._keeper is None or self._keeper.done():
            await self._enter(ProcessState.STARTING)
            self._keeper = asyncio.create_task(self._keep_running(), name="model supervisor")

    async def wait_ready(self, seconds: float) -> bool:
        """Whether the model is ready within this time; False at once where it can't be started."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds), self._changed:
                await self._changed.wait_for(
                    lambda: self.state in (ProcessState.READY, ProcessState.FAILED, ProcessState.STOPPED)
                )
        return self.state is ProcessState.READY

    async def wait_for(self, state: ProcessState, seconds: float) -> None:
        """Waits until the process is in this state. Raises TimeoutError."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: self.state is state)

    async def stop(self) -> None:
        """Ends the process, politely first. Harmless when none runs."""
        if self._keeper is not None:
            self._keeper.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._keeper
            self._keeper = None
        await self._enter(ProcessState.STOPPED)

    async def _keep_running(self) -> None:
        patience = self._patience
        pause, failures = patience.first_pause, 0
        while True:
            child = await self._live_once()
            failures = 0 if child.ready_seconds is not None else failures + 1
            if child.exit_code == MODEL_UNUSABLE or failures >= patience.attempts:
                await self._enter(ProcessState.FAILED, child.why())
                return
            if (child.ready_seconds or 0.0) >= patience.stable:
                pause = patience.first_pause
            log.warning("%s It is started again in %.1f s.", child.why(), pause)
            await self._enter(ProcessState.WAITING, child.why())
            await asyncio.sleep(pause)
            pause = min(pause * 2, patience.longest_pause)
            self.restarts += 1
            await self._enter(ProcessState.STARTING)

    async def _live_once(self) -> Child:
        """One life of the process, from its start to its end."""
        child = await Child.start([*self._command, *self._options.arguments()], self.url, self._limits)
        self._child = child
        try:
            if await child.become_ready():
                await self._enter(ProcessState.READY)
            await child.live()
        finally:
            await child.end()
            self._child = None
        return child

    async def _enter(self, state: ProcessState, reason: str | None = None) -> None:
        async with self._changed:
            self.state, self.reason = state, reason
            self._changed.notify_all()


def _free_port(host: str) -> int:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])
