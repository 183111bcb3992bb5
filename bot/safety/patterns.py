"""Patterns that see through disguise: text and patterns are folded alike before they are compared."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from corpus.machine_text.fold import without_marks


@cache
def folded_patterns(name: str, table: str = "") -> dict[str, re.Pattern[str]]:
    """The lists of regular expressions in `table` of this package's file `name` (its top level by default).

    Each list becomes one pattern, to be matched against text of `fold`.
    """
    data: dict[str, Any] = tomllib.loads(files("bot.safety").joinpath(name).read_text(encoding="utf-8"))
    lists: dict[str, Any] = data[table] if table else data
    return {key: _any(patterns) for key, patterns in lists.items() if isinstance(patterns, list)}


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{without_marks(one)})" for one in patterns), re.IGNORECASE)
