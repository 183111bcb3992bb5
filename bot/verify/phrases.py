"""Phrases that say the same in official and in plain German, written in one way before they are compared."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """`text` with such phrases in one spelling; for comparing, not for people."""
    for pattern, said in _rules():
        text = pattern.sub(said, text)
    return text


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    groups = tomllib.loads(files(__package__).joinpath("phrases.toml").read_text(encoding="utf-8"))["group"]
    return tuple((re.compile(pattern), said) for group in groups for pattern, said in group["rules"])
