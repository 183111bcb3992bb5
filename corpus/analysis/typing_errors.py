"""How far a mistyped word is from another: letters left out, doubled, swapped, or of the key beside."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import inf
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
        letters_there = set(other)
        if len(letters - letters_there) > most or len(letters_there - letters) > most:
            continue
        cost = distance(word, other, most)
        if cost <= most:
            found.append((cost, -frequency, other))
    return [Correction(other, cost) for cost, _, other in sorted(found)[:limit]]


def distance(one: str, other: str, most: float = inf) -> float:
    """The least cost of the edits that make `other` of `one`; infinite where it is surely over `most`."""
    before: list[float] = []
    above = [float(place) for place in range(len(other) + 1)]
    lost, lost_other = _lost(one), _lost(other)
    # Letters that stand too far apart can't stand for each other: each place between costs a slip at least.
    reach = int(min(most / _SLIP, len(one) + len(other)))
    for row, letter in enumerate(one, start=1):
        first, last = max(1, row - reach), min(len(other), row + reach)
        line = [inf] * (len(other) + 1)
        line[0] = float(row)
        for column in range(first, last + 1):
            wanted = other[column - 1]
            if letter == wanted:
                cost = above[column - 1]
            else:
                cost = above[column - 1] + (_SLIP if letter + wanted in _SLIPS else 1.0)
                if row > 1 and column > 1 and letter == other[column - 2] and wanted == one[row - 2]:
                    cost = min(cost, before[column - 2] + _SLIP)
            cost = min(cost, above[column] + lost[row - 1], line[column - 1] + lost_other[column - 1])
            line[column] = cost
        # What follows only adds to one of the last two lines.
        if min(line) > most and min(above) > most:
            return inf
        before, above = above, line
    return above[-1]


def _lost(word: str) -> list[float]:
    """What each letter of `word` costs where it is missing: less after its like."""
    return [_SLIP if place and letter == word[place - 1] else 1.0 for place, letter in enumerate(word)]


def _slips() -> Iterator[str]:
    rows = [*_KEYS, *_ALIKE]
    for row in rows:
        for left, right in pairwise(row):
            yield left + right
            yield right + left


_SLIPS = frozenset(_slips())
