"""A logistic model over named features, trained by `training/` and kept as JSON in the `models` package."""

import json
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Logistic:
    """Standardised features times `weights` plus `bias`; `thresholds` are probabilities by name."""

    mean: NDArray[np.float32]
    scale: NDArray[np.float32]
    weights: NDArray[np.float32]
    bias: float
    thresholds: dict[str, float]

    def probabilities(self, features: NDArray[np.float32]) -> NDArray[np.float32]:
        """For features of shape (n, features) the probabilities, shape (n,)."""
        logits = ((features - self.mean) / self.scale) @ self.weights + self.bias
        return np.asarray(1.0 / (1.0 + np.exp(-logits)), dtype=np.float32)


def load_logistic(name: str, features: tuple[str, ...]) -> Logistic:
    """Read `models/<name>`; raises `ValueError` if it was trained on other features."""
    data = json.loads(files("models").joinpath(name).read_text(encoding="utf-8"))
    if tuple(data["features"]) != features:
        raise ValueError(f"models/{name} was trained on other features; run make train-reader")
    return Logistic(
        mean=np.array(data["mean"], dtype=np.float32),
        scale=np.array(data["scale"], dtype=np.float32),
        weights=np.array(data["weights"], dtype=np.float32),
        bias=float(data["bias"]),
        thresholds={key: float(value) for key, value in data["thresholds"].items()},
    )
