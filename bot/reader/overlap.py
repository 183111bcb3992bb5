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
    # Of a line only the words count that are asked for: far fewer to unite than all that it says.
    stems = [found.intersection(question.stems) for found in page.stems]
    tokens = [found.intersection(question.tokens) for found in page.tokens]
    headings = [found.intersection(question.stems) for found in page.headings]
    titles = [found.intersection(question.stems) for found in page.titles]
    by_tokens = _shares(question.tokens, tokens)
    by_topic = _shares(question.topic, stems)
    by_block = _shares(question.stems, _blocks(page, stems))
    blocks = [by_block[number] for number in page.blocks]
    everything = frozenset[str]().union(*stems, *headings, *titles)
    before = [0.0, *np.maximum.accumulate(by_tokens)[:-1]]
    return {
        "stems": column(_shares(question.stems, stems)),
        "tokens": column(by_tokens),
        "topic": column(by_topic),
        "tokens_relative": relative(by_tokens),
        "tokens_rank": ranks(by_tokens),
        "topic_rank": ranks(by_topic),
        "heading": column(_shares(question.topic, headings)),
        "title": column(_shares(question.topic, titles)),
        "with_heading": column(
            _shares(question.stems, [a | b for a, b in zip(stems, headings, strict=True)])
        ),
        "around": column(_around(question.stems, stems, _AROUND, _AROUND)),
        "tokens_around": column(_around(question.tokens, tokens, 1, 1)),
        "tokens_before": column(_around(question.tokens, tokens, 1, -1)),
        "tokens_after": column(_around(question.tokens, tokens, -1, 1)),
        "block": column(blocks),
        "block_relative": relative(blocks),
        "best_before": column(before),
        "page": column([share(question.stems, everything)] * len(page.lines)),
        "page_topic": column([share(question.topic, everything)] * len(page.lines)),
        "rarest_missing": column([_rarest_missing(question.topic, everything)] * len(page.lines)),
        "rarest_here": column([_rarest(question.topic, found) for found in stems]),
        "asked_share": column(
            [len(asked) / max(1, len(found)) for asked, found in zip(stems, page.stems, strict=True)]
        ),
        "new_words": column(
            np.log1p([len(found) - len(asked) for asked, found in zip(stems, page.stems, strict=True)])
        ),
        "pairs": column(_pairs(question.ordered, page.ordered, stems)),
        "from_best": column(_from_best(by_tokens)),
    }


def _shares(weights: Mapping[str, float], found: Sequence[frozenset[str]]) -> list[float]:
    return [share(weights, one) if one else 0.0 for one in found]


def _around(
    weights: Mapping[str, float], found: Sequence[frozenset[str]], back: int, ahead: int
) -> list[float]:
    """The shares held by the lines from `back` lines before to `ahead` lines after each line."""
    empty: frozenset[str] = frozenset()
    windows = (found[max(0, i - back) : max(0, i + ahead + 1)] for i in range(len(found)))
    return _shares(weights, [empty.union(*window) for window in windows])


def _blocks(page: Page, stems: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    found: list[set[str]] = [set() for _ in range(page.blocks[-1] + 1)]
    for number, some in zip(page.blocks, stems, strict=True):
        found[number] |= some
    return [frozenset(some) for some in found]


def _rarest_missing(weights: Mapping[str, float], found: Collection[str]) -> float:
    return max((weight for one, weight in weights.items() if one not in found), default=0.0)


def _rarest(weights: Mapping[str, float], found: Collection[str]) -> float:
    return max((weight for one, weight in weights.items() if one in found), default=0.0)


def _pairs(
    asked: Sequence[str], lines: Sequence[Sequence[str]], stems: Sequence[frozenset[str]]
) -> list[float]:
    """The share of the question's neighbouring words that are neighbours in each line, too."""
    pairs = set(pairwise(asked))
    return [
        len(pairs.intersection(pairwise(line))) / max(1, len(pairs)) if held else 0.0
        for line, held in zip(lines, stems, strict=True)
    ]


def _from_best(scores: Sequence[float]) -> list[float]:
    """How many lines after (or, negative, before) the best line each stands, at most ten."""
    best = int(np.argmax(scores))
    return [float(max(-10, min(10, i - best))) for i in range(len(scores))]
