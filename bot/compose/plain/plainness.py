"""How hard a line is to read, at a glance: for choosing among many lines while a citizen waits."""

import re

_WORD = re.compile(r"[^\W\d_]+")
_LONG = 6
_HARDEST = 80.0


def hardness(line: str) -> float:
    """From 0 (plain) to 1: the LIX (Björnsson 1968) of a line taken as one sentence, of at most 80.

    `bot.compose.plain.readability` measures whole texts; this needs no syllables and no library to load.
    """
    words = _WORD.findall(line)
    if not words:
        return 0.0
    long = sum(len(word) > _LONG for word in words)
    return min(1.0, (len(words) + 100 * long / len(words)) / _HARDEST)
