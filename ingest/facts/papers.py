"""Required documents: the items of the lists in sections about what to bring."""

import re
from collections.abc import Iterator

from corpus.records import Fact, FactKind, Section, SectionKind
from ingest.facts.lines import is_item, lines, without_mark

_LONGEST_PROSE = 120


def find_papers(section: Section, index: int) -> Iterator[Fact]:
    """Give each list item of a documents section as a fact; short paragraphs where there is no list.

    The line above a list that ends with a colon ("Bei Verlust:") becomes the items' label.
    """
    if section.kind is not SectionKind.DOCUMENTS:
        return
    all_lines = lines(section)
    has_items = any(is_item(line) for line in all_lines)
    label = section.heading
    for line in all_lines:
        text = without_mark(line)
        if is_item(line) or (not has_items and not line.endswith(":") and _is_phrase(line)):
            yield Fact(kind=FactKind.DOCUMENT, value=text, words=line, section=index, label=label)
        elif line.endswith(":"):
            label = line.rstrip(":").strip() or section.heading


def _is_phrase(line: str) -> bool:
    """Tell whether a line names a paper ("Personalausweis oder Reisepass") and explains nothing."""
    return len(line) <= _LONGEST_PROSE and not re.search(r"[.!?]\s|\b(?:nicht|kein\w*)\b", line)
