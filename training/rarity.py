"""How rare tokens are in a set of texts, as the served index weighs them."""

from collections import Counter
from collections.abc import Callable, Iterable

from corpus.analysis.rarity import blended_rarity
from corpus.analysis.tokens import index_tokens


def rarity_in(texts: Iterable[str]) -> Callable[[str], float]:
    """The rarity of tokens in `texts`, one document each."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        counts.update(set(index_tokens(text)))

    def rarity(token: str) -> float:
        return blended_rarity(token, counts[token], total)

    return rarity
