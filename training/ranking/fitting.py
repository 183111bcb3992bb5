"""Fits the weights of re-ranking to examples, and says how well weights order them."""

from collections.abc import Sequence

import numpy as np

from corpus.search.ranking.features import Floats
from evaluation.retrieval.figures import ndcg_at, recall_at
from training.ranking.examples import Example

FOLDS = 5
SEED = 20260601
STRENGTH = 10.0
"""The penalty on standardised weights; that of the fused score, the first, is free."""
_STEPS = 50


def fit(examples: Sequence[Example], strength: float = STRENGTH) -> Floats:
    """The weights (names,) by which the documents that answer come first, the first of them being 1.

    A conditional logistic model (McFadden 1974; ListNet's top-one loss, Cao et al. 2007): each question is a
    choice among its documents. Newton's method with the expected Hessian.
    """
    taught = [example for example in examples if example.teaches]
    scale = np.concatenate([example.features for example in taught]).std(axis=0) + 1e-9
    penalty = np.full(len(scale), strength)
    penalty[0] = 1e-6
    w = np.zeros(len(scale))
    w[0] = 1.0
    for _ in range(_STEPS):
        gradient, hessian = penalty * w, np.diag(penalty)
        for example in taught:
            x = example.features / scale
            p = _softmax(x @ w)
            right = p * example.gold
            right = right / right.sum()
            mean = x.T @ p
            gradient = gradient + mean - x.T @ right
            hessian = hessian + (x * p[:, None]).T @ x - np.outer(mean, mean)
        step = np.linalg.solve(hessian, gradient)
        w = w - step
        if np.abs(step).max() < 1e-6:
            break
    weights: Floats = w / scale
    in_units_of_the_first: Floats = weights / weights[0]
    return in_units_of_the_first


def figures(examples: Sequence[Example], weights: Floats | None = None) -> Floats:
    """Means of recall@1, recall@5 and nDCG@5 over all examples; without `weights` those of fusion alone."""
    rows = []
    for example in examples:
        order = range(len(example.ids))
        if weights is not None:
            order = np.argsort(-(example.features @ weights), kind="stable").tolist()
        ranked = [example.ids[place] for place in order]
        wanted = example.wanted
        rows.append((recall_at(1, wanted, ranked), recall_at(5, wanted, ranked), ndcg_at(5, wanted, ranked)))
    means: Floats = np.array(rows).mean(axis=0)
    return means


def cross_validated(examples: Sequence[Example], made: Sequence[Example]) -> Floats:
    """The figures of `examples`, each ordered by weights that haven't seen its page; `made` teach always."""
    pages = sorted({example.page for example in examples})
    order = np.random.default_rng(SEED).permutation(len(pages))
    fold_of = {pages[index]: place % FOLDS for place, index in enumerate(order)}
    total = np.zeros(3)
    for fold in range(FOLDS):
        weights = fit([*(one for one in examples if fold_of[one.page] != fold), *made])
        held_out = [one for one in examples if fold_of[one.page] == fold]
        total += figures(held_out, weights) * len(held_out)
    return total / len(examples)


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max())
    probabilities: Floats = powers / powers.sum()
    return probabilities
