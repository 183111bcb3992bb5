"""Whether a question is about the town hall as such: "Habt ihr morgen offen?", "Wo seid ihr?"."""

import re
from functools import cache

from bot.patterns import load_patterns

_WORD = re.compile(r"[^\W_]")


def asks_at_large(text: str, *, city: str) -> bool:
    """Whether `text` names no office, no service and no thing: it holds a word, but none of its own.

    The name of the `city` and the town hall itself are none, either.
    """
    return bool(_WORD.search(text)) and not _WORD.search(own_words(text, city=city))


def own_words(text: str, *, city: str) -> str:
    """What is left of a question about hours or the way without the words that all of them have."""
    rest = _general().sub(" ", text)
    return re.sub(rf"\b{re.escape(city)}s?\b", " ", rest, flags=re.IGNORECASE)


def names_hall(text: str) -> bool:
    """Whether `text` names the town hall or the administration as a whole."""
    return bool(_patterns()["hall"].search(text))


@cache
def _general() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one.pattern})" for one in _patterns().values()), re.IGNORECASE)


def _patterns() -> dict[str, re.Pattern[str]]:
    return load_patterns("bot.understanding", "at_large.toml")
