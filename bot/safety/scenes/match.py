"""Finds the scenes of a file in what somebody typed."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.safety.scenes.words import members, sentences


@dataclass(frozen=True)
class Scene:
    """Every class of `all` and none of `none` in one sentence, in one language, mean `kind`."""

    kind: str
    all: frozenset[str]
    none: frozenset[str]


def scenes_in(text: str, name: str) -> set[str]:
    """The kinds of scenes of this package's file `name` that a sentence of `text` tells."""
    told: set[str] = set()
    for sentence in sentences(text):
        for classes in members(sentence).values():
            told.update(
                scene.kind for scene in _scenes(name) if scene.all <= classes and not scene.none & classes
            )
    return told


def classes_in(text: str) -> set[str]:
    """The classes of all words of `text`, whatever their language."""
    return {name for sentence in sentences(text) for names in members(sentence).values() for name in names}


@cache
def _scenes(name: str) -> tuple[Scene, ...]:
    text = files("bot.safety.scenes").joinpath(name).read_text(encoding="utf-8")
    data: dict[str, list[dict[str, str]]] = tomllib.loads(text)
    return tuple(
        Scene(kind, frozenset(one["all"].split()), frozenset(one.get("none", "").split()))
        for kind, scenes in data.items()
        for one in scenes
    )
