"""The learned weights of re-ranking."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from corpus.search.ranking.asked import Asked
from corpus.search.ranking.features import NAMES, Floats, Found, features
from corpus.search.ranking.profile import Profile

FILE = "ranking-de.json"


@dataclass(frozen=True)
class RankingModel:
    """A weight for each of `features.NAMES`, in units of the fused score: the first is 1."""

    weights: Floats

    def scores(self, asked: Asked, found: Sequence[Found], profiles: Sequence[Profile]) -> Floats:
        """The weighted sum of each document's features, shape (documents,)."""
        weighed: Floats = features(asked, found, profiles) @ self.weights
        return weighed


@cache
def load_ranking() -> RankingModel:
    """The weights that come with the program; features without a weight (made anew by training) count 0."""
    weights = json.loads(files("models").joinpath(FILE).read_text(encoding="utf-8"))["weights"]
    return RankingModel(np.array([weights.get(name, 0.0) for name in NAMES], dtype=np.float64))
