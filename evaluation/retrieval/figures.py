"""Recall and normalised discounted cumulative gain."""

from collections.abc import Iterable, Sequence
from math import log2

from pydantic import BaseModel, ConfigDict

from evaluation.kinds import by_kind
from evaluation.retrieval.case import RetrievalCase

FIRST_GAIN = 3.0
OTHER_GAIN = 1.0


class RetrievalFigures(BaseModel):
    """Means over `n` questions; None where there are none."""

    model_config = ConfigDict(frozen=True)

    n: int
    recall_at_1: float | None
    recall_at_5: float | None
    ndcg_at_5: float | None


def figures(cases: Iterable[RetrievalCase]) -> dict[str, RetrievalFigures]:
    """The figures by kind and over all."""
    return {kind: _figures(group) for kind, group in by_kind(cases).items()}


def recall_at(k: int, gold: Sequence[str], ranked: Sequence[str]) -> float:
    """1.0 if any gold document is among the first `k`, else 0.0."""
    return float(bool(set(gold) & set(ranked[:k])))


def ndcg_at(k: int, gold: Sequence[str], ranked: Sequence[str]) -> float:
    """nDCG (Järvelin and Kekäläinen 2002), gain 3 for the first gold document and 1 for the others.

    The discount is log2 of the place plus one; the ideal ranking is the gold list itself, so 1.0 means that
    it came first and in its order.
    """
    distinct = list(dict.fromkeys(gold))
    gains = {document: FIRST_GAIN if place == 0 else OTHER_GAIN for place, document in enumerate(distinct)}
    ideal = _discounted([gains[document] for document in distinct[:k]])
    return _discounted([gains.get(document, 0.0) for document in ranked[:k]]) / ideal if ideal else 0.0


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / log2(place + 2) for place, gain in enumerate(gains))


def _figures(cases: Sequence[RetrievalCase]) -> RetrievalFigures:
    return RetrievalFigures(
        n=len(cases),
        recall_at_1=_mean([recall_at(1, case.gold, case.ranked) for case in cases]),
        recall_at_5=_mean([recall_at(5, case.gold, case.ranked) for case in cases]),
        ndcg_at_5=_mean([ndcg_at(5, case.gold, case.ranked) for case in cases]),
    )


def _mean(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), 4) if values else None
