"""How far a mistyped word is from another: letters left out, doubled, swapped, or of the key beside."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

SHORTEST = 5
"""Letters of a word that is worth correcting: of shorter ones too many are one letter apart."""
_LONG = 8
_SLIP = 0.7
_KEYS = ("qwertzuiop", "asdfghjkl", "yxcvbnm")
# Sounds that are written one way or the other; German keys have z where English ones have y.
_ALIKE = ("dt", "gk", "bp", "fv", "sz", "ck", "yz", "ij", "ae")


class Correction(NamedTuple):
    """A word that may have been meant, and how much was typed wrong: from 0.7 (one slip) to 2."""

    word: str
    cost: float


def most_edits(word: str) -> int:
    """How many edits a word may be away: one, two for long ones."""
    return 2 if len(word) >= _LONG else 1


def corrections(word: str, vocabulary: Iterable[tuple[str, int]], limit: int = 3) -> list[Correction]:
    """The words of `vocabulary` (each with its frequency) that `word` may stand for, likeliest first.

    Distance is optimal string alignment (Damerau's with each letter moved once), where two letters swapped,
    one doubled or one hit beside its key cost less. Only words with the same first two letters are compared.
    """
    most = most_edits(word)
    letters = set(word)
    found = []
    for other, frequency in vocabulary:
        if other == word or other[:2] != word[:2] or abs(len(other) - len(word)) > most:
            continue
        # Each edit changes at most one letter for another.
        if len(letters.symmetric_difference(other)) > 2 * most:
            continue
        cost = distance(word, other)
        if cost <= most:
            found.append((cost, -frequency, other))
    return [Correction(other, cost) for cost, _, other in sorted(found)[:limit]]


def distance(one: str, other: str) -> float:
    """The least cost of the edits that make `other` of `one`."""
    before: list[float] = []
    above = [float(place) for place in range(len(other) + 1)]
    for row, letter in enumerate(one, start=1):
        line = [float(row)]
        for column, wanted in enumerate(other, start=1):
            cost = min(
                above[column] + _lost(one, row),
                line[column - 1] + _lost(other, column),
                above[column - 1] + _changed(letter, wanted),
            )
            if row > 1 and column > 1 and letter == other[column - 2] and wanted == one[row - 2]:
                cost = min(cost, before[column - 2] + _SLIP)
            line.append(cost)
        before, above = above, line
    return above[-1]


def _lost(word: str, place: int) -> float:
    return _SLIP if place > 1 and word[place - 1] == word[place - 2] else 1.0


def _changed(one: str, other: str) -> float:
    if one == other:
        return 0.0
    return _SLIP if one + other in _SLIPS else 1.0


def _slips() -> Iterator[str]:
    rows = [*_KEYS, *_ALIKE]
    for row in rows:
        for left, right in pairwise(row):
            yield left + right
            yield right + left


_SLIPS = frozenset(_slips())
