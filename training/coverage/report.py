"""Prints how well questions about subjects that weren't trained on are told apart."""

from collections.abc import Callable, Sequence

import numpy as np

from bot.trees import Trees
from training.coverage.example import Example, table

_FOLDS = 5
_THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)


def report(
    examples: Sequence[Example], fit: Callable[[Sequence[Example]], Trees], random: np.random.Generator
) -> None:
    """Five-fold by subject: the share of uncovered and covered questions that each threshold refuses."""
    names = sorted({one.subject for one in examples})
    fold_of = {names[index]: place % _FOLDS for place, index in enumerate(random.permutation(len(names)))}
    folds = np.array([fold_of[one.subject] for one in examples])
    rows = table(examples)
    covers = np.array([one.covers for one in examples])
    p = np.zeros(len(examples), dtype=np.float32)
    for fold in range(_FOLDS):
        others = [one for one, own in zip(examples, folds, strict=True) if own != fold]
        p[folds == fold] = fit(others).probabilities(rows[folds == fold])
    for source in sorted({one.source for one in examples}):
        here = np.array([one.source == source for one in examples])
        print(f"{source}: {int((here & covers).sum())} covered, {int((here & ~covers).sum())} not")  # noqa: T201
        for threshold in _THRESHOLDS:
            refused, wrongly = (p[here & ~covers] < threshold).mean(), (p[here & covers] < threshold).mean()
            print(f"  {threshold:.2f}: refused {refused:.3f} of uncovered, {wrongly:.3f} of covered")  # noqa: T201
