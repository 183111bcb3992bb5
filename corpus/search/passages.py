"""Cuts documents into passages: a section each, long sections at lines and sentences."""

import math
from collections.abc import Iterator

from corpus.analysis.sentences import split_sentences
from corpus.records import Document, Passage

TARGET_WORDS = 150
"""How long the pieces of a long section become; short sections stay whole."""
LONGEST_WORDS = 180
"""A section up to this length is one passage; only a longer sentence is ever cut between words."""


def cut(document: Document) -> list[Passage]:
    """The passages of a document in reading order; sections without text have none.

    The pieces of a section hold all its words, in order, and end at lines where possible, else at sentences.
    """
    return [
        Passage(
            id=f"{document.id}#{index}.{number}",
            document_id=document.id,
            section=index,
            kind=section.kind,
            title=document.title,
            heading=section.heading,
            text=piece,
            language=document.language,
            keywords=document.keywords,
        )
        for index, section in enumerate(document.sections)
        for number, piece in enumerate(pieces(section.text))
    ]


def pieces(text: str) -> list[str]:
    """Text in pieces of about `TARGET_WORDS` words, none longer than `LONGEST_WORDS`."""
    total = _length(text)
    if total == 0:
        return []
    if total <= LONGEST_WORDS:
        return [text.strip()]
    share = total / math.ceil(total / TARGET_WORDS)
    done: list[str] = []
    current = ""
    for separator, unit in _units(text):
        joined = f"{current}{separator}{unit}" if current else unit
        # A piece ends when it is nearer to its share without the next unit than with it.
        over = _length(joined) - share
        if current and (_length(joined) > LONGEST_WORDS or over > share - _length(current)):
            done.append(current)
            current = unit
        else:
            current = joined
    return [*done, current] if current else done


def _units(text: str) -> Iterator[tuple[str, str]]:
    """Lines, the sentences of long lines, runs of words of endless sentences; with what separates them."""
    for line in text.splitlines():
        separator = "\n"
        if not line.strip():
            continue
        if _length(line) <= TARGET_WORDS:
            yield separator, line.strip()
            continue
        for sentence in split_sentences(line):
            words = sentence.split()
            for start in range(0, len(words), TARGET_WORDS):
                yield separator, " ".join(words[start : start + TARGET_WORDS])
                separator = " "


def _length(text: str) -> int:
    return len(text.split())
