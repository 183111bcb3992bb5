"""What was read of an index is read once, and never more of it is kept than was agreed."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from corpus.search.kept import Kept


class Shelf:
    """Gives the length of every word but "nichts", and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def read(self, keys: Sequence[str]) -> dict[str, int]:
        self.asked.append(list(keys))
        return {key: len(key) for key in keys if key != "nichts"}


def test_values_come_in_the_order_of_their_keys_and_only_unknown_ones_are_read() -> None:
    shelf, kept = Shelf(), Kept[str, int](10)
    kept.of(["zwei", "drei"], shelf.read)
    assert list(kept.of(["sieben", "drei", "zwei", "drei"], shelf.read).items()) == [
        ("sieben", 6),
        ("drei", 4),
        ("zwei", 4),
    ]
    assert shelf.asked == [["zwei", "drei"], ["sieben"]]


def test_what_isnt_there_is_left_out_and_asked_for_again() -> None:
    shelf, kept = Shelf(), Kept[str, int](10)
    assert kept.of(["nichts", "etwas"], shelf.read) == {"etwas": 5}
    assert kept.of(["nichts", "etwas"], shelf.read) == {"etwas": 5}
    assert shelf.asked == [["nichts", "etwas"], ["nichts"]]


def test_the_values_that_were_asked_for_last_stay() -> None:
    shelf, kept = Shelf(), Kept[str, int](2)
    kept.of(["a", "bb"], shelf.read)
    kept.of(["a"], shelf.read)
    kept.of(["ccc"], shelf.read)
    kept.of(["a"], shelf.read)
    assert shelf.asked == [["a", "bb"], ["ccc"]]
    kept.of(["bb"], shelf.read)
    assert shelf.asked[-1] == ["bb"]


def test_more_keys_than_are_kept_are_all_answered() -> None:
    shelf, kept = Shelf(), Kept[str, int](2)
    assert kept.of(["a", "bb", "ccc", "dddd"], shelf.read) == {"a": 1, "bb": 2, "ccc": 3, "dddd": 4}


def test_many_threads_get_the_right_values() -> None:
    shelf, kept = Shelf(), Kept[str, int](5)
    wanted = [["x" * (start + step) for step in range(8)] for start in range(1, 40)]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda keys: kept.of(keys, shelf.read), wanted))
    assert found == [{key: len(key) for key in keys} for keys in wanted]
