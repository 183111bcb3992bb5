"""The waiting line in front of the model: one request is answered at a time, a few may wait, in order."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event as Flag

from bot.model.inference.engine import Order, Outcome


class LineFull(Exception):
    """As many requests wait as may wait."""


class LineClosed(Exception):
    """The process is ending, or the model isn't loaded yet."""


@dataclass(frozen=True)
class Place:
    """The request's place: 0 is being answered, 1 is next."""

    place: int


@dataclass(frozen=True)
class Text:
    """A piece of the answer."""

    text: str


@dataclass(frozen=True)
class Done:
    """The answer is complete."""

    outcome: Outcome


@dataclass(frozen=True)
class Failed:
    """The answer breaks off; the message is for the client."""

    message: str


Event = Place | Text | Done | Failed


class Ticket:
    """One request in the line: its events in order, ending with `Done` or `Failed`."""

    def __init__(self, order: Order, leave: Callable[[Ticket], None]) -> None:
        self.order = order
        self.events: asyncio.Queue[Event] = asyncio.Queue()
        self.place = 0
        self._left = Flag()
        self._leave = leave

    @property
    def left(self) -> bool:
        """Whether nobody waits for this answer any more. May be asked from any thread."""
        return self._left.is_set()

    def leave(self) -> None:
        """Gives up the place, or stops the answer that is being written. Harmless when it is done already."""
        if not self._left.is_set():
            self._left.set()
            self._leave(self)

    def move_to(self, place: int) -> None:
        """Tells the waiting client its new place."""
        self.place = place
        self.events.put_nowait(Place(place))


class WaitingLine:
    """Hands one ticket at a time to `begin`, which reports back through `finished`.

    Lives in the event loop's thread; nothing here blocks. `limit` is how many may wait behind the one that is
    being answered.
    """

    def __init__(self, limit: int, begin: Callable[[Ticket], None]) -> None:
        self.limit = limit
        self.closed = False
        self._begin = begin
        self._running: Ticket | None = None
        self._waiting: deque[Ticket] = deque()

    @property
    def length(self) -> int:
        """How many wait, without the one that is being answered."""
        return len(self._waiting)

    @property
    def busy(self) -> bool:
        return self._running is not None

    def enter(self, order: Order) -> Ticket:
        """A ticket for this order, being answered at once if nobody is before it.

        Raises LineFull or LineClosed.
        """
        if self.closed:
            raise LineClosed
        ticket = Ticket(order, self._left)
        if self._running is None:
            self._start(ticket)
        elif len(self._waiting) >= self.limit:
            raise LineFull
        else:
            self._waiting.append(ticket)
            ticket.move_to(len(self._waiting))
        return ticket

    def finished(self, ticket: Ticket) -> None:
        """To be called when nothing more is computed for this ticket: the next one begins."""
        if self._running is not ticket:
            return
        self._running = None
        if self._waiting:
            following = self._waiting.popleft()
            self._renumber()
            self._start(following)

    def close(self) -> None:
        """Nobody gets in any more, who waits is told so, and the running answer is given up."""
        self.closed = True
        waiting, self._waiting = list(self._waiting), deque()
        for ticket in [*waiting, *([self._running] if self._running else [])]:
            ticket.events.put_nowait(Failed("The model server is being shut down."))
            ticket.leave()

    def _start(self, ticket: Ticket) -> None:
        self._running = ticket
        ticket.move_to(0)
        self._begin(ticket)

    def _left(self, ticket: Ticket) -> None:
        # The running ticket ends when its computation notices; see `finished`.
        if ticket in self._waiting:
            self._waiting.remove(ticket)
            self._renumber()

    def _renumber(self) -> None:
        for place, ticket in enumerate(self._waiting, start=1):
            if ticket.place != place:
                ticket.move_to(place)
