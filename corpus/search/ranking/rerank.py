"""Puts the first documents of a search in order by the learned weights."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from corpus.search.fusion import Evidence, ScoredDocument
from corpus.search.ranking.asked import Asked
from corpus.search.ranking.features import Found
from corpus.search.ranking.model import RankingModel
from corpus.search.ranking.profiles import Profiles

PASSAGES = 5
"""How many of a document's passages, the best by fused score, are looked at."""


def found_of(document: ScoredDocument, evidence: Evidence) -> Found:
    """What fusion says of a document, as the features need it."""
    dense = evidence.dense or {}
    nearest = (dense.get(one.passage_id, 0.0) for one in document.passages[:PASSAGES])
    return Found(document.score, tuple(nearest))


def rerank(
    documents: Sequence[ScoredDocument],
    evidence: Evidence,
    asked: Asked,
    profiles: Profiles,
    model: RankingModel,
) -> list[ScoredDocument]:
    """The documents by the model's scores, best first; equal ones keep their order.

    The scores are moved so that the first document keeps the one that fusion gave it: how far a document
    stands out of what was found is what others judge it by.
    """
    if not documents:
        return []
    known = profiles.of([one.document_id for one in documents])
    scores = model.scores(asked, [found_of(one, evidence) for one in documents], known)
    order = np.argsort(-scores, kind="stable")
    moved = scores + (documents[order[0]].score - scores[order[0]])
    return [replace(documents[place], score=float(moved[place])) for place in order]
