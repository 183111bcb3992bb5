"""Which leading messages of a request stay the same from one to the next, as a client says it."""

from __future__ import annotations

from collections.abc import Sequence

HEADER = "X-Fixed-Messages"
"""With it a client marks so many leading messages as fixed. A header, since strict servers refuse unknown
fields in a request, and no server minds an unknown header."""


def leading_system_messages(roles: Sequence[str]) -> int:
    """How many messages at the beginning are the system's: what is fixed where nothing else is said."""
    for number, role in enumerate(roles):
        if role != "system":
            return number
    return len(roles)


def marked_messages(header: str | None, count: int) -> int | None:
    """How many of `count` messages a client's header marks; None where it marks none, or none that fit."""
    if header is None or not header.isascii() or not header.isdigit() or not 0 < int(header) < count:
        return None
    return int(header)
