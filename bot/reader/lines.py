"""The lines of a document that can be part of an answer."""

from collections.abc import Iterable
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
            for sentence in split_sentences(paragraph):
                lines.append(Line(sentence, section.heading, section.kind, index, len(lines), document.title))
    return lines
