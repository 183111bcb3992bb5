"""Recognises pages that say the same: a print view, a page kept twice, one text under two menus."""

import re
from collections.abc import Iterable
from typing import TypeVar

from corpus.records import Document

One = TypeVar("One")

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_SHINGLE = 4
_LENGTHS = 0.85
_TITLES = 0.5
_TEXTS = 0.8


def without_twins(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Leave out whatever says the same as a document before it: for lists that people choose from."""
    kept: list[Document] = []
    for document in documents:
        if not any(are_twins(other, document) for other in kept):
            kept.append(document)
    return tuple(kept)


def are_twins(one: Document, other: Document) -> bool:
    """Whether two documents are near-duplicates for the same readers: shingles of four words, Jaccard 0.8.

    Texts that differ in a single number aren't: the number may be a fee, and citizens have to see both.
    """
    if (one.language, one.simple, one.audience) != (other.language, other.simple, other.audience):
        return False
    texts = one.text(), other.text()
    shorter, longer = sorted(map(len, texts))
    # The cheap questions first: of ten documents found hardly any two get past them.
    if shorter < _LENGTHS * longer or not _alike(_words(one.title), _words(other.title), _TITLES):
        return False
    if _NUMBER.findall(texts[0]) != _NUMBER.findall(texts[1]):
        return False
    return _alike(_shingles(texts[0]), _shingles(texts[1]), _TEXTS)


def _alike(some: set[One], others: set[One], least: float) -> bool:
    together = len(some | others)
    return together > 0 and len(some & others) >= least * together


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return {tuple(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))}
