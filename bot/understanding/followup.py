"""Whether a question leans on the one before: "und für Kinder?", "wo ist das?", "war aber in der S-Bahn"."""

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corpus.analysis.topic import topic_stems

# "wann ist der fertig?", "was kostet die?", "wo kann ich den abholen?": an article that no noun follows.
_ARTICLE_ALONE = re.compile(r"\b(?:der|die|den|dem)(?=\s*(?:[a-zäöüß]+\s*)?[?.!,]*$)")
_LONGEST = 15
"""Words of a question that is taken to carry the conversation on though nothing in it says so."""


@dataclass(frozen=True)
class Reference:
    """How a question refers to what the last answer was about.

    `leans`: it can't be understood without it. `stays`: it asks for the same thing, its own words name no
    other. `switches`: it carries on, but names another service ("und der Reisepass?").
    """

    leans: bool = False
    stays: bool = False
    switches: bool = False


@dataclass(frozen=True)
class _Signs:
    opening: re.Pattern[str]
    pointing: re.Pattern[str]
    telling: re.Pattern[str]
    circumstances: frozenset[str]


def refer(text: str, *, german: bool, named: Collection[str], before: Collection[str]) -> Reference:
    """How `text` refers to the last answer, which was about the services `before`.

    `named` are the keys of the services that `text` names by itself and that the city offers. Without one, a
    question in the middle of a conversation is taken to carry it on, unless it is long. Words of other
    languages aren't known to the German lists; there only the services tell whether it names something.
    """
    signs = _signs()
    own = [one for one in topic_stems(text) if one not in signs.circumstances] if german else list(named)
    opens = bool(signs.opening.search(text))
    points = bool(signs.pointing.search(text) or _ARTICLE_ALONE.search(text))
    if named and not set(named) & set(before):
        leans = opens or (points and len(own) <= 1)
        return Reference(leans=leans, switches=leans)
    leans = opens or points or len(text.split()) <= _LONGEST or bool(signs.telling.search(text))
    return Reference(leans=leans, stays=leans and not own)


@cache
def _signs() -> _Signs:
    data = tomllib.loads(files("bot.understanding").joinpath("followup.toml").read_text(encoding="utf-8"))
    opening, pointing, telling = (
        re.compile("|".join(f"(?:{one})" for one in data[key]), re.IGNORECASE)
        for key in ("opening", "pointing", "telling")
    )
    return _Signs(opening, pointing, telling, frozenset(topic_stems(data["circumstances"]["words"])))
