"""How many of the question's words a line, its surroundings and its heading hold."""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

import numpy as np

from bot.reader.columns import Columns, column, ranks, relative
from bot.reader.page import Page
from bot.reader.question import ReaderQuestion
from bot.reader.share import share

_AROUND = 2


def overlap(question: ReaderQuestion, page: Page) -> Columns:
    """Shares (0 to 1) weighted by rarity, along the lines of `page`."""
    by_stems = [share(question.stems, found) for found in page.stems]
    by_tokens = [share(question.tokens, found) for found in page.tokens]
    by_topic = [share(question.topic, found) for found in page.stems]
    by_heading = [share(question.topic, found) for found in page.headings]
    with_heading = [a | b for a, b in zip(page.stems, page.headings, strict=True)]
    everything = frozenset[str]().union(*page.stems, *page.headings, *page.titles)
    blocks = _blocks(page)
    before = [0.0, *np.maximum.accumulate(by_tokens)[:-1]]
    return {
        "stems": column(by_stems),
        "tokens": column(by_tokens),
        "topic": column(by_topic),
        "tokens_relative": relative(by_tokens),
        "tokens_rank": ranks(by_tokens),
        "topic_rank": ranks(by_topic),
        "heading": column(by_heading),
        "title": column([share(question.topic, found) for found in page.titles]),
        "with_heading": column([share(question.stems, found) for found in with_heading]),
        "around": column(_around(question.stems, page.stems, _AROUND, _AROUND)),
        "tokens_around": column(_around(question.tokens, page.tokens, 1, 1)),
        "tokens_before": column(_around(question.tokens, page.tokens, 1, -1)),
        "tokens_after": column(_around(question.tokens, page.tokens, -1, 1)),
        "block": column([share(question.stems, blocks[number]) for number in page.blocks]),
        "block_relative": relative([share(question.stems, blocks[number]) for number in page.blocks]),
        "best_before": column(before),
        "page": column([share(question.stems, everything)] * len(page.lines)),
        "page_topic": column([share(question.topic, everything)] * len(page.lines)),
        "rarest_missing": column([_rarest_missing(question.topic, everything)] * len(page.lines)),
        "rarest_here": column([_rarest(question.topic, found) for found in page.stems]),
        "asked_share": column([_asked_share(question.stems, found) for found in page.stems]),
        "new_words": column([np.log1p(len(found - question.stems.keys())) for found in page.stems]),
        "pairs": column([_pairs(question.ordered, found) for found in page.ordered]),
        "from_best": column(_from_best(by_tokens)),
    }


def _around(
    weights: Mapping[str, float], found: Sequence[frozenset[str]], back: int, ahead: int
) -> list[float]:
    """The shares held by the lines from `back` lines before to `ahead` lines after each line."""
    empty: frozenset[str] = frozenset()
    windows = (found[max(0, i - back) : max(0, i + ahead + 1)] for i in range(len(found)))
    return [share(weights, empty.union(*window)) for window in windows]


def _blocks(page: Page) -> list[frozenset[str]]:
    found: list[set[str]] = [set() for _ in range(page.blocks[-1] + 1)]
    for number, some in zip(page.blocks, page.stems, strict=True):
        found[number] |= some
    return [frozenset(some) for some in found]


def _rarest_missing(weights: Mapping[str, float], found: Collection[str]) -> float:
    return max((weight for one, weight in weights.items() if one not in found), default=0.0)


def _rarest(weights: Mapping[str, float], found: Collection[str]) -> float:
    return max((weight for one, weight in weights.items() if one in found), default=0.0)


def _asked_share(weights: Mapping[str, float], found: Collection[str]) -> float:
    return sum(one in weights for one in found) / max(1, len(found))


def _pairs(asked: Sequence[str], found: Sequence[str]) -> float:
    """The share of the question's neighbouring words that are neighbours in the line, too."""
    pairs = set(pairwise(asked))
    return len(pairs & set(pairwise(found))) / max(1, len(pairs))


def _from_best(scores: Sequence[float]) -> list[float]:
    """How many lines after (or, negative, before) the best line each stands, at most ten."""
    best = int(np.argmax(scores))
    return [float(np.clip(i - best, -10, 10)) for i in range(len(scores))]
