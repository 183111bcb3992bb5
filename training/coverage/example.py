"""What the decision learns from: how well the best document fits a question, and whether it answers it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.coverage import NAMES
from bot.covered_services import TOLD_BY_LEXICON

PAGES = "pages"
"""The source of questions that people asked of pages; all others are made of the lexicon."""
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Example:
    """Features (k,) of the best document for a question about a subject, and whether it answers."""

    subject: str
    source: str
    features: Floats
    covers: bool


def table(examples: Sequence[Example]) -> Floats:
    """The features; what the lexicon says of its own questions is left out: of others it knows less."""
    told = np.array([name in TOLD_BY_LEXICON for name in NAMES])
    rows = [np.where(told & (e.source != PAGES), np.float32(0), e.features) for e in examples]
    return np.stack(rows).astype(np.float32)


def keep_examples(path: Path, examples: Sequence[Example]) -> None:
    """Write all examples to an .npz file, to try other models on."""
    np.savez_compressed(
        path,
        features=np.stack([example.features for example in examples]),
        covers=np.array([example.covers for example in examples]),
        subject=np.array([example.subject for example in examples]),
        source=np.array([example.source for example in examples]),
    )
