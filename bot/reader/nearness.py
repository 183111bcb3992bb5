"""How near a line's meaning is to the question's, by the embedding."""

from itertools import chain

import numpy as np

from bot.reader.columns import Columns, Floats, column, ranks, shifted
from bot.reader.page import Page
from bot.reader.question import ReaderQuestion


def nearness(question: ReaderQuestion, page: Page) -> Columns:
    """Cosines (-1 to 1) along the lines of `page`, and how they compare within it."""
    cosine = page.vectors @ question.vector
    heading = page.heading_vectors @ question.vector
    together = _cosine(page.vectors + page.heading_vectors, question.vector)
    window = _cosine(page.vectors + _moved(page.vectors, 1) + _moved(page.vectors, -1), question.vector)
    near = _near(question, page)
    words = _words(near, page)
    blocks = np.array(page.blocks)
    by_block = np.array([cosine[blocks == number].mean() for number in range(blocks[-1] + 1)])
    soft = words.max(axis=1) if words.size else np.zeros(len(cosine), dtype=np.float32)
    weights = question.word_weights / max(float(question.word_weights.sum()), 1e-6)
    aligned = words @ weights if words.size else soft
    return {
        "cosine": column(cosine),
        "cosine_relative": column(cosine - cosine.max()),
        "cosine_standard": column((cosine - cosine.mean()) / (cosine.std() + 1e-3)),
        "cosine_rank": ranks(cosine),
        "cosine_heading": column(heading),
        "cosine_heading_relative": column(heading - heading.max()),
        "cosine_with_heading": column(together),
        "cosine_window": column(window),
        "cosine_window_rank": ranks(window),
        "cosine_before": shifted(cosine, 1),
        "cosine_after": shifted(cosine, -1),
        "cosine_block": column(by_block[blocks]),
        "cosine_block_relative": column(by_block[blocks] - by_block.max()),
        "cosine_page": column(np.full(len(cosine), cosine.max())),
        "cosine_page_mean": column(np.full(len(cosine), cosine.mean())),
        "aligned": column(aligned),
        "aligned_relative": column(aligned - aligned.max()),
        "aligned_rank": ranks(aligned),
        "aligned_window": column((aligned + shifted(aligned, 1) + shifted(aligned, -1)) / 3),
        "aligned_page": column(np.full(len(cosine), float(near.max(axis=0) @ weights) if near.size else 0.0)),
    }


def _words(near: Floats, page: Page) -> Floats:
    """For each line and each word of the question the cosine of the nearest word; (lines, words)."""
    rows = np.zeros((len(page.lines), near.shape[1]), dtype=np.float32)
    lengths = np.array([len(places) for places in page.word_places])
    saying = np.flatnonzero(lengths)
    if near.size and len(saying):
        words = np.fromiter(chain.from_iterable(page.word_places), dtype=np.intp)
        starts = np.cumsum(lengths[saying]) - lengths[saying]
        rows[saying] = np.maximum.reduceat(near[words], starts, axis=0)
    return rows


def _near(question: ReaderQuestion, page: Page) -> Floats:
    """The cosines of the page's words and the question's; (words of the page, words of the question)."""
    if not question.word_vectors.size or not page.word_vectors.size:
        return np.zeros((0, 0), dtype=np.float32)
    return np.asarray(page.word_vectors @ question.word_vectors.T, dtype=np.float32)


def _cosine(vectors: Floats, other: Floats) -> Floats:
    lengths = np.maximum(np.linalg.norm(vectors, axis=1), 1e-6)
    return np.asarray(vectors @ other / lengths, dtype=np.float32)


def _moved(vectors: Floats, by: int) -> Floats:
    moved = np.zeros_like(vectors)
    if by > 0:
        moved[by:] = vectors[:-by]
    else:
        moved[:by] = vectors[-by:]
    return moved
