"""Patterns that see through disguise: text and patterns are folded alike before they are compared."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from corpus.machine_text.patterns import any_of


@cache
def folded_patterns(name: str, table: str = "") -> dict[str, re.Pattern[str]]:
    """The lists of regular expressions in `table` of this package's file `name` (its top level by default).

    Each list becomes one pattern, to be matched against text of `fold`. `%word%` in it stands for that entry
    of the file's table `fragments`.
    """
    data: dict[str, Any] = tomllib.loads(files("bot.safety").joinpath(name).read_text(encoding="utf-8"))
    lists: dict[str, Any] = data[table] if table else data
    fragments: dict[str, str] = data.get("fragments", {})
    return {key: any_of(found, fragments) for key, found in lists.items() if isinstance(found, list)}
