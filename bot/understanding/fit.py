"""How well what was found fits a question, by words and by meaning together.

Either alone misleads: a word that a question about football shares with a page is as rare as any other, and
something is always nearest. Questions that a page answers have both.
"""

from bot.run import Run
from corpus.analysis.tokens import stems
from corpus.analysis.topic import topic_stems

_LOOKED_AT = 4
_BM25_OF_A_COSINE = 40.0
"""BM25 of so much counts as much as a cosine of 1: seven or eight rare words of the question."""


def fit(run: Run) -> float:
    """The best cosine plus the best BM25 over 40 of the first few documents; 0 where nothing was found.

    Words don't count where the city's own name is among them: it stands on pages about anything.
    """
    hits = [hit for document in run.results.documents[:_LOOKED_AT] for hit in document.hits]
    words = 0.0 if _names_city(run) else max((hit.lexical for hit in hits), default=0.0)
    meaning = max((hit.dense for hit in hits), default=0.0)
    return words / _BM25_OF_A_COSINE + meaning


def _names_city(run: Run) -> bool:
    """Whether the question says the longest word of the city's name: "Frankfurt" of "Frankfurt am Main"."""
    own = topic_stems(run.tools.city.name)
    return bool(own) and max(own, key=len) in stems(run.text)
