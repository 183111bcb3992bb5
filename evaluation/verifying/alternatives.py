"""The verifier beside simpler ones, each a function from a case to whether its sentence would be released."""

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np

from bot.verify.sentence import verify_sentence
from corpus.analysis.sentences import split_sentences
from corpus.embedding.choose import load_embedder
from corpus.embedding.embedder import Embedder
from corpus.values.normalise import carries
from evaluation.corpus_file import any_city
from evaluation.verifying.case import Case
from evaluation.verifying.sources import DEVELOPMENT

Released = Callable[[Case], bool]
OURS = "ours"
_REJECTED = 0.05


def alternatives(rewordings: Sequence[Case]) -> dict[str, Released]:
    """Ours and the others; the embedding's threshold rejects 5 % of the development half's rewordings."""
    similarity = _Similarity(load_embedder(any_city().embedding))
    known = [similarity.of(case) for case in rewordings if case.half == DEVELOPMENT]
    least = float(np.quantile(known, _REJECTED))

    def values(case: Case) -> bool:
        return not carries("\n".join(case.cited), case.text)

    def alike(case: Case) -> bool:
        return similarity.of(case) >= least

    return {
        "values alone": values,
        "embedding alone": alike,
        "values and embedding": lambda case: values(case) and alike(case),
        "ours and embedding": lambda case: ours(case) and alike(case),
        OURS: ours,
    }


@lru_cache(maxsize=8192)
def ours(case: Case) -> bool:
    """Whether the verifier carries the case's sentence."""
    return verify_sentence(case.text, case.cited).carried


class _Similarity:
    """The least cosine over a case's sentences, each with the cited line that it is nearest to."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._known: dict[Case, float] = {}

    def of(self, case: Case) -> float:
        if case not in self._known:
            said = self._embedder.embed_passages(split_sentences(case.text))
            cited = self._embedder.embed_passages(list(case.cited))
            self._known[case] = float((said @ cited.T).max(axis=1).min())
        return self._known[case]
