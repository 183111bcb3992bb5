"""Lists of regular expressions kept in TOML data files, compiled once."""

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def load_patterns(package: str, name: str) -> dict[str, re.Pattern[str]]:
    """Read `name` (TOML: a table of lists of regular expressions) from `package`.

    Each list becomes one pattern of alternatives, matched without regard to case.
    """
    data: dict[str, list[str]] = tomllib.loads(files(package).joinpath(name).read_text(encoding="utf-8"))
    return {
        key: re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)
        for key, patterns in data.items()
    }
