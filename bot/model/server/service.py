"""Brings together the waiting line (event loop) and the model (a thread of its own)."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from contextlib import closing
from queue import SimpleQueue
from time import monotonic
from typing import Literal

from bot.model.inference.engine import Order
from bot.model.inference.gguf_file import ModelUnusable
from bot.model.inference.llama import Cancelled
from bot.model.inference.loading import LoadedModel, load_model
from bot.model.process.options import ServeOptions
from bot.model.server.figures import Figures
from bot.model.server.queue import Done, Event, Failed, LineClosed, LineFull, Text, Ticket, WaitingLine
from bot.model.speed import Speed

log = logging.getLogger(__name__)

State = Literal["loading", "ready", "busy", "ending"]


class ModelService:
    """A model that loads in the background and then answers one request after the other.

    `ended` is called once, in the event loop, when the model can't go on: with the reason that it couldn't be
    loaded, or with None where its thread died unexpectedly.
    """

    def __init__(self, options: ServeOptions, ended: Callable[[ModelUnusable | None], None]) -> None:
        self.options = options
        self.figures = Figures()
        self.line = WaitingLine(options.queue, self._begin)
        self.loaded: LoadedModel | None = None
        self.speed: Speed | None = None
        self._ended = ended
        self._work: SimpleQueue[Ticket | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="llama.cpp", daemon=True)
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def state(self) -> State:
        if self.line.closed:
            return "ending"
        if self.loaded is None:
            return "loading"
        return "busy" if self.line.busy else "ready"

    @property
    def silent_seconds(self) -> float:
        """How long llama.cpp has given no sign of life while it should compute; else 0."""
        return self.loaded.engine.silent_seconds if self.loaded and self.line.busy else 0.0

    def start(self) -> None:
        """Begins to load the model. To be called in the event loop that will use the service."""
        self._loop = asyncio.get_running_loop()
        self._thread.start()

    def close(self) -> None:
        """Ends the line and everything that is being computed."""
        self.line.close()
        self._work.put(None)

    def join(self, seconds: float) -> bool:
        """Waits for the model's thread; whether it has ended."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def enter(self, order: Order) -> Ticket:
        """A place in the line. Raises LineFull, or LineClosed while loading or ending."""
        if self.loaded is None:
            raise LineClosed
        try:
            ticket = self.line.enter(order)
        except LineFull:
            self.figures.count("rejected")
            raise
        self._show_line()
        return ticket

    def leave(self, ticket: Ticket) -> None:
        """To be called when a ticket's client is served or gone."""
        if ticket.place > 0 and not ticket.left:
            self.figures.count("cancelled")
        ticket.leave()
        self._show_line()

    def _show_line(self) -> None:
        self.figures.waiting.set(self.line.length)
        self.figures.busy.set(self.line.busy)
        if self.loaded is not None:
            self.figures.show_states(self.loaded.engine.prefix)

    def _begin(self, ticket: Ticket) -> None:
        self._work.put(ticket)

    # What follows runs in the model's thread.

    def _run(self) -> None:
        asked_to_end = False
        reason: ModelUnusable | None = None
        try:
            with closing(load_model(self.options)) as loaded:
                speed = loaded.engine.speed(self.options, lambda: self.line.closed)
                self._in_loop(self._set_loaded, loaded, speed)
                while (ticket := self._work.get()) is not None:
                    self._answer(loaded, ticket)
                asked_to_end = True
        except ModelUnusable as error:
            reason = error
        finally:
            if not asked_to_end:
                self._in_loop(self._ended, reason)

    def _answer(self, loaded: LoadedModel, ticket: Ticket) -> None:
        last: Event | None = None
        began = monotonic()
        try:
            last = self._last_event(loaded, ticket)
        finally:
            seconds = monotonic() - began
            self._in_loop(self._finish, ticket, last or Failed("The model broke off."), seconds)

    def _last_event(self, loaded: LoadedModel, ticket: Ticket) -> Event:
        def deliver(text: str) -> None:
            self._in_loop(ticket.events.put_nowait, Text(text))

        try:
            return Done(loaded.engine.generate(ticket.order, deliver, lambda: ticket.left))
        except Cancelled:
            return Failed("The answer was given up.")
        except (RuntimeError, ValueError, AssertionError) as error:
            log.exception("llama.cpp could not answer")
            return Failed(f"The model failed: {error}")

    def _in_loop(self, call: Callable[..., object], *arguments: object) -> None:
        # Once the loop is closed nobody is left to hear it.
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(call, *arguments)

    # And this again in the event loop.

    def _set_loaded(self, loaded: LoadedModel, speed: Speed | None) -> None:
        self.loaded, self.speed = loaded, speed
        self.figures.show_speed(speed)

    def _finish(self, ticket: Ticket, last: Event, seconds: float) -> None:
        self.figures.computed(seconds)
        if isinstance(last, Done):
            self.figures.record(last.outcome)
        else:
            self.figures.count("cancelled" if ticket.left else "failed")
        ticket.events.put_nowait(last)
        self.line.finished(ticket)
        self._show_line()
