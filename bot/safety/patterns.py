"""Patterns that see through disguise: text and patterns are folded alike before they are compared."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from corpus.machine_text.fold import without_marks

_FRAGMENT = re.compile(r"%([a-z_]+)%")


@cache
def folded_patterns(name: str, table: str = "") -> dict[str, re.Pattern[str]]:
    """The lists of regular expressions in `table` of this package's file `name` (its top level by default).

    Each list becomes one pattern, to be matched against text of `fold`. `%word%` in it stands for that entry
    of the file's table `fragments`.
    """
    data: dict[str, Any] = tomllib.loads(files("bot.safety").joinpath(name).read_text(encoding="utf-8"))
    lists: dict[str, Any] = data[table] if table else data
    fragments: dict[str, str] = data.get("fragments", {})
    return {key: _any(found, fragments) for key, found in lists.items() if isinstance(found, list)}


def _any(found: Sequence[str], fragments: Mapping[str, str]) -> re.Pattern[str]:
    filled = (_FRAGMENT.sub(lambda match: fragments[match[1]], one) for one in found)
    return re.compile("|".join(f"(?:{without_marks(one)})" for one in filled), re.IGNORECASE)
