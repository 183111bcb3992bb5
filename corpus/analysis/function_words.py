"""Function words of the languages that citizens ask in besides German and English."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple

SPELLINGS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ё": "е"})
"""What is typed one way or the other: hamza on or under alif, alif maqsura, ta marbuta; the Russian ё."""


class FunctionWords(NamedTuple):
    """The function words of one language as they are printed, in all usual spellings."""

    always: frozenset[str]
    """Words of no German text."""
    beside: frozenset[str]
    """Words that may mean something in German or English, unless one of `always` stands beside them."""


@cache
def function_words() -> dict[str, FunctionWords]:
    """The function words by language code, from function_words.toml."""
    text = resources.files(__package__).joinpath("function_words.toml").read_text(encoding="utf-8")
    return {
        code: FunctionWords(_spelled(lists.get("always", "")), _spelled(lists.get("beside", "")))
        for code, lists in tomllib.loads(text).items()
    }


def _spelled(listed: str) -> frozenset[str]:
    return frozenset(form for word in listed.split() for form in _forms(word))


def _forms(word: str) -> Iterator[str]:
    yield word
    yield word.translate(SPELLINGS)
