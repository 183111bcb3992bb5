"""What every sentence embedding offers, whatever computes it."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class EmbeddingError(Exception):
    """A model that is missing or can't be used; the message says what to do."""


class Embedder(Protocol):
    """Turns texts into vectors of length 1, so that their scalar product is the cosine of their angle.

    `name` is for people; `hash` (SHA-256, hex) names the model with its prompts: with the same hash the same
    text gives the same vector. `dimensions` is the length of a vector.
    """

    @property
    def name(self) -> str: ...

    @property
    def hash(self) -> str: ...

    @property
    def dimensions(self) -> int: ...

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text: (n, dimensions). The row of a text that says nothing to the model is zero."""
        ...

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """The vector of a question: (dimensions,)."""
        ...
