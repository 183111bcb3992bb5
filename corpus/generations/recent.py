"""What answers asked of a generation's content lately: it never changes, and they ask for the same things."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import lru_cache

from corpus.generations.content import Content, Standing
from corpus.records import Audience, Document, Passage
from corpus.search.fusion import Candidate
from corpus.search.kept import Kept

_DOCUMENTS = 512
_PASSAGES = 1_000
_STANDINGS = 10_000
"""How many are kept: some 10 KB a document, 2 KB a passage, 300 bytes a passage's standing."""


class Recent:
    """Reads from `content` what it hasn't read lately; safe to use from many threads."""

    def __init__(self, content: Content) -> None:
        self.document = lru_cache(maxsize=_DOCUMENTS)(content.document)
        self.document_ids = lru_cache(maxsize=1)(content.document_ids)
        self.document_at = lru_cache(maxsize=_DOCUMENTS)(content.document_at)
        self._content = content
        self._passages: Kept[str, Passage] = Kept(_PASSAGES)
        self._standings: Kept[str, Standing] = Kept(_STANDINGS)

    def candidates(
        self, passage_ids: Collection[str], audiences: Collection[Audience], on: date
    ) -> dict[str, Candidate]:
        """What fusion has to know of these passages.

        Left out are those of documents for other audiences, whatever the indexes said, and of documents that
        aren't valid on that day.
        """
        day = on.isoformat()
        return {
            passage_id: one.candidate
            for passage_id, one in self._standings.of(passage_ids, self._content.standings).items()
            if one.audience in audiences and (one.valid_from or day) <= day <= (one.valid_until or day)
        }

    def passages(self, passage_ids: Sequence[str]) -> dict[str, Passage]:
        """The passages with these ids."""
        return self._passages.of(passage_ids, self._content.passages)

    def offices(self, document: Document) -> tuple[Document, ...]:
        """The documents that `office_ids` names, by id or URL; what isn't there is left out.

        An internal office is given for an internal document only.
        """
        offices: dict[str, Document] = {}
        for name in document.office_ids:
            office = self.document(name) or self.document_at(name)
            if office is not None and (
                office.audience is Audience.PUBLIC or document.audience is Audience.INTERNAL
            ):
                offices.setdefault(office.id, office)
        return tuple(offices.values())

    def forget(self) -> None:
        """Release the documents."""
        self.document.cache_clear()
        self.document_at.cache_clear()
        self.document_ids.cache_clear()
