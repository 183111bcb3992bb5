"""Recognises people in need and knows who helps them."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, get_args

from bot.safety.patterns import folded_patterns
from bot.safety.scenes.match import classes_in, scenes_in
from corpus.city import State
from corpus.helplines import CityHelpline, DistressKind
from corpus.machine_text.fold import fold

_FILE = "distress.toml"
_INFORMATION = "informs"
# The gravest first: what a kind's number is called for decides, not how sure its words are.
KINDS: tuple[DistressKind, ...] = get_args(DistressKind)


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
    """What `text` speaks of, the gravest first, or None.

    Who asks for a brochure or a course wants to know something, whatever it is about.
    """
    folded = fold(text)
    spared, needs = folded_patterns(_FILE, "spared"), folded_patterns(_FILE)
    said = {kind: spared[kind].sub(" ", folded) if kind in spared else folded for kind in KINDS}
    told = scenes_in(text, _FILE)
    for kind in KINDS:
        if kind in told or (kind in needs and needs[kind].search(said[kind])):
            return Distress(kind, _INFORMATION not in classes_in(text))
    about = folded_patterns(_FILE, "about")
    return next(
        (Distress(kind, False) for kind in KINDS if kind in about and about[kind].search(said[kind])), None
    )


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
