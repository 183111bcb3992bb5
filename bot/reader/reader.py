"""Scores lines by a small logistic model over their features."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.logistic import Logistic, load_logistic
from bot.reader.features import NAMES, line_features
from bot.reader.lines import Line
from bot.reader.question import ReaderQuestion
from corpus.embedding.embedder import Embedder

WEIGHTS = "reader-de.json"


class Reader:
    """Finds the lines that answer a question.

    Two thresholds on probabilities belong to the weights: a line is part of the answer from `line`, and a
    page answers at all if its best line reaches `page`.
    """

    def __init__(self, embedder: Embedder, model: Logistic) -> None:
        self.embedder = embedder
        self._model = model

    def score(self, question: ReaderQuestion, lines: Sequence[Line]) -> NDArray[np.float32]:
        """The probability of each line to be part of the answer; shape (lines,)."""
        return self._model.probabilities(line_features(question, lines, self.embedder))

    def read(self, question: ReaderQuestion, lines: Sequence[Line]) -> list[int]:
        """The indices of the lines that answer; empty where none does."""
        if not lines:
            return []
        scores = self.score(question, lines)
        if scores.max() < self._model.thresholds["page"]:
            return []
        return [i for i, score in enumerate(scores) if score >= self._model.thresholds["line"]]


def load_reader(embedder: Embedder) -> Reader:
    """The reader with the trained weights."""
    return Reader(embedder, load_logistic(WEIGHTS, NAMES))
