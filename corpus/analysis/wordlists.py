"""The word lists beside this file, read when they are first needed."""

from functools import cache
from importlib import resources


@cache
def wordlist(name: str) -> frozenset[str]:
    """The words of a packaged list such as `stopwords.txt`; lines that start with # are comments."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
