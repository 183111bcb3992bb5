"""Answers that are being composed or were finished a moment ago, by their random id.

They run on when their client loses the connection: it may come back for them, by asking again with the same
id or by fetching them, from the event that it has not seen. They are in this process's memory only, and for a
minute only.
"""

import asyncio
import contextlib
import hashlib
from collections import OrderedDict
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from time import monotonic

import structlog

from bot.answer import Answer
from bot.events import AnyEvent, Done, Failed

LIFETIME = 60.0
"""Seconds for which a finished answer is kept."""
GRACE = 15.0
"""Seconds for which an answer goes on while nobody listens; then the language model is freed."""
MOST = 500

log = structlog.get_logger(__name__)


class IdTaken(Exception):
    """Another question has this id."""


@dataclass(eq=False)
class KeptAnswer:
    """One answer: its events so far, and whether more will come."""

    id: str
    question: bytes
    events: list[AnyEvent] = field(default_factory=list)
    ended: bool = False
    ended_at: float = 0.0
    listeners: int = 0
    task: "asyncio.Task[None] | None" = None
    _changed: asyncio.Event = field(default_factory=asyncio.Event)
    _leaving: asyncio.TimerHandle | None = None

    @property
    def answer(self) -> Answer | None:
        """The whole answer, None while it is being composed or if it failed."""
        return next((event.answer for event in reversed(self.events) if isinstance(event, Done)), None)

    @property
    def failure(self) -> Failed | None:
        """What went wrong, if something did."""
        return next((event for event in reversed(self.events) if isinstance(event, Failed)), None)

    async def follow(self, start: int = 0) -> AsyncGenerator[tuple[int, AnyEvent], None]:
        """The events from number `start` on, as they come."""
        with self.listening():
            number = start
            while True:
                changed = self._changed
                while number < len(self.events):
                    yield number, self.events[number]
                    number += 1
                if self.ended:
                    return
                await changed.wait()

    async def finished(self) -> None:
        """Wait until nothing more will come."""
        with self.listening():
            while not self.ended:
                await self._changed.wait()

    @contextlib.contextmanager
    def listening(self) -> Iterator[None]:
        """While somebody listens, the answer goes on; after the last one left, for `GRACE` seconds."""
        self.listeners += 1
        if self._leaving is not None:
            self._leaving.cancel()
            self._leaving = None
        try:
            yield
        finally:
            self.listeners -= 1
            if not self.listeners and not self.ended:
                self._leaving = asyncio.get_running_loop().call_later(GRACE, self.stop)

    def stop(self) -> None:
        """Give the answer up, which frees the language model."""
        if self.task is not None:
            self.task.cancel()

    def add(self, event: AnyEvent) -> None:
        """Take the next event."""
        self.events.append(event)
        self._wake()

    def end(self, now: float) -> None:
        """Nothing more will come."""
        self.ended, self.ended_at = True, now
        if self._leaving is not None:
            self._leaving.cancel()
        self._wake()

    def _wake(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()


class Answers:
    """The answers of this process; `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._kept: OrderedDict[str, KeptAnswer] = OrderedDict()

    def get(self, answer_id: str) -> KeptAnswer | None:
        """The answer with this id, None if there is none any more."""
        self._forget()
        return self._kept.get(answer_id)

    def asked_before(self, answer_id: str, question: str) -> KeptAnswer | None:
        """The answer to the same question with the same id; raises `IdTaken` for another question."""
        kept = self.get(answer_id)
        if kept is not None and kept.question != _fingerprint(question):
            raise IdTaken
        return kept

    async def start(
        self,
        answer_id: str,
        question: str,
        events: AsyncIterator[AnyEvent],
        *,
        on_done: Callable[[Answer], None],
        broken: Callable[[], Failed],
    ) -> KeptAnswer:
        """Take the first event of `events`, raising what it raises, and go on in a task of its own.

        `on_done` hears of the whole answer; `broken` gives the last event where something unforeseen happens.
        """
        first = await anext(events)
        kept = KeptAnswer(answer_id, _fingerprint(question))
        kept.add(first)
        self._forget()
        self._kept[answer_id] = kept
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)[1].stop()
        kept.task = asyncio.create_task(self._run(kept, events, on_done, broken))
        return kept

    async def close(self) -> None:
        """Give up what is under way."""
        tasks = [kept.task for kept in self._kept.values() if kept.task is not None and not kept.task.done()]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    async def _run(
        self,
        kept: KeptAnswer,
        events: AsyncIterator[AnyEvent],
        on_done: Callable[[Answer], None],
        broken: Callable[[], Failed],
    ) -> None:
        try:
            async for event in events:
                if isinstance(event, Done):
                    on_done(event.answer)
                kept.add(event)
        except asyncio.CancelledError:
            kept.add(broken())
            raise
        except Exception:
            # The outermost edge, as the handler for status 500 is for other requests: nobody else will hear.
            log.exception("answer failed")
            kept.add(broken())
        finally:
            kept.end(self._clock())

    def _forget(self) -> None:
        oldest = self._clock() - LIFETIME
        for answer_id in [one.id for one in self._kept.values() if one.ended and one.ended_at < oldest]:
            del self._kept[answer_id]


def _fingerprint(question: str) -> bytes:
    return hashlib.sha256(question.encode()).digest()
