"""Words that may stand for each other, and those that say nothing by themselves."""

import tomllib
from collections import defaultdict
from functools import cache
from importlib.resources import files

from corpus.analysis.tokens import stem, words


def same_as(one: str) -> frozenset[str]:
    """The stems that mean the same as the stem `one`, itself among them."""
    return _groups().get(one, frozenset()) | {one}


def is_light(one: str) -> bool:
    """Whether the stem `one` may be added without saying more: "bekommen", "dann"."""
    return one in _light() or (one.endswith("t") and one[:-1] in _light())


@cache
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group in _file()["groups"]:
        members = {stem(word) for word in words(group)}
        for member in members:
            found[member] |= members
    return {member: frozenset(same) for member, same in found.items()}


@cache
def _light() -> frozenset[str]:
    return frozenset(stem(word) for word in words(_file()["light"]))


def _file() -> dict[str, str]:
    return tomllib.loads(files(__package__).joinpath("synonyms.toml").read_text(encoding="utf-8"))
