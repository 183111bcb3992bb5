"""Whether two nouns stand where the other one stood: next to its words, instead of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from corpus.analysis.tokens import stem, words

_TOKEN = re.compile(r"[A-Za-zÄÖÜäöüß][\wäöüß-]*|[.:;?!,()]")
_PASSED_OVER = re.compile(
    r"(?:d(?:er|ie|as|en|em|es)|(?:k?ein|mein|sein|ihr|unser|dies|jed|jen)(?:e[mnrs]?)?|im|am|ans|ins)$",
    re.IGNORECASE,
)
_MERGED = {"beim": "bei", "vom": "von", "zum": "zu", "zur": "zu", "im": "in", "am": "an", "ins": "in"}
_LISTING = re.compile(
    r"[\s,/]*(?:(?:[\wäöüßÄÖÜ*-]+(?:\s[a-zäöü]+)?)?[\s,/]*(?:und|oder|sowie|,)\s)"
    r"(?:(?:d\w\w|ein\w*|im|am|beim|bei|vom|von|zum|zur|in|an|mit|für|der|[A-ZÄÖÜ][\wäöüß*-]+|und|oder|,)[\s,]*)*"
)
_STOPS, _COMMAS = frozenset(".:;?!"), frozenset(",()")
_LEAST, _AHEAD = 3, 2
_NOUN_LENGTH = 4


@dataclass(frozen=True)
class _Noun:
    """A noun in its place: its stem, where it stands, and the words next to it."""

    stem: str
    start: int
    end: int
    beside: frozenset[tuple[str, str]]


def exchanged(said: str, claim: str) -> bool:
    """Whether a noun of `said` stands beside what is beside another one in `claim`, and that one beside its.

    Members of one list may stand in any order.
    """
    ours, theirs = _nouns(said), _nouns(claim)
    names = {one.stem for one in ours} & {one.stem for one in theirs}
    return any(
        _exchanged(one, two, ours, theirs) and not _listed(one, two, ours, said, theirs, claim)
        for one, two in combinations(sorted(names), 2)
    )


def _exchanged(one: str, two: str, ours: list[_Noun], theirs: list[_Noun]) -> bool:
    here = [_gain(one, two, noun, theirs) for noun in ours if noun.stem == one]
    there = [_gain(two, one, noun, theirs) for noun in ours if noun.stem == two]
    crossed, swapped = max(here), max(there)
    return crossed >= 1 and swapped >= 1 and crossed + swapped >= _LEAST


def _gain(own: str, other: str, noun: _Noun, theirs: list[_Noun]) -> int:
    """How many more neighbours of `noun` were the other noun's than were ever its own."""
    kept = max(len(noun.beside & place.beside) for place in theirs if place.stem == own)
    taken = max(len(noun.beside & place.beside) for place in theirs if place.stem == other)
    return taken - kept


def _listed(one: str, two: str, ours: list[_Noun], said: str, theirs: list[_Noun], claim: str) -> bool:
    return _in_a_list(one, two, ours, said) and _in_a_list(one, two, theirs, claim)


def _in_a_list(one: str, two: str, nouns: list[_Noun], text: str) -> bool:
    for first in nouns:
        for second in nouns:
            if {first.stem, second.stem} == {one, two} and first.end <= second.start:
                between = text[first.end : second.start]
                if _LISTING.fullmatch(between):
                    return True
    return False


def _nouns(text: str) -> list[_Noun]:
    tokens = list(_TOKEN.finditer(text))
    return [
        _Noun(
            _stem(match[0]),
            match.start(),
            match.end(),
            frozenset(("before", one) for one in _beside(tokens, place, -1))
            | frozenset(("after", one) for one in _beside(tokens, place, 1)),
        )
        for place, match in enumerate(tokens)
        if match[0][0].isupper() and len(match[0]) >= _NOUN_LENGTH
    ]


def _beside(tokens: list[re.Match[str]], place: int, step: int) -> Iterator[str]:
    """The next words before or after a place, articles left out, up to the sentence's end."""
    left, at = _AHEAD, place + step
    while left and 0 <= at < len(tokens):
        word = tokens[at][0].lower()
        at += step
        if word in _STOPS:
            break
        if word in _COMMAS or _PASSED_OVER.match(word):
            continue
        yield _stem(_MERGED.get(word, word))
        left -= 1


def _stem(token: str) -> str:
    return " ".join(stem(part) for part in words(token))
