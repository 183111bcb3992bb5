"""Reads a page: a probability for each line to be part of the answer, and for the page to hold one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from bot.logistic import Logistic, load_logistic
from bot.reader.answered import PAGE_NAMES, page_features
from bot.reader.features import as_table, columns_of
from bot.reader.line_model import LineModel, load_line_model
from bot.reader.lines import Line
from bot.reader.page import Page, analyse
from bot.reader.question import ReaderQuestion
from bot.reader.runs import in_runs
from corpus.embedding.embedder import Embedder

PAGE_WEIGHTS = "answered-de.json"
_PAGES = 128
"""As many pages are kept analysed: 150 KB each, a long one 400."""


@dataclass(frozen=True)
class Reading:
    """`lines`: the probability of each line to be part of the answer; `answered`: that any of them is."""

    lines: NDArray[np.float32]
    answered: float


NOTHING_READ = Reading(np.zeros(0, dtype=np.float32), 0.0)


class Reader:
    """Finds the lines that answer a question.

    Two thresholds on probabilities belong to the weights: a line is part of the answer from `line`, and a
    page answers at all from `page`.
    """

    def __init__(self, embedder: Embedder, lines: LineModel, page: Logistic) -> None:
        self.embedder = embedder
        self._analysed = lru_cache(maxsize=_PAGES)(partial(analyse, embedder=embedder))
        self._lines = lines
        self._page = page

    def examine(self, question: ReaderQuestion, lines: Sequence[Line]) -> Reading:
        """Score all `lines` of one page."""
        if not lines:
            return NOTHING_READ
        columns = columns_of(question, self.page(lines))
        judged = self._lines.judge(as_table(columns))
        answered = self._page.probabilities(page_features(columns, judged.by_trees)[None, :])[0]
        return Reading(judged.lines, float(answered))

    def page(self, lines: Sequence[Line]) -> Page:
        """`lines` of one page, at least one, as they are whatever is asked; the last pages are kept."""
        return self._analysed(tuple(lines))

    def read(self, question: ReaderQuestion, lines: Sequence[Line]) -> list[int]:
        """The indices of the lines that answer; empty where none does."""
        thresholds = self._page.thresholds
        return chosen_lines(self.examine(question, lines), thresholds["line"], thresholds["page"])


def chosen_lines(reading: Reading, line: float, page: float) -> list[int]:
    """The lines from the threshold `line` on, seen in runs, at least the best.

    None if the page stays below `page`.
    """
    if not len(reading.lines) or reading.answered < page:
        return []
    return best_lines(in_runs(reading.lines), line)


def best_lines(scores: NDArray[np.float32], least: float) -> list[int]:
    """The indices of `scores` (lines,) from `least` on, at least the best."""
    return [int(index) for index in np.flatnonzero(scores >= min(least, float(scores.max())))]


def load_reader(embedder: Embedder) -> Reader:
    """The reader with the trained weights."""
    return Reader(embedder, load_line_model(), load_logistic(PAGE_WEIGHTS, PAGE_NAMES))
