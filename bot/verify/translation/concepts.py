"""What a sentence and its translation speak of: whatever both languages' vocabularies name must agree.

A small vocabulary of what administrations write about, in all languages. It can't read a whole sentence, but
it shows that a translation is about the same things: that it names nothing that its German doesn't, leaves
out little, and has at least something in common with it.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from bot.verify.translation.language import language
from corpus.analysis.tokens import fold
from corpus.values.normalise import find_values

_GERMAN = "de"
_LEAST_SHARE = 0.3
_NAME = 4
_SHORT = 4
_SEVERAL = 3
_VOWEL_SIGNS = re.compile(r"[\u0640\u064b-\u0652]")


def foreign_concepts(translated: str, german: str, code: str) -> Iterator[str]:
    """What `translated` (in `code`) speaks of and `german` doesn't, by its English name."""
    here = _in_german(german)
    yield from (name for name in _told(translated, code) if name not in here)


def about_the_same(translated: str, german: str, code: str) -> bool:
    """Whether some of the things that `german` speaks of are told.

    A thing is told by a concept of the vocabulary, or where its German word is printed. Of a sentence with
    few things, a value, a name or any other concept in common will do.
    """
    told, printed = set(_told(translated, code)), fold(translated)
    bare = _without_values(german)
    things = [word for word in re.findall(r"[A-ZÄÖÜ][\w-]+", bare) if _named(fold(word))]
    if len(things) >= _SEVERAL:
        hits = sum(bool(_named(fold(word)) & told) or _printed(word, printed) for word in things)
        return hits >= _LEAST_SHARE * len(things)
    names = re.findall(r"[A-ZÄÖÜ][\w-]{3,}", bare)
    return (
        bool(_in_german(german) & told)
        or any(_printed(word, printed) for word in names)
        or (bare != german and not things)
    )


def _printed(word: str, text: str) -> bool:
    """Whether a German word stands in the translation, but for its ending."""
    folded = fold(word)
    return len(folded) >= _NAME and folded[: max(_NAME, len(folded) - 2)] in text


def _without_values(text: str) -> str:
    for one in find_values(text):
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def _told(translated: str, code: str) -> list[str]:
    bare = _VOWEL_SIGNS.sub("", translated)
    return [name for name, pattern in _patterns(code).items() if pattern.search(bare)]


def _in_german(german: str) -> frozenset[str]:
    return frozenset().union(*_by_word(german))


def _by_word(german: str) -> list[frozenset[str]]:
    """For each German word, the concepts that its parts name."""
    return [_named(fold(word)) for word in re.findall(r"\w[\w-]*", german)]


@cache
def _named(word: str) -> frozenset[str]:
    return frozenset(name for name, parts in _german().items() if any(part in word for part in parts))


@cache
def _german() -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(fold(one) for one in words[_GERMAN].split()) for name, words in _table().items()}


@cache
def _patterns(code: str) -> Mapping[str, re.Pattern[str]]:
    prefix = language(code).prefix
    return {
        name: re.compile(
            rf"(?<!\w){prefix}(?:{'|'.join(_beginning(one, code) for one in words[code].split())})",
            re.IGNORECASE,
        )
        for name, words in _table().items()
    }


def _beginning(word: str, code: str) -> str:
    """A word's pattern; short English words have no endings but the plural's ("car" isn't "card")."""
    pattern = word.replace("-", "[ -]")
    return rf"{pattern}s?(?!\w)" if code == "en" and len(word) <= _SHORT else pattern


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files(__package__).joinpath("concepts.toml").read_text(encoding="utf-8"))
