"""One search over both indexes: collect candidates, complete their scores, fuse, roll up."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.records import Audience, Passage, SectionKind
from corpus.search.dense import DenseIndex
from corpus.search.fusion import Candidate, Evidence, Scored, ScoredDocument, fuse, roll_up
from corpus.search.lexical import LexicalIndex
from corpus.search.results import DocumentHit, Hit, Results
from corpus.search.weights import SearchWeights

HITS_OF_A_DOCUMENT = 5
POOL = 30
"""How many of the documents that fusion puts first are put in order anew."""

Reorder = Callable[[Sequence[ScoredDocument], Evidence], list[ScoredDocument]]


@dataclass(frozen=True)
class LexicalPair:
    """The lexical indexes of passages and of whole documents."""

    passages: LexicalIndex
    documents: LexicalIndex


@dataclass(frozen=True)
class Lookup:
    """Where search gets what it has to know of passages, by their ids."""

    candidates: Callable[[Collection[str]], Mapping[str, Candidate]]
    passages: Callable[[Sequence[str]], Mapping[str, Passage]]


def collect(
    tokens: Mapping[str, float],
    lexical: LexicalPair,
    dense: DenseIndex | None,
    vector: NDArray[np.float32] | None,
    audiences: Collection[Audience],
    weights: SearchWeights,
) -> Evidence:
    """Ask the indexes for their best candidates, and the dense one for the similarities of the others."""
    if dense is None or vector is None:
        return Evidence(*_lexical(tokens, lexical, audiences, weights), None)
    collections = dense.collections(audiences)
    # Both indexes let other threads run while they search.
    nearest = dense.begin(vector, weights.candidates, collections)
    passages, documents = _lexical(tokens, lexical, audiences, weights)
    near = nearest.result()
    near |= dense.similarities(vector, [one for one in passages if one not in near], collections)
    return Evidence(passages, documents, near)


def _lexical(
    tokens: Mapping[str, float],
    lexical: LexicalPair,
    audiences: Collection[Audience],
    weights: SearchWeights,
) -> tuple[dict[str, float], dict[str, float]]:
    """The BM25 scores of the best passages and of the best documents, by id."""
    passages = lexical.passages.search(tokens, weights.candidates, weights.passage_fields, audiences)
    documents = lexical.documents.search(tokens, weights.candidates, weights.document_fields, audiences)
    return {match.id: match.score for match in passages}, {match.id: match.score for match in documents}


def rank(
    evidence: Evidence,
    lookup: Lookup,
    limit: int,
    kinds: Collection[SectionKind],
    weights: SearchWeights,
    reorder: Reorder | None = None,
) -> Results:
    """The best `limit` documents and passages for this evidence; `reorder` puts the first documents anew."""
    candidates = lookup.candidates([*{**evidence.passages, **(evidence.dense or {})}])
    scored = fuse(candidates, evidence, kinds, weights)
    documents = roll_up(scored)
    if reorder is not None:
        documents = reorder(documents[: max(limit, POOL)], evidence)
    documents = documents[:limit]
    shown = [one for document in documents for one in document.passages[:HITS_OF_A_DOCUMENT]]
    passages = lookup.passages([*{one.passage_id: None for one in (*shown, *scored[:limit])}])

    def hit(one: Scored) -> Hit:
        return Hit(
            passage=passages[one.passage_id],
            score=one.score,
            lexical=evidence.passages.get(one.passage_id, 0.0),
            dense=(evidence.dense or {}).get(one.passage_id, 0.0),
        )

    def document_hit(one: ScoredDocument) -> DocumentHit:
        return DocumentHit(
            one.document_id,
            one.score,
            tuple(hit(part) for part in one.passages[:HITS_OF_A_DOCUMENT]),
            evidence.documents.get(one.document_id, 0.0),
        )

    return Results(
        documents=tuple(document_hit(one) for one in documents),
        hits=tuple(hit(one) for one in scored[:limit]),
        complete=evidence.dense is not None,
    )
