"""Trees are asked by following thresholds, and refuse features that they don't know."""

import numpy as np
import pytest

from bot.reader.line_model import TREES
from bot.reader.names import NAMES
from bot.trees import Trees, load_trees


def _stump() -> Trees:
    """At most 0.5 in the second feature: -1, else +1."""
    return Trees(
        feature=np.array([[1, 0, 0]], dtype=np.int16),
        threshold=np.array([[0.5, 0.0, 0.0]]),
        left=np.array([[1, 1, 2]], dtype=np.int16),
        right=np.array([[2, 1, 2]], dtype=np.int16),
        values=np.array([[0.0, -1.0, 1.0]]),
        bias=0.5,
        depth=1,
    )


def test_a_value_at_the_threshold_goes_left() -> None:
    asked = np.array([[9.0, 0.5], [9.0, 0.6]], dtype=np.float32)
    log_odds = np.array([0.5 - 1.0, 0.5 + 1.0])
    assert _stump().probabilities(asked) == pytest.approx(1 / (1 + np.exp(-log_odds)))


def test_a_leaf_leads_to_itself_however_deep_one_goes() -> None:
    one = _stump()
    deeper = Trees(one.feature, one.threshold, one.left, one.right, one.values, one.bias, depth=5)
    asked = np.array([[0.0, 1.0]], dtype=np.float32)
    assert deeper.probabilities(asked) == pytest.approx(one.probabilities(asked))


def test_no_rows_have_no_probabilities() -> None:
    assert _stump().probabilities(np.zeros((0, 2), dtype=np.float32)).shape == (0,)


def test_weights_for_other_features_are_refused() -> None:
    with pytest.raises(ValueError, match="make train-reader"):
        load_trees(TREES, NAMES[1:])
