"""Gradient-boosted trees over named features, trained by `training/` and kept in the `models` package.

Scikit-learn trains them; it isn't needed to ask them.
"""

from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class _Flat(NamedTuple):
    """All trees in one row, as they are walked: `ways` holds for each node where right and left lead."""

    start: NDArray[np.int64]
    feature: NDArray[np.int64]
    threshold: NDArray[np.float64]
    ways: NDArray[np.int64]
    values: NDArray[np.float64]


@dataclass(frozen=True)
class Trees:
    """Trees over features; all arrays but `bias` have the shape (trees, nodes), a leaf leads to itself.

    From a node the way goes `left` where the feature's value is at most the `threshold`, else `right`. The
    `values` of the leaves reached and `bias` add up to log odds; `depth` steps reach every leaf.
    """

    feature: NDArray[np.int16]
    threshold: NDArray[np.float64]
    left: NDArray[np.int16]
    right: NDArray[np.int16]
    values: NDArray[np.float64]
    bias: float
    depth: int

    def probabilities(self, features: NDArray[np.float32]) -> NDArray[np.float32]:
        """For features of shape (n, features) the probabilities, shape (n,)."""
        return np.asarray(1.0 / (1.0 + np.exp(-self.log_odds(features))), dtype=np.float32)

    def log_odds(self, features: NDArray[np.float32]) -> NDArray[np.float64]:
        """For features of shape (n, features) the log odds, shape (n,)."""
        flat = self._flat
        at = np.broadcast_to(flat.start, (len(features), len(flat.start)))
        values = np.ascontiguousarray(features).ravel()
        rows = np.arange(len(features), dtype=np.int64)[:, None] * features.shape[1]
        for _ in range(self.depth):
            goes_left = values.take(rows + flat.feature.take(at)) <= flat.threshold.take(at)
            at = flat.ways.take(2 * at + goes_left)
        return np.asarray(flat.values.take(at).sum(axis=1) + self.bias, dtype=np.float64)

    @cached_property
    def _flat(self) -> _Flat:
        start = np.arange(len(self.feature), dtype=np.int64) * self.feature.shape[1]
        ways = np.stack([self.right + start[:, None], self.left + start[:, None]], axis=-1)
        return _Flat(
            start,
            self.feature.ravel().astype(np.int64),
            self.threshold.ravel(),
            ways.ravel(),
            self.values.ravel(),
        )


def load_trees(name: str, features: tuple[str, ...]) -> Trees:
    """Read `models/<name>`; raises `ValueError` if they were trained on other features."""
    with files("models").joinpath(name).open("rb") as file, np.load(file, allow_pickle=False) as data:
        if tuple(str(one) for one in data["features"]) != features:
            raise ValueError(f"models/{name} was trained on other features; run make train-reader")
        return Trees(
            feature=data["feature"],
            threshold=data["threshold"],
            left=data["left"],
            right=data["right"],
            values=data["values"],
            bias=float(data["bias"]),
            depth=int(data["depth"]),
        )
