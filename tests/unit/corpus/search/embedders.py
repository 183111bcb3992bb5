"""Small deterministic embedders for tests of search."""

from collections.abc import Sequence
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from corpus.analysis.tokens import index_tokens


class HashingEmbedder:
    """Adds a random but fixed vector for each token: texts that share tokens are near each other."""

    def __init__(self, name: str = "hashing", dimensions: int = 64) -> None:
        self.name = name
        self.hash = sha256(f"{name} {dimensions}".encode()).hexdigest()
        self.dimensions = dimensions
        self.asked = 0

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.stack([self._embed(text) for text in texts])

    def embed_query(self, text: str) -> NDArray[np.float32]:
        self.asked += 1
        return self._embed(text)

    def _embed(self, text: str) -> NDArray[np.float32]:
        total = np.zeros(self.dimensions, np.float32)
        for token in index_tokens(text):
            seed = int.from_bytes(sha256(token.encode()).digest()[:4])
            total += np.random.default_rng(seed).standard_normal(self.dimensions).astype(np.float32)
        length = float(np.linalg.norm(total))
        return total / np.float32(length) if length else total
