"""Finished answers can be fetched again by their random id for a minute.

So a client that lost the connection after an answer was finished doesn't lose it; an answer that was still
being composed when its client left is not promised. They are in this process's memory only.
"""

from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

from bot.answer import Answer

LIFETIME = 60.0
MOST = 500


class RecentAnswers:
    """Holds the last answers in memory; `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._answers: OrderedDict[str, tuple[float, Answer]] = OrderedDict()

    def keep(self, answer: Answer) -> None:
        """Keep `answer` for `LIFETIME` seconds; the oldest go when there are more than `MOST`."""
        self._forget()
        self._answers[answer.id] = (self._clock(), answer)
        while len(self._answers) > MOST:
            self._answers.popitem(last=False)

    def get(self, answer_id: str) -> Answer | None:
        """The answer with this id, None if there is none any more."""
        self._forget()
        entry = self._answers.get(answer_id)
        return entry[1] if entry else None

    def _forget(self) -> None:
        oldest = self._clock() - LIFETIME
        while self._answers and next(iter(self._answers.values()))[0] < oldest:
            self._answers.popitem(last=False)
