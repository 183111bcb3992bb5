"""What a question is about, without the words that every question has."""

from collections.abc import Iterable
from functools import cache

from corpus.analysis.tokens import grams, stem, stems, words
from corpus.analysis.wordlists import wordlist


def topic_stems(text: str) -> list[str]:
    """The stems that name a subject: "Was kostet ein neuer Personalausweis?" is about "personalausweis"."""
    fillers = filler_stems()
    return [one for one in stems(text) if one not in fillers]


def with_grams(found: Iterable[str]) -> list[str]:
    """The stems and the 5-grams of the long ones, as the lexical index holds them."""
    return [token for one in found for token in (one, *grams(one))]


@cache
def filler_stems() -> frozenset[str]:
    """The stems of words that questions have whatever they are about: "kostet", "neu", "Formular"."""
    return frozenset(stem(word) for listed in wordlist("fillers.txt") for word in words(listed))


@cache
def request_stems() -> frozenset[str]:
    """The stems of words that say only what is done with a thing: "beantragen", "Ausstellung", "Formular"."""
    return frozenset(stem(word) for listed in wordlist("requests.txt") for word in words(listed))
