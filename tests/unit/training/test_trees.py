"""Trees as they are served say what scikit-learn's own say."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.trees import Trees
from training.trees import Growth, fit_trees, write_trees

_GROWTH = Growth(rounds=30, leaves=6, least_in_leaf=10, seeds=1)


@pytest.fixture(scope="module")
def features() -> NDArray[np.float32]:
    return np.random.default_rng(1).normal(size=(600, 5)).astype(np.float32)


@pytest.fixture(scope="module")
def gold(features: NDArray[np.float32]) -> NDArray[np.bool_]:
    return (features[:, 0] * features[:, 1] > 0.2) | (features[:, 2] > 1.5)


@pytest.fixture(scope="module")
def trees(features: NDArray[np.float32], gold: NDArray[np.bool_]) -> Trees:
    return fit_trees(features, gold, _GROWTH)


def test_served_trees_equal_scikit_learns(
    trees: Trees, features: NDArray[np.float32], gold: NDArray[np.bool_]
) -> None:
    from sklearn.ensemble import HistGradientBoostingClassifier

    model = HistGradientBoostingClassifier(
        max_iter=30,
        learning_rate=_GROWTH.rate,
        max_leaf_nodes=6,
        min_samples_leaf=10,
        l2_regularization=5.0,
        max_features=0.3,
        early_stopping=False,
        random_state=0,
    ).fit(features, gold)
    unseen = np.random.default_rng(2).normal(size=(200, 5)).astype(np.float32)
    assert np.allclose(trees.probabilities(unseen), model.predict_proba(unseen)[:, 1], atol=1e-6)


def test_trees_learn_what_no_straight_line_tells_apart(
    trees: Trees, features: NDArray[np.float32], gold: NDArray[np.bool_]
) -> None:
    right = (trees.probabilities(features) > 0.5) == gold
    assert right.mean() > 0.9


def test_the_same_trees_give_the_same_file(trees: Trees, tmp_path: Path) -> None:
    names = ("a", "b", "c", "d", "e")
    write_trees(tmp_path / "one.npz", names, trees)
    write_trees(tmp_path / "two.npz", names, trees)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_a_row_without_weight_does_not_count(features: NDArray[np.float32], gold: NDArray[np.bool_]) -> None:
    weights = gold.astype(np.float32) + 1e-9
    trees = fit_trees(features, gold, _GROWTH, weights)
    assert trees.probabilities(features).min() > 0.9
