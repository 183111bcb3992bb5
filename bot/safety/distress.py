"""Recognises people in need and knows who helps them."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from bot.safety.patterns import folded_patterns
from corpus.city import State
from corpus.helplines import CityHelpline
from corpus.machine_text.fold import fold

_FILE = "distress.toml"


@dataclass(frozen=True)
class Distress:
    """What somebody needs help with; not `acute`: they only want to know something of it."""

    kind: str
    acute: bool


@dataclass(frozen=True)
class Helpline:
    """A number to call: its own `name`, or the key of its name in the catalogue (`helpline.<key>`)."""

    key: str
    number: str
    name: str = ""


def find_distress(text: str) -> Distress | None:
    """What `text` speaks of, the gravest first, or None."""
    folded = fold(text)
    spared = folded_patterns(_FILE, "spared")
    for acute, table in ((True, ""), (False, "about")):
        for kind, pattern in folded_patterns(_FILE, table).items():
            if pattern.search(spared[kind].sub(" ", folded) if kind in spared else folded):
                return Distress(kind, acute)
    return None


def helplines(kind: str, state: State, own: Sequence[CityHelpline] = ()) -> tuple[Helpline, ...]:
    """Who helps in this `kind` of distress in `state`: the most important first, the city's `own` last."""
    data = _helplines()
    numbers: dict[str, str] = {**data["numbers"], "poison": data["poison_centres"][state.value]}
    national = tuple(Helpline(key, numbers[key]) for key in data["lines"][kind])
    return (*national, *(Helpline("", one.telephone, one.name) for one in own if kind in one.kinds))


def services_wanted(kind: str) -> tuple[str, ...]:
    """Official words for what the city itself may offer to people in this `kind` of distress."""
    return tuple(_helplines()["services"].get(kind, ()))


@cache
def _helplines() -> dict[str, Any]:
    return tomllib.loads(files("bot.safety").joinpath("helplines.toml").read_text(encoding="utf-8"))
