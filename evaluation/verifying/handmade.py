"""The sentences written by hand: rewordings and, beside the simplest ones, what a small model gets wrong."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from evaluation.verifying.case import Case
from evaluation.verifying.sources import Source

PLAIN = "by hand, plain language"
SIMPLE = "by hand, simple German"
"""Both much further from the source than the other rewordings, so they have floors of their own."""
MISTAKEN = "simplified wrongly"
"""A condition lost, an "or" become an "and", everybody for some: as small models simplify."""
_FILES = {"by hand": "paraphrases.toml", PLAIN: "plain.toml"}
_SIMPLE = "simple.toml"


def handmade() -> Iterator[Case]:
    """Each rewording with the sentence of the sample city that it rewords; its page tells the half."""
    for kind, name in _FILES.items():
        for page, table in _tables(name):
            for source, said in table["pairs"]:
                yield _case(kind, said, source, page)
    for page, table in _tables(_SIMPLE):
        for source, said, _, _ in table["cases"]:
            yield _case(SIMPLE, said, source, page)


def mistaken() -> Iterator[Case]:
    """Each sentence that simplifies one of the sample city and says something else."""
    for page, table in _tables(_SIMPLE):
        for source, _, said, _ in table["cases"]:
            yield _case(MISTAKEN, said, source, page)


def _tables(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    text = files("evaluation.verifying").joinpath(name).read_text(encoding="utf-8")
    yield from tomllib.loads(text).items()


def _case(kind: str, said: str, source: str, page: str) -> Case:
    return Case(kind, said, (source,), Source(source, page, "musterstadt").half, "musterstadt")
