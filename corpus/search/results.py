"""What a search finds: passages, and documents by the evidence of their passages."""

from dataclasses import dataclass

from corpus.records import Passage


@dataclass(frozen=True)
class Hit:
    """A passage found, with its scores.

    `score` is the fused one: it orders the hits of one search and means nothing beside another search's.
    `lexical` is the BM25 score (0.0 where no token matches), `dense` the cosine similarity of question and
    passage (-1 to 1; 0.0 where the dense index wasn't asked).
    """

    passage: Passage
    score: float
    lexical: float
    dense: float


@dataclass(frozen=True)
class DocumentHit:
    """A document found, with its passages among the hits, best first.

    `score` orders the documents of one search: the best passage's fused score, adjusted by re-ranking.
    `lexical` is the BM25 score of the whole document (0.0 where no token matches).
    """

    document_id: str
    score: float
    hits: tuple[Hit, ...]
    lexical: float = 0.0


@dataclass(frozen=True)
class Results:
    """What a search found, best first: documents, and passages of all documents.

    `complete` is False where the dense index was still being opened and only the lexical one was asked.
    """

    documents: tuple[DocumentHit, ...]
    hits: tuple[Hit, ...]
    complete: bool = True
