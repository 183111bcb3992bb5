"""How much of a question a text holds."""

from collections.abc import Container, Mapping


def share(weights: Mapping[str, float], found: Container[str]) -> float:
    """The share (0 to 1) of the weight of `weights` whose tokens are among those `found`."""
    total = sum(weights.values())
    return sum(weight for token, weight in weights.items() if token in found) / total if total else 0.0
