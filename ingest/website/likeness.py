"""Tells whether two documents say the same."""

import hashlib
import re

from corpus.records import Document

_ALIKE = 0.85


def fingerprint(document: Document) -> str:
    """Give a hash of the words of a document's title and sections; the same for a page and its print view."""
    return hashlib.sha256(" ".join([document.language, *_words(document)]).encode()).hexdigest()


def alike(one: Document, other: Document) -> bool:
    """Tell whether most words (Jaccard similarity) of two documents are the same."""
    first, second = set(_words(one)), set(_words(other))
    if not first or not second:
        return False
    return len(first & second) / len(first | second) >= _ALIKE


def _words(document: Document) -> list[str]:
    return re.findall(r"\w+", document.text().lower())
