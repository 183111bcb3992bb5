"""The weights of search in one place."""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class FieldWeights:
    """How much a match in a field of the lexical index counts."""

    title: float = 1.0
    keywords: float = 1.0
    heading: float = 1.0
    body: float = 1.0

    def by_field(self) -> tuple[tuple[str, float], ...]:
        """The names of the index fields with their weights."""
        return tuple((field.name, float(getattr(self, field.name))) for field in fields(self))


@dataclass(frozen=True)
class TokenWeights:
    """How much a token of the question counts beside a word that names its subject."""

    filler: float = 0.4
    gram: float = 0.2
    official: float = 0.3


@dataclass(frozen=True)
class SearchWeights:
    """How evidence is weighed; all but the field weights are in standard deviations of a search's candidates.

    A passage scores `lexical` × its BM25, plus `document` × its whole document's BM25, plus `dense` × its
    cosine similarity (each as a z-score), plus `kind` where its section is of a kind that was asked for. A
    document scores as its best passage does: adding more of them only helped long documents. Chosen on the
    training questions of a guide of 495 pages, where all values near these do about as well.
    """

    passage_fields: FieldWeights = FieldWeights(title=1.0, keywords=1.0, heading=0.5, body=1.0)
    document_fields: FieldWeights = FieldWeights(title=0.5, keywords=1.0, heading=0.25, body=1.0)
    tokens: TokenWeights = TokenWeights()
    lexical: float = 1.0
    document: float = 0.5
    dense: float = 0.7
    kind: float = 0.5
    candidates: int = 100
    """How many passages each index is asked for."""
    rerank: bool = True
    """Whether the first documents are put in order anew by `corpus.search.ranking`."""
