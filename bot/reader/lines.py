"""The lines of a document that can be part of an answer."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.analysis.sentences import split_sentences
from corpus.records import Document, SectionKind


@dataclass(frozen=True)
class Line:
    """A sentence, list item or table row; `position` counts lines of the document from 0."""

    text: str
    heading: str
    kind: SectionKind
    section: int
    position: int
    document_title: str = ""


def lines_of(document: Document, *, leave_out: Iterable[SectionKind] = ()) -> list[Line]:
    """All lines of `document` in order, without the sections of the kinds to leave out."""
    skipped = set(leave_out)
    lines: list[Line] = []
    for index, section in enumerate(document.sections):
        if section.kind in skipped:
            continue
        for paragraph in section.text.split("\n"):
            # A list item is one thing: its second sentence means nothing without the first.
            for sentence in [paragraph] if is_item(paragraph) else split_sentences(paragraph):
                lines.append(Line(sentence, section.heading, section.kind, index, len(lines), document.title))
    return lines


def is_item(text: str) -> bool:
    """Whether a line is an item of a list ("- …") or a numbered step ("1. …")."""
    return bool(_ITEM.match(text))


def lines_of_page(texts: Sequence[str], *, title: str = "") -> list[Line]:
    """The lines of a page that comes as bare text; short lines without an end are taken for headings."""
    lines: list[Line] = []
    heading = title
    for position, text in enumerate(texts):
        if looks_like_heading(text):
            heading = text
        lines.append(Line(text, heading, SectionKind.DESCRIPTION, 0, position, title))
    return lines


def looks_like_heading(text: str) -> bool:
    """Whether a line reads like a heading: short, no list item, no full stop."""
    return len(text) < _LONGEST_HEADING and text[-1:] not in set(".!;,:") and text[:2] not in {"- ", "• "}


_LONGEST_HEADING = 60
_ITEM = re.compile(r"[-•] |\d{1,2}\. (?=[A-ZÄÖÜ])")
