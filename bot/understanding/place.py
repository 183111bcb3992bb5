"""Whether a question is about another town than the one that this assistant knows."""

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from corpus.analysis.tokens import stem, words

_LIVING = re.compile(
    r"\b(?:wohn\w*|leb\w*|gemeldet|zu ?hause|live|living|mieszkam|живу|yaşıyorum)\b", re.IGNORECASE
)
_COMMON = 4.0
"""A town that one in fifty documents names (by inverse document frequency) is this one or next door."""


def other_town(text: str, *, own: str, rarity: Callable[[str], float]) -> str | None:
    """The town that `text` asks about if it isn't `own`; None where it names none, or only in passing.

    Who moves from or to a town, was born or has a paper from there asks here. `rarity` is that of the words
    in the corpus: it tells of which towns its pages speak.
    """
    match = _pattern().search(text)
    if match is None:
        return None
    town = match["town"]
    if words(town)[0] in words(own) or _known(town, rarity):
        return None
    asks_there = _LIVING.search(text[: match.start()]) or not text[match.end() :].strip(" ?!.")
    return town if asks_there else None


def _known(town: str, rarity: Callable[[str], float]) -> bool:
    one = stem(words(town)[0])
    return rarity(one) < min(_COMMON, rarity("\N{REPLACEMENT CHARACTER}"))


@cache
def _pattern() -> re.Pattern[str]:
    lines = files("bot.understanding").joinpath("towns.txt").read_text(encoding="utf-8").splitlines()
    towns = "|".join(re.escape(line) for line in sorted(lines, key=len, reverse=True) if line)
    return re.compile(rf"\b(?:in|w|в|у)\s+(?P<town>{towns})\b", re.IGNORECASE)
