"""Answers stand in runs of lines: a line between two that answer is likelier to answer, one alone less."""

import numpy as np
from numpy.typing import NDArray

_STAY, _ENTER = 0.75, 0.1
"""How likely a line answers after one that does, and after one that doesn't."""
_RARE = 1.5
"""Log odds against a line that nothing is known of: what turns its probability into evidence."""
_LEAST = 1e-4


def in_runs(lines: NDArray[np.float32]) -> NDArray[np.float32]:
    """The probabilities `lines` (lines,) after a look at their neighbours.

    The lines' own log odds and those that a two-state hidden Markov model gives them (forward-backward
    algorithm, Rabiner 1989) are averaged: neighbours share features, so its evidence alone counts twice.
    """
    own = _log_odds(lines)
    together = _log_odds(_smoothed(own + _RARE)) - _RARE
    return np.asarray(1.0 / (1.0 + np.exp(-(own + together) / 2)), dtype=np.float32)


def _smoothed(evidence: NDArray[np.float64]) -> NDArray[np.float64]:
    """The probability of each line to answer, given the evidence (log likelihood ratios) of all."""
    ways = np.array([[1 - _ENTER, _ENTER], [1 - _STAY, _STAY]])
    weights = np.stack([np.ones_like(evidence), np.exp(evidence)], axis=1)
    forward, backward = np.empty_like(weights), np.ones_like(weights)
    state = ways[0]
    for index, weight in enumerate(weights):
        reached = state * weight
        forward[index] = reached / reached.sum()
        state = forward[index] @ ways
    for index in range(len(weights) - 2, -1, -1):
        left = ways @ (backward[index + 1] * weights[index + 1])
        backward[index] = left / left.sum()
    both = forward * backward
    return np.asarray(both[:, 1] / both.sum(axis=1), dtype=np.float64)


def _log_odds(probabilities: NDArray[np.float32] | NDArray[np.float64]) -> NDArray[np.float64]:
    clipped = np.clip(probabilities.astype(np.float64), _LEAST, 1 - _LEAST)
    return np.asarray(np.log(clipped / (1 - clipped)), dtype=np.float64)
