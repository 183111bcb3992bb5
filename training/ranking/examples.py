"""Questions with the documents found for them, as features, and which of the documents answer."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bot.understanding.aspects import find_aspects
from corpus.generations.opened import Generation
from corpus.lexicon import expand, load_lexicon
from corpus.records import Audience, SectionKind
from corpus.search.hybrid import POOL
from corpus.search.ranking.asked import Asked, analyse
from corpus.search.ranking.features import Floats, Found, features
from corpus.search.ranking.profiles import Profiles
from corpus.search.results import Results
from training.pairs import QUESTIONS

HIDDEN = 0.7
"""The share of made-up questions whose words the lexicon is made to forget: it doesn't know all there are."""
_PHRASES = 2
_MOST_PAGES = 4


@dataclass(frozen=True)
class Example:
    """Features (documents, names) of what was found for a question, by fused score, and which answer.

    `page` is the first gold document; `split` is that of the question set, "made" for made-up questions.
    """

    page: str
    split: str
    features: Floats
    gold: NDArray[np.bool_]
    ids: tuple[str, ...]
    wanted: tuple[str, ...]

    @property
    def teaches(self) -> bool:
        """Whether right and wrong documents were found, so that there is something to learn."""
        return bool(self.gold.any() and not self.gold.all())


class Examiner:
    """Looks questions up in a generation that was opened without re-ranking."""

    def __init__(self, generation: Generation) -> None:
        self._generation = generation
        self._profiles = Profiles(generation.document)

    def asked(self, question: str, wanted: Sequence[str], split: str) -> Example:
        """The example of a question that `wanted` answer."""
        official = expand(question)
        results = self._search(question, official)
        return self._example(results, self._analysed(question, official), wanted, split)

    def made_up(self, chance: random.Random) -> Iterator[Example]:
        """Questions made of the lexicon's phrases; gold are the documents about the phrase's service.

        Services that many documents are about are left out: there is no telling which of them answers.
        """
        offered = self._offered()
        for service in load_lexicon().services:
            pages = offered.get(service.key, [])
            if not 0 < len(pages) <= _MOST_PAGES:
                continue
            for phrase in chance.sample(service.phrases, min(_PHRASES, len(service.phrases))):
                question = chance.choice(QUESTIONS).format(phrase.replace("*", ""))
                if chance.random() >= HIDDEN:
                    yield self.asked(question, pages, "made")
                    continue
                asked = replace(self._analysed(question, ()), service="")
                yield self._example(self._search(question, ()), asked, pages, "made")

    def _offered(self) -> dict[str, list[str]]:
        offered: dict[str, list[str]] = {}
        for document in self._generation.documents():
            if document.audience is Audience.PUBLIC and document.language == "de":
                for key in self._profiles.of([document.id])[0].services:
                    offered.setdefault(key, []).append(document.id)
        return offered

    def _analysed(self, question: str, official: Sequence[str]) -> Asked:
        return analyse(question, official, self._generation.rarity)

    def _search(self, question: str, official: Sequence[str]) -> Results:
        return self._generation.search(question, official=official, limit=POOL, kinds=_kinds(question))

    def _example(self, results: Results, asked: Asked, wanted: Sequence[str], split: str) -> Example:
        ids = tuple(hit.document_id for hit in results.documents)
        found = [Found(hit.score, tuple(one.dense for one in hit.hits)) for hit in results.documents]
        return Example(
            page=wanted[0],
            split=split,
            features=features(asked, found, self._profiles.of(ids)),
            gold=np.array([one in wanted for one in ids], dtype=bool),
            ids=ids,
            wanted=tuple(wanted),
        )


def _kinds(question: str) -> tuple[SectionKind, ...]:
    return tuple(dict.fromkeys(aspect.kinds[0] for aspect in find_aspects(question)))
