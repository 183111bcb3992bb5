"""Whether a question is about the town hall as such: "Habt ihr morgen offen?", "Wo seid ihr?"."""

import re
from functools import cache

from bot.patterns import load_patterns

_WORD = re.compile(r"[^\W_]")
# "am Bach", "(Fluss)", "v. d. Höhe": what tells a town from others of its name.
_ADDITION = re.compile(r"\s+(?=[a-zäöü(])|[/,]")


def asks_at_large(text: str, *, city: str) -> bool:
    """Whether `text` names no office, no service and no thing: it holds a word, but none of its own.

    The name of the `city` and the town hall itself are none, either.
    """
    return bool(_WORD.search(text)) and not _WORD.search(own_words(text, city=city))


def own_words(text: str, *, city: str) -> str:
    """What is left of a question about hours or the way without the words that all of them have."""
    return _general().sub(" ", without_city(text, city))


def without_city(text: str, city: str) -> str:
    """`text` without the name of the `city`, in full or as one says it ("Neustadt" of "Neustadt am Bach")."""
    names = "|".join(re.escape(one) for one in (city, _ADDITION.split(city)[0]))
    return re.sub(rf"(?<!\w)(?:{names})s?(?!\w)", " ", text, flags=re.IGNORECASE)


def names_hall(text: str) -> bool:
    """Whether `text` names the town hall or the administration as a whole."""
    return bool(_patterns()["hall"].search(text))


@cache
def _general() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one.pattern})" for one in _patterns().values()), re.IGNORECASE)


def _patterns() -> dict[str, re.Pattern[str]]:
    return load_patterns("bot.understanding", "at_large.toml")
