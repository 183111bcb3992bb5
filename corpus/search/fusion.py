"""Fusion: z-scores of lexical and dense evidence, weighted and added, rolled up to documents.

A z-score keeps how far a passage stands out, which the ranks that reciprocal rank fusion adds up lose.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.records import SectionKind
from corpus.search.weights import SearchWeights


@dataclass(frozen=True)
class Candidate:
    """A passage that one of the indexes found: its document and the kind of its section."""

    document_id: str
    kind: SectionKind


@dataclass(frozen=True)
class Evidence:
    """What the indexes say, by id: raw scores. `dense` is None where the dense index wasn't asked."""

    passages: Mapping[str, float]
    documents: Mapping[str, float]
    dense: Mapping[str, float] | None


class Scored(NamedTuple):
    """A candidate with its fused score."""

    passage_id: str
    document_id: str
    score: float


@dataclass(frozen=True)
class ScoredDocument:
    """A document with its score and its candidates, best first."""

    document_id: str
    score: float
    passages: tuple[Scored, ...]


def fuse(
    candidates: Mapping[str, Candidate],
    evidence: Evidence,
    kinds: Collection[SectionKind],
    weights: SearchWeights,
) -> list[Scored]:
    """All candidates by fused score, best first; equal ones by id, so that the order is always the same."""
    ids = list(candidates)
    lexical = z_scores([evidence.passages.get(one, 0.0) for one in ids])
    documents = z_scores([evidence.documents.get(candidates[one].document_id, 0.0) for one in ids])
    total = weights.lexical * lexical + weights.document * documents
    if evidence.dense is not None:
        lowest = min(evidence.dense.values(), default=0.0)
        total += weights.dense * z_scores([evidence.dense.get(one, lowest) for one in ids])
    total += weights.kind * np.array([candidates[one].kind in kinds for one in ids], dtype=np.float64)
    scored = [
        Scored(one, candidates[one].document_id, score)
        for one, score in zip(ids, total.tolist(), strict=True)
    ]
    return sorted(scored, key=lambda one: (-one.score, one.passage_id))


def roll_up(scored: Sequence[Scored]) -> list[ScoredDocument]:
    """Documents by their best passages' scores, best first; `scored` has to be ordered."""
    passages: dict[str, list[Scored]] = defaultdict(list)
    for one in scored:
        passages[one.document_id].append(one)
    documents = [
        ScoredDocument(document_id, own[0].score, tuple(own)) for document_id, own in passages.items()
    ]
    return sorted(documents, key=lambda one: (-one.score, one.document_id))


def z_scores(values: Sequence[float]) -> NDArray[np.float64]:
    """How many standard deviations each value lies above the mean; zeros where all are the same."""
    given = np.asarray(values, dtype=np.float64)
    if not len(given) or np.ptp(given) < 1e-9:
        return np.zeros(len(given))
    scores: NDArray[np.float64] = (given - given.mean()) / given.std()
    return scores
