"""A small convolutional network along the lines of a page, trained by `training/`, asked with NumPy.

Trees see one line at a time, and of its neighbours only what its features tell. The network sees all features
of the two lines before and after, and learns where an answer begins and ends.
"""

from dataclasses import dataclass, fields
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
FARTHEST = 4.0
"""Standardised features end here: pages of other cities may lie far outside of what was trained on."""


@dataclass(frozen=True)
class Network:
    """Several networks alike in shape, side by side; their log odds are averaged.

    `mean` and `scale` (features,) standardise the features. `enter` (networks, features, hidden) leads to the
    hidden values, `passes` (layers, networks, width, hidden, hidden) adds to them what the `width` lines
    around each say, `leave` (networks, hidden) and `direct` (networks, features) give the log odds.
    """

    mean: Floats
    scale: Floats
    enter: Floats
    enter_bias: Floats
    passes: Floats
    passes_bias: Floats
    leave: Floats
    direct: Floats
    bias: Floats

    def log_odds(self, features: Floats) -> Floats:
        """For the lines of one page in order, features (lines, features), their log odds (lines,)."""
        x = np.clip((features - self.mean) / self.scale, -FARTHEST, FARTHEST)
        hidden = np.maximum(x @ self.enter + self.enter_bias[:, None], 0)
        for weights, bias in zip(self.passes, self.passes_bias, strict=True):
            hidden = hidden + np.maximum(_convolved(hidden, weights) + bias[:, None], 0)
        each = (hidden @ self.leave[:, :, None])[..., 0] + self.direct @ x.T + self.bias[:, None]
        return np.asarray(each.mean(axis=0), dtype=np.float32)


def _convolved(hidden: Floats, weights: Floats) -> Floats:
    """What the lines around each line say; `hidden` (networks, lines, hidden), nothing beyond the page."""
    width = weights.shape[1]
    padded = np.pad(hidden, ((0, 0), (width // 2, width // 2), (0, 0)))
    lines = hidden.shape[1]
    return np.asarray(
        sum(padded[:, at : at + lines] @ weights[:, at] for at in range(width)), dtype=np.float32
    )


def load_network(name: str, features: tuple[str, ...]) -> Network:
    """Read `models/<name>`; raises `ValueError` if it was trained on other features."""
    with files("models").joinpath(name).open("rb") as file, np.load(file, allow_pickle=False) as data:
        if tuple(str(one) for one in data["features"]) != features:
            raise ValueError(f"models/{name} was trained on other features; run make train-reader")
        return Network(**{one.name: data[one.name].astype(np.float32) for one in fields(Network)})
