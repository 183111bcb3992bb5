"""Masks personal data in a question before anything else sees it."""

from dataclasses import dataclass

from bot.safety.personal.numbers import Found, find_numbers
from bot.safety.personal.reach import find_reach

MASK = "[…]"
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@dataclass(frozen=True)
class Masked:
    """A text whose personal data is replaced by „[…]“, and the kinds that were found, in their order."""

    text: str
    kinds: tuple[str, ...]


def mask(text: str) -> Masked:
    """Replace what identifies a person; where finds overlap, everything that any of them covers goes."""
    text = text.translate(_DIGITS)
    found = sorted([*find_numbers(text), *find_reach(text)], key=lambda one: (one.start, -one.end))
    parts: list[str] = []
    kinds: list[str] = []
    end = 0
    for one in found:
        if one.start >= end:
            parts.extend([text[end : one.start], MASK])
            kinds.append(one.kind)
        end = max(end, one.end)
    parts.append(text[end:])
    return Masked("".join(parts), tuple(dict.fromkeys(kinds)))


__all__ = ["MASK", "Found", "Masked", "mask"]
