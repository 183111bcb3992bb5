"""A question as the reader sees it: its stems, its n-grams, its vector, what it asks for."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.understanding.aspects import Aspect, find_aspects
from corpus.analysis.tokens import index_tokens, stems
from corpus.embedding.embedder import Embedder

Rarity = Callable[[str], float]


@dataclass(frozen=True)
class ReaderQuestion:
    """`stems` and `tokens` map to their weight (rarity in the corpus), `vector` is L2-normalised."""

    stems: dict[str, float]
    tokens: dict[str, float]
    vector: NDArray[np.float32]
    aspects: tuple[Aspect, ...]


NOTHING_ASKED = ReaderQuestion({}, {}, np.zeros(0, dtype=np.float32), ())


def prepare(
    text: str, *, embedder: Embedder, rarity: Rarity, aspects: tuple[Aspect, ...] | None = None
) -> ReaderQuestion:
    """Analyse `text` once, for any number of lines."""
    return ReaderQuestion(
        stems={stem: rarity(stem) for stem in stems(text)},
        tokens={token: rarity(token) for token in index_tokens(text)},
        vector=embedder.embed_query(text),
        aspects=find_aspects(text) if aspects is None else aspects,
    )
