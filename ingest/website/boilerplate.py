"""Leaves out sections that stand on most pages of a site: the box with the city's telephone number."""

from collections import Counter

from corpus.records import Document, FactKind

_MOST_PAGES = 0.6
_FEWEST_PAGES = 8


def without_boilerplate(documents: list[Document]) -> list[Document]:
    """Remove sections whose heading and text are the same on more than 60 % of at least 8 pages.

    A document that consists of nothing else keeps them: somewhere the text must stay.
    """
    counts = Counter(
        key for document in documents for key in {(one.heading, one.text) for one in document.sections}
    )
    common = {
        key
        for key, count in counts.items()
        if count >= _FEWEST_PAGES and count > _MOST_PAGES * len(documents)
    }
    if not common:
        return documents
    return [_without(document, common) for document in documents]


def _without(document: Document, common: set[tuple[str, str]]) -> Document:
    kept = [index for index, one in enumerate(document.sections) if (one.heading, one.text) not in common]
    if not kept or len(kept) == len(document.sections):
        return document
    place = {old: new for new, old in enumerate(kept)}
    facts = tuple(
        fact.model_copy(update={"section": place[fact.section]})
        for fact in document.facts
        if fact.section in place
    )
    gone = {fact.url for fact in document.facts if fact.section not in place}
    still = {fact.url for fact in facts if fact.kind in {FactKind.FORM, FactKind.ONLINE}}
    return document.model_copy(
        update={
            "sections": tuple(document.sections[index] for index in kept),
            "facts": facts,
            "forms": tuple(link for link in document.forms if link.url not in gone - still),
            "online": tuple(link for link in document.online if link.url not in gone - still),
        }
    )
