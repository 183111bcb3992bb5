"""The network reads along the lines of one page, and refuses features that it doesn't know."""

from dataclasses import replace

import numpy as np
import pytest

from bot.reader.line_model import NETWORK, LineModel, load_line_model
from bot.reader.names import NAMES
from bot.reader.network import Network, load_network


def _adds_up_neighbours() -> Network:
    """One feature; the log odds add up the values of a line and of those beside it, as the tests say."""
    one = np.ones((1, 1, 1), dtype=np.float32)
    return Network(
        mean=np.zeros(1, dtype=np.float32),
        scale=np.ones(1, dtype=np.float32),
        enter=one,
        enter_bias=one[0],
        passes=np.ones((1, 1, 3, 1, 1), dtype=np.float32),
        passes_bias=np.full((1, 1, 1), -4, dtype=np.float32),
        leave=one[0],
        direct=np.zeros((1, 1), dtype=np.float32),
        bias=np.full(1, -0.5, dtype=np.float32),
    )


def _page(*values: float) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.array(values, dtype=np.float32).reshape(-1, 1)


def test_a_line_is_seen_with_those_beside_it() -> None:
    # Hidden: 2, 3, 4; those around add up to 5, 9 and 7, of which what exceeds 4 is added.
    assert _adds_up_neighbours().log_odds(_page(1, 2, 3)) == pytest.approx([2.5, 7.5, 6.5])


def test_nothing_is_beyond_the_first_and_the_last_line() -> None:
    assert _adds_up_neighbours().log_odds(_page(1)) == pytest.approx([1.5])
    assert _adds_up_neighbours().log_odds(_page()).shape == (0,)


def test_a_value_far_outside_of_what_was_trained_on_counts_as_far_and_no_more() -> None:
    network = _adds_up_neighbours()
    assert network.log_odds(_page(1e6)) == pytest.approx(network.log_odds(_page(4)))


def test_a_feature_that_never_varied_in_training_says_nothing() -> None:
    network = replace(_adds_up_neighbours(), scale=np.array([np.inf], dtype=np.float32))
    assert network.log_odds(_page(3)) == pytest.approx(network.log_odds(_page(-3)))


def test_networks_side_by_side_are_averaged() -> None:
    one = _adds_up_neighbours()
    both = replace(
        one,
        **{
            name: np.concatenate([getattr(one, name)] * 2, axis=axis)
            for name, axis in {
                "enter": 0,
                "enter_bias": 0,
                "passes": 1,
                "passes_bias": 1,
                "leave": 0,
                "direct": 0,
            }.items()
        },
        bias=np.array([-0.5, 1.5], dtype=np.float32),
    )
    assert both.log_odds(_page(1, 2)) == pytest.approx(one.log_odds(_page(1, 2)) + 1)


def test_weights_for_other_features_are_refused() -> None:
    with pytest.raises(ValueError, match="make train-reader"):
        load_network(NETWORK, NAMES[1:])


def test_both_models_have_a_say() -> None:
    model = load_line_model()
    table = np.random.default_rng(3).normal(size=(6, len(NAMES))).astype(np.float32)
    surer_network = LineModel(model.trees, replace(model.network, bias=model.network.bias + 1))
    surer_trees = LineModel(replace(model.trees, bias=model.trees.bias + 1), model.network)
    assert (surer_network.judge(table).lines > model.judge(table).lines).all()
    assert (surer_trees.judge(table).lines > model.judge(table).lines).all()
