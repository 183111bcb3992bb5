"""Reads pages in several processes: reading is computation, which threads don't share."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

Given = TypeVar("Given")
Read = TypeVar("Read")
_AHEAD = 8


def read_in_processes(
    read: Callable[[Given], Read], given: Iterable[Given], *, processes: int
) -> Iterator[Read]:
    """Give `read(one)` for each of `given`, in their order, computed in `processes` processes.

    `read` is a function of a module, what it takes and gives can be pickled. No more than eight for each
    process are under way, so that memory stays bounded however many there are and however slowly they are
    fetched. What `read` raises is raised here in its turn. With one process nothing is started.
    """
    if processes <= 1:
        yield from map(read, given)
        return
    waiting: deque[Future[Read]] = deque()
    # Not forked: whoever reads may have threads (a progress bar, a server).
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        try:
            for one in given:
                waiting.append(pool.submit(read, one))
                if len(waiting) >= _AHEAD * processes:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
