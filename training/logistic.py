"""Fits the small logistic models and writes them as the serving path reads them."""

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.logistic import Logistic

Fitted = Logistic


def fit(features: NDArray[np.float32], gold: NDArray[np.bool_], *, strength: float) -> Fitted:
    """A logistic model of `gold` (n,) by `features` (n, k), by Newton's method with an L2 penalty.

    `strength` is the penalty on standardised weights; the bias is free.
    """
    mean, scale = features.mean(axis=0), features.std(axis=0) + 1e-6
    x = np.concatenate([(features - mean) / scale, np.ones((len(features), 1))], axis=1).astype(np.float64)
    y = gold.astype(np.float64)
    penalty = np.full(x.shape[1], strength)
    penalty[-1] = 0.0
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + penalty * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty + 1e-9)
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if np.abs(step).max() < 1e-8:
            break
    return Logistic(
        mean=mean.astype(np.float32),
        scale=scale.astype(np.float32),
        weights=w[:-1].astype(np.float32),
        bias=float(w[-1]),
        thresholds={},
    )


def write(path: Path, names: tuple[str, ...], model: Fitted, thresholds: Mapping[str, float]) -> None:
    """Write `model` as JSON with its feature names and thresholds."""
    data = {
        "features": names,
        "mean": _rounded(model.mean),
        "scale": _rounded(model.scale),
        "weights": _rounded(model.weights),
        "bias": round(model.bias, 6),
        "thresholds": dict(thresholds),
    }
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def _rounded(values: NDArray[np.float32]) -> list[float]:
    return [round(float(value), 6) for value in values]
