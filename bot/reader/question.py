"""A question as the reader sees it: its stems, its n-grams, its vectors, what it asks for."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.reader.asked import kinds_of
from bot.understanding.aspects import Aspect, find_aspects
from corpus.analysis.tokens import index_tokens, stem, stems, stopwords, words
from corpus.analysis.topic import topic_stems
from corpus.embedding.embedder import Embedder

Rarity = Callable[[str], float]


@dataclass(frozen=True)
class ReaderQuestion:
    """`stems`, `tokens` and `topic` map to their weight (rarity in the corpus).

    `vector` is the whole question's, `word_vectors` (words, dimensions) are those of its different telling
    words, all L2-normalised, and `word_weights` (words,) their rarity. `kinds` says what it wants to know.
    """

    stems: dict[str, float]
    tokens: dict[str, float]
    topic: dict[str, float]
    ordered: tuple[str, ...]
    vector: NDArray[np.float32]
    word_vectors: NDArray[np.float32]
    word_weights: NDArray[np.float32]
    aspects: tuple[Aspect, ...]
    kinds: frozenset[str]
    length: int


_NONE = np.zeros(0, dtype=np.float32)
NOTHING_ASKED = ReaderQuestion({}, {}, {}, (), _NONE, _NONE.reshape(0, 0), _NONE, (), frozenset(), 0)


def prepare(
    text: str, *, embedder: Embedder, rarity: Rarity, aspects: tuple[Aspect, ...] | None = None
) -> ReaderQuestion:
    """Analyse `text` once, for any number of lines."""
    stop = stopwords()
    telling = {stem(word): word for word in words(text) if word not in stop and len(word) > 2}
    return ReaderQuestion(
        stems={one: rarity(one) for one in stems(text)},
        tokens={token: rarity(token) for token in index_tokens(text)},
        topic={one: rarity(one) for one in topic_stems(text)},
        ordered=tuple(stems(text)),
        vector=embedder.embed_query(text),
        word_vectors=embedder.embed_passages(list(telling.values())),
        word_weights=np.array([rarity(one) for one in telling], dtype=np.float32),
        aspects=find_aspects(text) if aspects is None else aspects,
        kinds=kinds_of(text),
        length=len(words(text)),
    )
