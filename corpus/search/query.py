"""A question as the lexical index asks it: tokens with weights."""

from collections.abc import Mapping, Sequence

from corpus.analysis.tokens import grams, stems
from corpus.analysis.topic import filler_stems
from corpus.search.weights import TokenWeights


def weighted_tokens(
    question: str,
    official: Sequence[str],
    weights: TokenWeights,
    corrected: Mapping[str, float] | None = None,
) -> dict[str, float]:
    """The tokens to look for, each with the highest weight that it has by one of its words.

    Words that name a subject count fully, words that every question has ("kostet", "Formular") little; parts
    of words and the official terms for citizens' words lie between. `corrected` holds stems that mistyped
    words may have meant, with their weights.
    """
    fillers = filler_stems()
    found: dict[str, float] = {}

    def add(stem: str, weight: float) -> None:
        found[stem] = max(found.get(stem, 0.0), weight)
        for gram in grams(stem):
            found[gram] = max(found.get(gram, 0.0), weight * weights.gram)

    for stem in stems(question):
        add(stem, weights.filler if stem in fillers else 1.0)
    for stem in stems(" ".join(official)):
        add(stem, weights.official * (weights.filler if stem in fillers else 1.0))
    for stem, weight in (corrected or {}).items():
        add(stem, weight)
    return found
