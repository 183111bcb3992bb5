"""The vector of a passage: its text's, leaning towards its title's and its heading's."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.embedding.embedder import Embedder
from corpus.records import Passage

TITLE = 0.75
HEADING = 0.3
"""How much title and heading count beside the text, which counts 1.

A mean over the words of a long text says little of what it is about, and a title of two words drowns in it.
With vectors of equal length added up, its share no longer depends on how long the text is.
"""


def passage_vectors(passages: Sequence[Passage], embedder: Embedder) -> NDArray[np.float32]:
    """One row a passage, of length 1: (n, dimensions). The row of a passage that says nothing is zero."""
    total = _rows([passage.text for passage in passages], embedder)
    total += TITLE * _rows([passage.title for passage in passages], embedder)
    total += HEADING * _rows([passage.heading for passage in passages], embedder)
    lengths = np.linalg.norm(total, axis=1, keepdims=True)
    vectors: NDArray[np.float32] = total / np.maximum(lengths, np.float32(1e-12))
    return vectors


def _rows(texts: Sequence[str], embedder: Embedder) -> NDArray[np.float32]:
    """The vectors of `texts`, each different one computed once; an empty text has none."""
    different = {text: place for place, text in enumerate(dict.fromkeys(text for text in texts if text))}
    rows = np.zeros((len(different) + 1, embedder.dimensions), dtype=np.float32)
    if different:
        rows[:-1] = embedder.embed_passages(list(different))
    return rows[[different.get(text, -1) for text in texts]]
