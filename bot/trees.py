"""Gradient-boosted trees over named features, trained by `training/` and kept in the `models` package.

Scikit-learn trains them; it isn't needed to ask them.
"""

from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray


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
        nodes = self.feature.shape[1]
        start = np.arange(len(self.feature), dtype=np.int64) * nodes
        at = np.broadcast_to(start, (len(features), len(start)))
        feature, threshold = self.feature.ravel(), self.threshold.ravel()
        ways = np.stack([(self.right + start[:, None]).ravel(), (self.left + start[:, None]).ravel()])
        rows = np.arange(len(features))[:, None]
        for _ in range(self.depth):
            goes_left = features[rows, feature[at]] <= threshold[at]
            at = ways[goes_left.astype(np.int8), at]
        log_odds = self.values.ravel()[at].sum(axis=1) + self.bias
        return np.asarray(1.0 / (1.0 + np.exp(-log_odds)), dtype=np.float32)


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
