"""Whether "or" stays "or": one of two papers isn't both of them."""

import re

from corpus.analysis.tokens import stem, words

_NAME = r"((?!Ihr)[A-ZÄÖÜ][\wäöüß-]+)"
_BETWEEN = r"(?:[a-zäöüß]+ |Ihr(?:e[nmrs]?)? ){0,3}?"
_JOINED = {word: re.compile(rf"{_NAME} {word} {_BETWEEN}(?={_NAME})") for word in ("und", "oder")}
_NEGATED = re.compile(r"\b(?:kein\w*|nicht|ohne|weder)\b")


def choices_kept(said: str, claim: str) -> bool:
    """Whether no two things that `claim` joins by "oder" are joined by "und" in `said`, nor the other way.

    Where a negation governs both it is the same: "kein A und kein B", "A oder B … nicht".
    """
    if _NEGATED.search(said) and _NEGATED.search(claim):
        return True
    both, either = _pairs("und", said), _pairs("oder", said)
    was_both, was_either = _pairs("und", claim), _pairs("oder", claim)
    return both.isdisjoint(was_either - was_both) and either.isdisjoint(was_both - was_either)


def _pairs(word: str, text: str) -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset((_stem(one), _stem(other))) for one, other in _JOINED[word].findall(text) if one != other
    )


def _stem(name: str) -> str:
    return " ".join(stem(part) for part in words(name))
