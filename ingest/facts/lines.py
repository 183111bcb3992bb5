"""Questions to a section's lines that several kinds of facts ask."""

import re

from corpus.analysis.sentences import split_sentences
from corpus.records import Section

# "15. Januar" begins a date, no list item.
_MONTH = r"(?:Jan|Feb|März|Mrz|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)"
_MARK = re.compile(rf"^(?:[-–•*]|\d{{1,2}}[.)](?!\s+{_MONTH})|\(\d{{1,2}}\))\s+")


def lines(section: Section) -> list[str]:
    """Give a section's lines, empty ones left out."""
    return [line for line in section.text.splitlines() if line.strip()]


def is_item(line: str) -> bool:
    """Tell whether a line is a list item."""
    return bool(_MARK.match(line))


def without_mark(line: str) -> str:
    """Give a line without its list mark."""
    return _MARK.sub("", line).strip()


def is_row(line: str) -> bool:
    """Tell whether a line is a table row: several cells, at least two of them with their column's head."""
    return sum(bool(column) for column, _ in cells(line)) > 1


def statements(line: str) -> list[str]:
    """Split running text into its sentences; a list item or a table row is one statement."""
    return [line] if is_item(line) or is_row(line) else split_sentences(line)


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
