"""Recognises people in need and knows who helps them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from bot.patterns import load_patterns
from corpus.city import State


@dataclass(frozen=True)
class Helpline:
    """A number to call, and the key of its name in the catalogue of texts (`helpline.<key>`)."""

    key: str
    number: str


def find_distress(text: str) -> str | None:
    """The kind of distress that `text` speaks of (a key of `distress.toml`), the gravest first, or None."""
    for kind, pattern in load_patterns("bot.safety", "distress.toml").items():
        if pattern.search(text):
            return kind
    return None


def helplines(kind: str, state: State) -> tuple[Helpline, ...]:
    """Who helps in this `kind` of distress in `state`, the most important first."""
    data = _helplines()
    numbers: dict[str, str] = {**data["numbers"], "poison": data["poison_centres"][state.value]}
    return tuple(Helpline(key, numbers[key]) for key in data[kind])


@cache
def _helplines() -> dict[str, Any]:
    return tomllib.loads(files("bot.safety").joinpath("helplines.toml").read_text(encoding="utf-8"))
