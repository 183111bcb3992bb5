"""Profiles of documents, kept as long as they are asked for often."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from corpus.records import Document
from corpus.search.ranking.profile import Profile, profile_of

KEPT = 2_000
"""Profiles that are kept: some 4 KB each, and all of a small town's."""


class Profiles:
    """The profiles of one generation's documents; safe to use from many threads."""

    def __init__(self, document: Callable[[str], Document | None]) -> None:
        """`document` gives a document by its id."""
        self._document = document
        self._kept: OrderedDict[str, Profile] = OrderedDict()
        self._lock = Lock()

    def of(self, document_id: str) -> Profile:
        """The profile of this document. Raises `KeyError` if there is no document with this id."""
        with self._lock:
            if document_id in self._kept:
                self._kept.move_to_end(document_id)
                return self._kept[document_id]
        document = self._document(document_id)
        if document is None:
            raise KeyError(document_id)
        profile = profile_of(document)
        with self._lock:
            self._kept[document_id] = profile
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return profile
