"""The network learns what only the lines beside a line tell, the same each time."""

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.reader.network import Network
from training.line_network import Plan, fit_network, write_network

_PLAN = Plan(networks=1, hidden=8, layers=1, epochs=40, rate=0.02, dropout=0.0, input_dropout=0.0, batch=16)
_NAMES = ("telling", "constant")
Pages = tuple[list[NDArray[np.float32]], list[NDArray[np.bool_]]]


@pytest.fixture(scope="module")
def pages() -> Pages:
    """A line answers if the one before it tells so; the second feature never varies."""
    random = np.random.default_rng(5)
    tables, gold = [], []
    for _ in range(60):
        telling = random.choice([-1.0, 1.0], size=int(random.integers(3, 12)))
        tables.append(np.stack([telling, np.full(len(telling), 0.3)], axis=1).astype(np.float32))
        gold.append(np.append(False, telling[:-1] > 0))
    return tables, gold


@pytest.fixture(scope="module")
def network(pages: Pages) -> Network:
    return fit_network(*pages, _PLAN)


def test_the_line_before_tells_whether_a_line_answers(network: Network) -> None:
    telling = np.array([1, -1, 1, 1, -1, -1, 1], dtype=np.float32)
    table = np.stack([telling, np.full(7, 0.3, dtype=np.float32)], axis=1)
    assert ((network.log_odds(table) > 0) == [False, True, False, True, True, False, False]).all()


def test_a_feature_that_never_varied_has_no_say(network: Network) -> None:
    table = np.array([[1, 0.3], [-1, 0.3], [1, 0.3]], dtype=np.float32)
    other = table + np.array([0, 50], dtype=np.float32)
    assert network.log_odds(other) == pytest.approx(network.log_odds(table))


def test_the_same_pages_give_the_same_network(pages: Pages, network: Network) -> None:
    again = fit_network(*pages, _PLAN)
    for one in fields(Network):
        assert np.array_equal(getattr(again, one.name), getattr(network, one.name)), one.name


def test_what_is_written_is_what_was_fitted(network: Network, tmp_path: Path) -> None:
    write_network(tmp_path / "one.npz", _NAMES, network)
    write_network(tmp_path / "two.npz", _NAMES, network)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    with np.load(tmp_path / "one.npz") as data:
        assert tuple(data["features"]) == _NAMES
        for one in fields(Network):
            assert np.array_equal(data[one.name].astype(np.float32), getattr(network, one.name)), one.name
