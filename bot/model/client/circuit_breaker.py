"""A circuit breaker: after several failures in a row a model is left alone for a while."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from time import monotonic

from bot.model.client.failures import ModelFailed, Reason


class Circuit(StrEnum):
    """Whether a model is asked."""

    CLOSED = "closed"
    """It is asked."""
    OPEN = "open"
    """It isn't asked until the pause is over."""
    HALF_OPEN = "half_open"
    """The pause is over: one request tries it, the others still aren't sent."""


@dataclass(frozen=True)
class BreakerSettings:
    """Opens after so many failures in a row; the pauses, in seconds, double from the first to the longest."""

    failures: int = 4
    first_pause: float = 15.0
    longest_pause: float = 300.0


# A full queue is a server at work, and one prompt that is too long says nothing about the next.
_NO_FAULT = frozenset({Reason.OVERLOADED, Reason.REFUSED, Reason.LEFT_ALONE})


class Breaker:
    """Counts how requests end. Belongs to one event loop; `clock` gives seconds.

    Each request calls `enter`, then exactly one of `succeeded`, `failed` and `left`.
    """

    def __init__(
        self, settings: BreakerSettings | None = None, clock: Callable[[], float] = monotonic
    ) -> None:
        self._settings = settings or BreakerSettings()
        self._clock = clock
        self._in_a_row = 0
        self._pause = self._settings.first_pause
        self._open_until: float | None = None
        self._probing = False
        self.failures: Counter[Reason] = Counter()
        self.opened = 0

    @property
    def circuit(self) -> Circuit:
        """How it stands now."""
        if self._open_until is None:
            return Circuit.CLOSED
        return Circuit.HALF_OPEN if self._probing or self._clock() >= self._open_until else Circuit.OPEN

    def enter(self) -> None:
        """Lets a request through. Raises ModelFailed (LEFT_ALONE) where none may go."""
        if self.circuit is Circuit.CLOSED:
            return
        if self.circuit is Circuit.OPEN or self._probing:
            self.failures[Reason.LEFT_ALONE] += 1
            raise ModelFailed(Reason.LEFT_ALONE)
        self._probing = True

    def succeeded(self) -> None:
        """The server answered: it is asked again, and the next pause is short."""
        self._in_a_row, self._open_until, self._probing = 0, None, False
        self._pause = self._settings.first_pause

    def failed(self, failure: ModelFailed) -> None:
        """It failed; a server that refuses one request or is busy is alive all the same."""
        self.failures[failure.reason] += 1
        if failure.reason in _NO_FAULT and not failure.lasting:
            self.left()
            return
        self._in_a_row += 1
        if self._probing:
            self._pause = min(self._pause * 2, self._settings.longest_pause)
        if self._probing or self._in_a_row >= self._settings.failures:
            self._open_until = self._clock() + self._pause
            self._probing = False
            self.opened += 1

    def left(self) -> None:
        """Nobody waited for the end: no verdict. After a probe the next request is one."""
        self._probing = False
