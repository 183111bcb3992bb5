"""What a question is about, without the words that every question has."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from corpus.analysis.tokens import grams, stem, stems, words


def topic_stems(text: str) -> list[str]:
    """The stems that name a subject: "Was kostet ein neuer Personalausweis?" is about "personalausweis"."""
    fillers = _filler_stems()
    return [one for one in stems(text) if one not in fillers]


def with_grams(found: Iterable[str]) -> list[str]:
    """The stems and the 5-grams of the long ones, as the lexical index holds them."""
    return [token for one in found for token in (one, *grams(one))]


@cache
def _filler_stems() -> frozenset[str]:
    text = files("bot.understanding").joinpath("fillers.txt").read_text(encoding="utf-8")
    listed = " ".join(line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(stem(word) for word in words(listed))
