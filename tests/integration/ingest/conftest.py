"""An embedding without a model, and cities that point at the tests' own website."""

import hashlib
from collections.abc import Callable, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.city import City
from corpus.embedding.embedder import Embedder

DIMENSIONS = 64


class HashedWords:
    """An embedding that knows which words are the same, and nothing else; enough for building generations."""

    name = "hashed-words"
    hash = hashlib.sha256(b"hashed-words").hexdigest()
    dimensions = DIMENSIONS

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([self.embed_query(text) for text in texts], dtype=np.float32).reshape(-1, DIMENSIONS)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        vector = np.zeros(DIMENSIONS, dtype=np.float32)
        for word in text.lower().split():
            vector[hashlib.sha256(word.encode()).digest()[0] % DIMENSIONS] += 1
        length = float(np.linalg.norm(vector))
        return vector / length if length else vector


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """An embedding that needs no model."""
    return HashedWords()


@pytest.fixture(scope="session")
def city_at() -> Callable[..., City]:
    """Make a city whose one website is at an address; further keys are those of the source."""

    def make(url: str, *, canaries: Sequence[str] = (), max_loss: float = 0.5, **source: object) -> City:
        website = {
            "type": "website",
            "name": "website",
            "start": [url],
            "delay": 0,
            "allow_private_addresses": True,
            **source,
        }
        return City.model_validate(
            {
                "id": "kleinstadt",
                "name": "Kleinstadt",
                "state": "HE",
                "website": url,
                "hotline": {"telephone": "069 90009-115"},
                "sources": [website],
                "canary_questions": list(canaries),
                "max_loss": max_loss,
            }
        )

    return make
