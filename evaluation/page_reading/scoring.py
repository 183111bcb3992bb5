"""Precision, recall and F1 of what a reader gave, in words and in lines or cells."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from evaluation.page_reading.gold_page import GoldPage, holds, stream_of, words_of

_CELLS = re.compile(r"[|\t\n]")


@dataclass
class Scores:
    """Counts over all pages; all figures are sums over pages, not means of pages.

    Words are counted as a multiset for each page. A word that the gold has once but allows more often (a
    column's head, repeated in every row by readers that write rows so) is right up to that number and needed
    once. A line or cell is right if its words stand side by side in what is allowed; a unit of the gold is
    found if its words stand side by side in what the reader gave.
    """

    words_found: int = 0
    words_right: int = 0
    words_needed: int = 0
    words_met: int = 0
    lines_found: int = 0
    lines_right: int = 0
    units_needed: int = 0
    units_met: int = 0
    structures: dict[str, list[int]] = field(default_factory=dict)

    def add(self, page: GoldPage, text: str) -> None:
        """Count one page's text."""
        self._add_words(page, text)
        given, allowed = stream_of(text), stream_of(page.allowed)
        lines = [line for line in _CELLS.split(text) if words_of(line)]
        self.lines_found += len(lines)
        self.lines_right += sum(holds(allowed, line) for line in lines)
        units = [unit for unit in page.units if words_of(unit)]
        self.units_needed += len(units)
        self.units_met += sum(holds(given, unit) for unit in units)
        for name, part in page.structures.items():
            counts = self.structures.setdefault(name, [0, 0])
            counts[0] += len(part)
            counts[1] += sum(holds(given, unit) for unit in part)

    def _add_words(self, page: GoldPage, text: str) -> None:
        found = Counter(words_of(text))
        needed = Counter(word for unit in page.units for word in words_of(unit))
        allowed = Counter(words_of(page.allowed))
        self.words_found += found.total()
        self.words_right += (found & allowed).total()
        self.words_needed += needed.total()
        self.words_met += (found & needed).total()

    def words(self) -> tuple[float, float, float]:
        """Precision, recall, F1 of words, 0 to 1."""
        return _figures(self.words_right, self.words_found, self.words_met, self.words_needed)

    def lines(self) -> tuple[float, float, float]:
        """Precision, recall, F1 of lines and cells, 0 to 1."""
        return _figures(self.lines_right, self.lines_found, self.units_met, self.units_needed)

    def recall_in(self, structure: str) -> float | None:
        """The share of a structure's units that were found; None where no page has it."""
        needed, met = self.structures.get(structure, (0, 0))
        return met / needed if needed else None


def score(texts: Iterable[tuple[GoldPage, str]]) -> Scores:
    """The scores of a reader's texts."""
    scores = Scores()
    for page, text in texts:
        scores.add(page, text)
    return scores


def _figures(right: int, found: int, met: int, needed: int) -> tuple[float, float, float]:
    precision = right / found if found else 0.0
    recall = met / needed if needed else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, f1
