"""The assistant's own words, a JSON catalogue a language; a missing language falls back to German."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from bot.answer import Style

FALLBACK = "de"


@cache
def texts(language: str) -> Mapping[str, str]:
    """All texts of `language`, German where it lacks one."""
    german = _read(FALLBACK)
    return german if language == FALLBACK else {**german, **_read(language)}


def say(key: str, language: str, style: Style = Style.STANDARD, **values: str) -> str:
    """The text `key` with its `{placeholders}` filled; `<key>.einfach` where the style asks and it exists."""
    catalogue = texts(language)
    simple = catalogue.get(f"{key}.einfach") if style is Style.EINFACH else None
    return (simple or catalogue[key]).format(**values)


def _read(language: str) -> dict[str, str]:
    path = files("bot.texts").joinpath(f"{language}.json")
    if not path.is_file():
        return {}
    data: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return data
