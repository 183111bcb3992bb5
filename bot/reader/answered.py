"""What the reader knows of a whole page: does any of its lines answer?"""

import numpy as np
from numpy.typing import NDArray

from bot.reader.asked import QUESTION_KINDS
from bot.reader.columns import Columns, Floats

_BEST = 5
_GREATEST = (
    *("stems", "tokens", "topic", "heading", "title", "with_heading", "around", "tokens_around", "block"),
    *("asked_share", "pairs", "cosine", "cosine_heading", "cosine_with_heading", "cosine_window"),
    *("cosine_block", "aligned", "aligned_window", "cosine_standard"),
)
_OF_BEST = (
    *("stems", "tokens", "topic", "heading", "cosine", "aligned", "value_asked", "item", "length"),
    *("position", "heading_like", "cosine_heading", "announced_earlier"),
)
_OF_PAGE = (
    *("page", "page_topic", "rarest_missing", "cosine_page", "cosine_page_mean", "aligned_page"),
    *("value_asked_page", "question_length", "question_topic", "question_kinds", "lines"),
    *(f"asks_{kind}" for kind in QUESTION_KINDS),
)
_SCORES = ("first", "second", "three", "five", "sum", "mean", "log_odds", "gap", "spread")
PAGE_NAMES = (
    *_SCORES,
    *(f"greatest_{name}" for name in _GREATEST),
    *(f"best_{name}" for name in _OF_BEST),
    *_OF_PAGE,
)


def page_features(columns: Columns, scores: Floats) -> NDArray[np.float32]:
    """A value for each of `PAGE_NAMES`, from the lines' features and `scores` (lines,), at least one."""
    best = int(np.argmax(scores))
    ordered = np.sort(scores)[::-1]
    padded = np.concatenate([ordered, np.full(_BEST, ordered[-1])])
    clipped = float(np.clip(ordered[0], 1e-4, 1 - 1e-4))
    values = [
        padded[0],
        padded[1],
        padded[:3].mean(),
        padded[:_BEST].mean(),
        scores.sum(),
        scores.mean(),
        np.log(clipped / (1 - clipped)),
        padded[0] - padded[_BEST - 1],
        scores.std(),
        *(columns[name].max() for name in _GREATEST),
        *(columns[name][best] for name in _OF_BEST),
        *(columns[name][0] for name in _OF_PAGE),
    ]
    return np.array(values, dtype=np.float32)
