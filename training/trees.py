"""Fits gradient-boosted trees with scikit-learn and writes them as the serving path reads them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.trees import Trees


@dataclass(frozen=True)
class Growth:
    """How trees grow; `seeds` models are averaged (in log odds), each with `rounds` trees."""

    rounds: int = 120
    rate: float = 0.05
    leaves: int = 8
    least_in_leaf: int = 30
    seeds: int = 2


def fit_trees(
    features: NDArray[np.float32],
    gold: NDArray[np.bool_],
    growth: Growth,
    weights: NDArray[np.float32] | None = None,
) -> Trees:
    """Trees that predict `gold` (n,) from `features` (n, k), each row with its weight."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    nodes: list[NDArray[np.void]] = []
    bias = 0.0
    for seed in range(growth.seeds):
        model = HistGradientBoostingClassifier(
            max_iter=growth.rounds,
            learning_rate=growth.rate,
            max_leaf_nodes=growth.leaves,
            min_samples_leaf=growth.least_in_leaf,
            l2_regularization=5.0,
            max_features=0.3,
            early_stopping=False,
            random_state=seed,
        ).fit(features, gold, sample_weight=weights)
        # Scikit-learn offers no public way to its trees.
        nodes += [stage[0].nodes for stage in model._predictors]  # noqa: SLF001
        bias += float(model._baseline_prediction.item()) / growth.seeds  # noqa: SLF001
    return _trees(nodes, bias, growth.seeds)


def _trees(nodes: Sequence[NDArray[np.void]], bias: float, seeds: int) -> Trees:
    shape = (len(nodes), max(len(tree) for tree in nodes))
    feature, left, right = (np.zeros(shape, dtype=np.int16) for _ in range(3))
    threshold, values = np.zeros(shape), np.zeros(shape)
    for index, tree in enumerate(nodes):
        own, leaf = np.arange(len(tree)), tree["is_leaf"].astype(bool)
        feature[index, own] = np.where(leaf, 0, tree["feature_idx"])
        threshold[index, own] = np.where(leaf, 0.0, tree["num_threshold"])
        left[index, own] = np.where(leaf, own, tree["left"])
        right[index, own] = np.where(leaf, own, tree["right"])
        values[index, own] = np.where(leaf, tree["value"] / seeds, 0.0)
    depth = max(int(tree["depth"].max()) for tree in nodes)
    return Trees(feature, threshold, left, right, values, bias, depth)


def write_trees(path: Path, names: tuple[str, ...], trees: Trees) -> None:
    """Write `trees` with the names of their features; the same trees give the same file."""
    np.savez_compressed(
        path,
        features=np.array(names),
        feature=trees.feature,
        threshold=trees.threshold,
        left=trees.left,
        right=trees.right,
        values=trees.values,
        bias=np.float64(trees.bias),
        depth=np.int64(trees.depth),
    )
