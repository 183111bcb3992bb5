"""How likely each line answers: trees and a network, both asked."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.reader.columns import Floats
from bot.reader.names import NAMES
from bot.reader.network import Network, load_network
from bot.trees import Trees, load_trees

TREES = "reader-de.npz"
NETWORK = "reader-network-de.npz"
_SCALE, _SHIFT = 0.86, -0.115
"""Bring the best line of a held-out page to the mean and spread that it has by the trees alone, in log
odds: what rests on the probabilities was fitted to those."""


class Judged(NamedTuple):
    """For each line the probability by both models, and that by the trees alone, which judges the page."""

    lines: Floats
    by_trees: Floats


@dataclass(frozen=True)
class LineModel:
    """The average of the log odds of both."""

    trees: Trees
    network: Network

    def judge(self, features: Floats) -> Judged:
        """The lines of one page in order, features of shape (lines, features)."""
        trees = self.trees.log_odds(features)
        both = _SCALE * (trees + self.network.log_odds(features)) / 2 + _SHIFT
        return Judged(_probabilities(both), _probabilities(trees))


def load_line_model() -> LineModel:
    """The model with the trained weights; raises `ValueError` if it was trained on other features."""
    return LineModel(load_trees(TREES, NAMES), load_network(NETWORK, NAMES))


def _probabilities(log_odds: NDArray[np.floating]) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-log_odds)), dtype=np.float32)
