"""How a phrase of the lexicon is found in a question: its words close together, in any order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from corpus.analysis.function_words import SPELLINGS
from corpus.analysis.tokens import stem, stopwords_among, words

_PREFIX = 3
_GAP = 5
_PARTICLES = frozenset({"ab", "an", "aus", "auf", "ein", "um", "zu", "weg", "vor", "zuruck"})
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ARTICLE = re.compile(r"^(?:[وفبكل]?ال|لل)(?=\w{3})")


class Question:
    """A question's words as phrases look for them, by position."""

    def __init__(self, text: str) -> None:
        self.words = _rejoin([_bare(word) for word in words(text)])
        stem_at = [stem(word) for word in self.words]
        stop = stopwords_among(self.words)
        self.stems = [one for word, one in zip(self.words, stem_at, strict=True) if word not in stop]
        self.lookups = dict.fromkeys([*stem_at, *self.words, *(word[:_PREFIX] + "*" for word in self.words)])
        # Hundreds of phrases ask for the same few words, most of them in vain.
        self._places: dict[str, list[int]] = {}
        for place, (word, one) in enumerate(zip(self.words, stem_at, strict=True)):
            self._places.setdefault(one, []).append(place)
            if word != one:
                self._places.setdefault(word, []).append(place)

    def places(self, token: str) -> Sequence[int]:
        """Where a token of a phrase stands: a stem, or a beginning that ends in *."""
        found = self._places.get(token)
        if found is None:
            if not token.endswith("*"):
                return ()
            beginning = token[:-1]
            found = [place for place, word in enumerate(self.words) if word.startswith(beginning)]
            self._places[token] = found
        return found


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens that a phrase needs; `rarest` is the key to look it up by (its longest token)."""

    tokens: tuple[str, ...]
    rarest: str
    weight: float = field(init=False, compare=False)

    def __post_init__(self) -> None:
        weight = sum(1 + min(len(token), 12) / 24 for token in self.tokens)
        object.__setattr__(self, "weight", weight)

    def fit(self, question: Question) -> float:
        """How well it fits: 0 if a word is missing or too far away, else more for more and longer words."""
        places: list[Sequence[int]] = []
        for token in self.tokens:
            if not (found := question.places(token)):
                return 0.0
            places.append(found)
        if len(places) == 1:
            return self.weight
        anchor = max(places, key=lambda found: -len(found))[0]
        nearest = [min(found, key=lambda place: abs(place - anchor)) for found in places]
        if max(nearest) - min(nearest) > len(self.tokens) + _GAP:
            return 0.0
        return self.weight


def read_phrase(text: str) -> Phrase:
    """The phrase that `text` prints: stop words fall away if two other words are left."""
    found = [word for part in text.split() for word in _printed(part)]
    stop = stopwords_among([word for word, _ in found])
    telling = [(word, star) for word, star in found if star or word not in stop]
    if len(telling) < 2:
        # "kein Geld" must not become "Geld".
        telling = found
    tokens = tuple(dict.fromkeys(word + "*" if star else stem(word) for word, star in telling))
    longest = max(tokens, key=len)
    key = longest[:_PREFIX] + "*" if longest.endswith("*") else longest
    return Phrase(tokens, key)


@lru_cache(maxsize=50_000)
def _printed(part: str) -> tuple[tuple[str, bool], ...]:
    """The words of one printed word (two if it is hyphenated), and whether each is only a beginning."""
    return tuple((_bare(word), part.endswith("*")) for word in words(part.rstrip("*")))


def _rejoin(found: list[str]) -> list[str]:
    """With "ab" at the end, "melde … auto ab" also has "abmelde"; and so on for each word before it."""
    if not found or found[-1] not in _PARTICLES:
        return found
    return [*found, *(found[-1] + word for word in found[-_GAP - 2 : -1] if len(word) > _PREFIX)]


def _bare(word: str) -> str:
    if word.isascii():
        return word
    word = word.translate(SPELLINGS)
    # In Arabic the article and small prepositions are written together with the word.
    return _ARTICLE.sub("", word) if _ARABIC.match(word) else word
