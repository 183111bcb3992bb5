"""Profiles of documents, kept as long as they are asked for often."""

from collections.abc import Callable, Mapping, Sequence

from corpus.records import Document
from corpus.search.kept import Kept
from corpus.search.ranking.profile import Profile, profile_of

KEPT = 2_000
"""Profiles that are kept: some 4 KB each, and all of a small town's."""

Stored = Callable[[Sequence[str]], Mapping[str, Profile]]


class Profiles:
    """The profiles of one generation's documents; safe to use from many threads."""

    def __init__(self, document: Callable[[str], Document | None], stored: Stored | None = None) -> None:
        """`document` gives a document by its id; `stored` the profiles made when the index was built."""
        self._document = document
        self._stored = stored
        self._kept: Kept[str, Profile] = Kept(KEPT)

    def of(self, document_ids: Sequence[str]) -> list[Profile]:
        """The profiles of these documents. Raises `KeyError` if there is no document with one of the ids."""
        found = self._kept.of(document_ids, self._read)
        return [found[one] for one in document_ids]

    def _read(self, document_ids: Sequence[str]) -> dict[str, Profile]:
        read = dict(self._stored(document_ids)) if self._stored else {}
        for one in document_ids:
            if one not in read:
                document = self._document(one)
                if document is None:
                    raise KeyError(one)
                read[one] = profile_of(document)
        return read
