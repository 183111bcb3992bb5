"""Runs the model's process: opens the port, loads the model, and ends cleanly when told to."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from types import FrameType

import uvicorn
from fastapi import FastAPI

from bot.model.inference.gguf_file import ModelUnusable, check_file
from bot.model.process.exit_codes import BROKEN, MODEL_UNUSABLE, PORT_TAKEN, STOPPED
from bot.model.process.options import ServeOptions, read_options
from bot.model.server.app import create_app
from bot.model.server.service import ModelService


def run(arguments: Sequence[str] | None) -> int:
    """Serves with the options of a command line; gives the exit code (see `exit_codes`)."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    return serve(read_options(arguments))


def serve(options: ServeOptions) -> int:
    """Serves until SIGTERM, SIGINT or the parent's end; gives the exit code.

    What an operator has to do is printed to standard error in one German sentence.
    """
    try:
        check_file(options.model)
    except ModelUnusable as error:
        return _say(str(error), MODEL_UNUSABLE)
    try:
        listening = _listen(options.host, options.port)
    except OSError as error:
        return _say(_why_not(options, error), PORT_TAKEN)
    host, port = options.host, listening.getsockname()[1]
    address = f"[{host}]" if ":" in host else host
    print(f"Sprachmodell lauscht auf http://{address}:{port}", flush=True)  # noqa: T201  # for whoever started it
    return _Process(options, listening).run()


class _Process:
    """One run of the server, from the open port to the exit code."""

    def __init__(self, options: ServeOptions, listening: socket.socket) -> None:
        self._options = options
        self._listening = listening
        self._exit_code = STOPPED
        self._service = ModelService(options, self._model_ended)
        app = create_app(self._service)
        app.router.lifespan_context = self._lifespan
        config = uvicorn.Config(
            app, log_config=None, log_level="warning", access_log=False, timeout_graceful_shutdown=5
        )
        self._server = _Server(config, self._service.close)

    def run(self) -> int:
        asyncio.run(self._server.serve(sockets=[self._listening]))
        if not self._service.join(seconds=2):
            # Still loading: llama.cpp can't be interrupted there, and ending Python under it may crash.
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(self._exit_code)
        return self._exit_code

    @contextlib.asynccontextmanager
    async def _lifespan(self, _: FastAPI) -> AsyncIterator[None]:
        self._service.start()
        if self._options.end_with_parent:
            loop = asyncio.get_running_loop()
            threading.Thread(target=self._watch_parent, args=(loop,), daemon=True).start()
        yield

    def _watch_parent(self, loop: asyncio.AbstractEventLoop) -> None:
        # The unbuffered descriptor: a thread that holds the lock of sys.stdin would hinder Python's ending.
        with contextlib.suppress(OSError):
            while os.read(0, 1024):
                pass
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(self._server.stop)

    def _model_ended(self, reason: ModelUnusable | None) -> None:
        if reason is not None:
            self._exit_code = _say(str(reason), MODEL_UNUSABLE)
        else:
            self._exit_code = _say("Das Sprachmodell ist unerwartet abgebrochen.", BROKEN)
        self._server.stop()


class _Server(uvicorn.Server):
    """uvicorn, but told to end it first gives up what the model computes, and a signal is a regular end."""

    def __init__(self, config: uvicorn.Config, close: Callable[[], None]) -> None:
        super().__init__(config)
        self._close = close
        self._running: asyncio.AbstractEventLoop | None = None

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        self._running = asyncio.get_running_loop()
        await super().serve(sockets)

    def stop(self) -> None:
        """Ends the server soon. To be called in the event loop."""
        self._close()
        self.should_exit = True

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        # uvicorn would raise the signal again at the end, and the exit code would say "killed".
        if self.should_exit and sig == signal.SIGINT:
            self.force_exit = True
        elif self._running is not None:
            self._running.call_soon_threadsafe(self.stop)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(128)
    except OSError:
        listening.close()
        raise
    return listening


def _why_not(options: ServeOptions, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {options.port} ist schon belegt: Bitte mit --port einen anderen wählen."
    return (
        f"Auf {options.host}:{options.port} lässt sich nicht lauschen ({error.strerror}): "
        "Bitte --host und --port prüfen."
    )


def _say(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr, flush=True)  # noqa: T201  # the operator's terminal
    return code
