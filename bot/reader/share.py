"""How much of a question a text holds."""

from collections.abc import Collection, Mapping


def share(weights: Mapping[str, float], found: Collection[str]) -> float:
    """The share (0 to 1) of the weight of `weights` whose tokens are among those `found`."""
    total = sum(weights.values())
    present = set(found)
    return sum(weight for token, weight in weights.items() if token in present) / total if total else 0.0
