"""How rare tokens are in a set of texts, as the served index weighs them."""

import math
from collections import Counter
from collections.abc import Callable, Iterable

from corpus.analysis.tokens import index_tokens


def rarity_in(texts: Iterable[str]) -> Callable[[str], float]:
    """The inverse document frequency of BM25 over `texts`, one document each."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        counts.update(set(index_tokens(text)))

    def rarity(token: str) -> float:
        count = counts[token]
        return math.log(1 + (total - count + 0.5) / (count + 0.5))

    return rarity
