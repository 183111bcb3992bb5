"""The assistant's own words: one JSON catalogue a language, and one for simple German."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from bot.answer import Style

FALLBACK = "de"
SIMPLE_GERMAN = "de-simple"


@cache
def languages() -> tuple[str, ...]:
    """The catalogues there are, sorted: ISO 639-1 codes, and `de-simple` (BCP 47) for simple German."""
    names = (entry.name for entry in files("bot.texts").iterdir())
    return tuple(sorted(name.removesuffix(".json") for name in names if name.endswith(".json")))


@cache
def texts(language: str) -> Mapping[str, str]:
    """All texts of `language`, of German where there is no such catalogue; placeholders are written `{name}`.

    Simple German has its own words only where the German ones are not simple.
    """
    own = _read(language) if language in languages() else _read(FALLBACK)
    return MappingProxyType({**_read(FALLBACK), **own} if language == SIMPLE_GERMAN else own)


def say(key: str, language: str, style: Style = Style.STANDARD, **values: str) -> str:
    """The text `key` with its placeholders filled; in simple German where language and style are so."""
    simple = language == FALLBACK and style is Style.EINFACH
    return texts(SIMPLE_GERMAN if simple else language)[key].format(**values)


def _read(language: str) -> dict[str, str]:
    data: dict[str, str] = json.loads((files("bot.texts") / f"{language}.json").read_text(encoding="utf-8"))
    return data
