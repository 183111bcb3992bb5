"""Joins what line ends part: words at hyphens, sentences, dotted lines to page numbers left out."""

import re
from collections.abc import Sequence

_SOFT = "\u00ad"
_KEPT_HYPHEN = re.compile(r"(?:und|oder|bzw|sowie|als|bis)\b")
_LEADERS = re.compile(r"(?:\s?[._…]){4,}\s*")
_CONTENTS = re.compile(r"(?:\s?[.…]){4,}\s*\d{1,3}$")


def joined(lines: Sequence[str]) -> str:
    """Join lines to one, parted words put together."""
    text = ""
    for line in lines:
        text = join_two(text, line) if text else line
    return clean(text)


def join_two(before: str, line: str) -> str:
    """Join a line to the text before it.

    A hyphen at its end goes if a small letter follows ("Gebüh-" "ren") but not in "Haupt- und"; before a
    capital or a figure it stays ("Rhein-" "Main").
    """
    if before.endswith((_SOFT, "-")) and len(before) > 1 and before[-2].isalpha():
        stem = before[:-1]
        if _KEPT_HYPHEN.match(line):
            return f"{stem}- {line}"
        if line[:1].islower():
            return stem + line
        return f"{stem}-{line}"
    return f"{before} {line}"


def clean(text: str) -> str:
    """Give a text as it is shown: soft hyphens as hyphens, lines to fill in left out."""
    return re.sub(r"\s+", " ", _LEADERS.sub(" ", text.replace(_SOFT, "-"))).strip()


def is_contents(text: str) -> bool:
    """Tell whether a line belongs to a table of contents: "§ 3 Gebühren ........ 4"."""
    return bool(_CONTENTS.search(text))
