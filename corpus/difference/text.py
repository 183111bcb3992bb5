"""The lines in which two texts differ."""

from difflib import unified_diff

LONGEST_LINE = 300
"""Characters of a line that are shown."""
MOST_COMPARED = 2_000
"""Lines of each text that are compared: the comparison's time grows with the product of both."""


def diff(old: str, new: str) -> tuple[str, ...]:
    """The changed lines of two texts with one line of context: "-" went, "+" came, " " stays; empty if equal.

    Lines that mark a jump read "@@".
    """
    if old == new:
        return ()
    before, after = old.splitlines()[:MOST_COMPARED], new.splitlines()[:MOST_COMPARED]
    lines = list(unified_diff(before, after, lineterm="", n=1))[2:]
    shown = tuple(_short("@@" if line.startswith("@@") else line) for line in lines)
    # One jump at the start says nothing.
    return shown[1:] if shown and shown[0] == "@@" else shown


def _short(line: str) -> str:
    return line if len(line) <= LONGEST_LINE else line[:LONGEST_LINE] + " …"
