"""Questions to a section's lines that several kinds of facts ask."""

import re

from corpus.records import Section

_MARK = re.compile(r"^(?:[-–•*]|\d{1,2}[.)]|\(\d{1,2}\))\s+")


def lines(section: Section) -> list[str]:
    """Give a section's lines, empty ones left out."""
    return [line for line in section.text.splitlines() if line.strip()]


def is_item(line: str) -> bool:
    """Tell whether a line is a list item."""
    return bool(_MARK.match(line))


def without_mark(line: str) -> str:
    """Give a line without its list mark."""
    return _MARK.sub("", line).strip()


def cells(line: str) -> list[tuple[str, str]]:
    """Split a table row ("Wer: ab 24 Jahren; Gebühr: 46,00 Euro") into (column, value); column "" if none.

    A line that isn't a row gives one cell.
    """
    parts = without_mark(line).split("; ")
    found: list[tuple[str, str]] = []
    for part in parts:
        head, colon, value = part.partition(": ")
        found.append((head.strip(), value.strip()) if colon else ("", part.strip()))
    return found
