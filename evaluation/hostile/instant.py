"""An event loop that never waits: where nothing is left to do, its clock jumps to the next timer."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


def at_once(work: Coroutine[Any, Any, T]) -> T:
    """Run `work` to its end, however long it would wait, and however busy the machine is.

    Limits in seconds count only what is waited for on purpose: who is silent runs into them at once, and who
    talks is always heard to the end. Only for work that waits for no thread, process or network.
    """
    with asyncio.Runner(loop_factory=_InstantLoop) as runner:
        return runner.run(work)


class _InstantSelector(selectors.DefaultSelector):
    """Counts the seconds that it was asked to wait, instead of waiting."""

    def __init__(self) -> None:
        super().__init__()
        self.waited = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if not ready and timeout is None:
            raise RuntimeError("what is waited for comes from outside this loop")
        if not ready and timeout:
            self.waited += timeout
        return ready


class _InstantLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._instant = _InstantSelector()
        super().__init__(self._instant)

    def time(self) -> float:
        return self._instant.waited
