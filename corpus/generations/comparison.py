"""What two generations hold differently, and what the city's canary questions find in each."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.difference.documents import DocumentChange, compare_documents
from corpus.generations.opened import Generation
from corpus.records import Document

MOST_COMPARED = 200
"""Changed documents whose differences are worked out; the others are counted."""


@dataclass(frozen=True)
class Titled:
    """A document by id and title."""

    id: str
    title: str


@dataclass(frozen=True)
class FirstHit:
    """The title of the first document that a question finds in the old and in the new generation."""

    question: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class Comparison:
    """What is in the new generation otherwise than in the old one; `unchanged` counts documents."""

    new: tuple[Titled, ...]
    removed: tuple[Titled, ...]
    changed: tuple[DocumentChange, ...]
    more_changed: int
    unchanged: int
    canaries: tuple[FirstHit, ...]


def compare_generations(old: Generation, new: Generation, questions: tuple[str, ...] = ()) -> Comparison:
    """Compare two generations document by document; neither is held in memory as a whole."""
    added: list[Titled] = []
    removed: list[Titled] = []
    changed: list[DocumentChange] = []
    more = unchanged = 0
    for before, after in _aligned(old.documents(), new.documents()):
        if before is None and after is not None:
            added.append(Titled(after.id, after.title))
        elif before is not None and after is None:
            removed.append(Titled(before.id, before.title))
        elif before is not None and after is not None and before.content_hash() != after.content_hash():
            if len(changed) < MOST_COMPARED:
                changed.append(compare_documents(before, after))
            else:
                more += 1
        else:
            unchanged += 1
    hits = tuple(FirstHit(one, _first(old, one), _first(new, one)) for one in questions)
    return Comparison(tuple(added), tuple(removed), tuple(changed), more, unchanged, hits)


def _aligned(
    old: Iterator[Document], new: Iterator[Document]
) -> Iterator[tuple[Document | None, Document | None]]:
    """Pairs of documents with one id; both come by id."""
    before, after = next(old, None), next(new, None)
    while before is not None or after is not None:
        if after is None or (before is not None and before.id < after.id):
            yield before, None
            before = next(old, None)
        elif before is None or after.id < before.id:
            yield None, after
            after = next(new, None)
        else:
            yield before, after
            before, after = next(old, None), next(new, None)


def _first(generation: Generation, question: str) -> str | None:
    results = generation.search(question, limit=1)
    if not any(hit.lexical > 0 for hit in results.hits) or not results.documents:
        return None
    document = generation.document(results.documents[0].document_id)
    return document.title if document else None
