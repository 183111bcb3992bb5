"""What a page says, in index tokens: cut once, asked for many questions."""

from functools import lru_cache

from corpus.analysis.tokens import GRAM, grams, stems

_TEXTS = 600
"""Texts that are kept: some 15 KB for a long one."""


class Said:
    """The stems of a text, and the 5-grams of the long ones without listing them: `"teuer" in said`."""

    __slots__ = ("_long", "stems")

    def __init__(self, text: str) -> None:
        self.stems = frozenset(stems(text))
        self._long = " ".join(one for one in self.stems if grams(one))

    def __contains__(self, token: object) -> bool:
        """Whether `corpus.analysis.tokens.index_tokens` of the text gives this token."""
        if token in self.stems:
            return True
        return isinstance(token, str) and len(token) == GRAM and token in self._long


@lru_cache(maxsize=_TEXTS)
def said_in(text: str) -> Said:
    """What a text of a page says. It is remembered, so nothing that citizens type belongs here."""
    return Said(text)
