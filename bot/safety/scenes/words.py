"""Which classes of the vocabulary a word belongs to, in which language, inflected, in most spellings."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from corpus.machine_text.fold import fold

_WORD = re.compile(r"\w+")
_APOSTROPHE = re.compile("['’‘`´ʼ]")
_SENTENCE_END = re.compile(r"(?<=[.!?…;])\s+|\n+")
# "schlaegt" is "schlägt", "verschlukt" is "verschluckt"; "man" and "mann" stay apart.
_UMLAUT = re.compile("([aou])e")
_DOUBLE = re.compile(r"([^\W\dn_])\1|c(?=k)")
_SHORTEST = 2

Member = tuple[str, str]


@dataclass(frozen=True)
class _Words:
    """Terms by how they are compared, each with the (language, class) pairs it stands for."""

    exact: dict[str, set[Member]] = field(default_factory=lambda: defaultdict(set))
    beginning: dict[str, set[Member]] = field(default_factory=lambda: defaultdict(set))
    ending: dict[str, set[Member]] = field(default_factory=lambda: defaultdict(set))
    inside: dict[str, set[Member]] = field(default_factory=lambda: defaultdict(set))
    phrases: dict[str, list[tuple[str, Member]]] = field(default_factory=lambda: defaultdict(list))


def sentences(text: str) -> list[str]:
    """The sentences of `text` for `members`: folded, in one spelling, words between single spaces."""
    each = (" ".join(_WORD.findall(spelt(one))) for one in _SENTENCE_END.split(text))
    return [one for one in each if one]


def spelt(text: str) -> str:
    """Fold `text` and write umlauts and double letters in one way, without apostrophes."""
    return _DOUBLE.sub(r"\1", _UMLAUT.sub(r"\1", _APOSTROPHE.sub("", fold(text))))


def members(sentence: str) -> dict[str, set[str]]:
    """The classes that the words of a sentence (of `sentences`) belong to, by language."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in sentence.split():
        for language, name in _members_of(word):
            found[language].add(name)
    for language, name in _phrases(sentence):
        found[language].add(name)
    return found


def _phrases(sentence: str) -> Iterator[Member]:
    phrases, framed = _words().phrases, f" {sentence} "
    for first in dict.fromkeys(sentence.split()):
        yield from (member for phrase, member in phrases.get(first, ()) if phrase in framed)


@lru_cache(maxsize=50_000)
def _members_of(word: str) -> frozenset[Member]:
    words = _words()
    found = set(words.exact.get(word, ()))
    for length in range(_SHORTEST, len(word) + 1):
        found |= words.beginning.get(word[:length], set())
        found |= words.ending.get(word[-length:], set())
    for part, its in words.inside.items():
        if part in word:
            found |= its
    return frozenset(found)


@cache
def _words() -> _Words:
    words = _Words()
    for path in files("bot.safety.scenes").joinpath("vocabulary").iterdir():
        if path.name.endswith(".toml"):
            _read(words, tomllib.loads(path.read_text(encoding="utf-8")))
    return words


def _read(words: _Words, classes: dict[str, dict[str, str]]) -> None:
    for name, languages in classes.items():
        for language, terms in languages.items():
            for term in terms.split():
                _add(words, term, (language, name))


def _add(words: _Words, term: str, member: Member) -> None:
    bare = " ".join(spelt(term.strip("*").replace("_", " ")).split())
    if " " in bare:
        # A phrase may end within a word: "nicht mehr leb*".
        closed = "" if term.endswith("*") else " "
        words.phrases[bare.split()[0]].append((f" {bare}{closed}", member))
        return
    begins, ends = term.startswith("*"), term.endswith("*")
    kinds = {
        (False, False): words.exact,
        (False, True): words.beginning,
        (True, False): words.ending,
        (True, True): words.inside,
    }
    kinds[begins, ends][bare].add(member)
