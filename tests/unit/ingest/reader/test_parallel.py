"""Pages are read in several processes, in their order, a bounded number at a time."""

import math
import os
from collections.abc import Iterator

import pytest

from ingest.reader.parallel import read_in_processes


def test_results_come_in_the_order_of_what_was_given() -> None:
    assert list(read_in_processes(math.sqrt, [81, 64, 49, 36], processes=2)) == [9, 8, 7, 6]


def test_another_process_computes() -> None:
    [pid] = read_in_processes(_process, [0], processes=2)
    assert pid != os.getpid()


def test_with_one_process_nothing_is_started() -> None:
    assert list(read_in_processes(_process, [0], processes=1)) == [os.getpid()]


def test_what_is_given_is_taken_only_as_it_is_fetched() -> None:
    taken: list[float] = []

    def numbers() -> Iterator[float]:
        for number in range(1_000):
            taken.append(number)
            yield float(number)

    results = read_in_processes(math.sqrt, numbers(), processes=2)
    next(results)
    assert len(taken) <= 16
    results.close()  # type: ignore[attr-defined]  # it is a generator


def test_an_error_is_raised_in_its_turn() -> None:
    results = read_in_processes(math.sqrt, [4.0, -1.0, 9.0], processes=2)
    assert next(results) == 2.0
    with pytest.raises(ValueError, match="math domain error"):
        next(results)


def _process(_: int) -> int:
    return os.getpid()
