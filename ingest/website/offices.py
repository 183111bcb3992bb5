"""Finds the offices in charge of what a page describes: by its links, else by the number it prints."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.records import Document, DocumentKind, Fact, FactKind, SectionKind

_MOST_OFFICES = 6


@dataclass(frozen=True)
class Offices:
    """The offices of a site by address and by the telephone numbers and mail addresses that they print."""

    by_url: dict[str, str]
    by_contact: dict[str, str]

    @classmethod
    def of(cls, documents: Sequence[Document]) -> "Offices":
        """Gather them from a site's documents."""
        offices = [document for document in documents if document.kind is DocumentKind.OFFICE]
        owners: dict[str, str] = {}
        # A department's page lists its offices' numbers too: who prints the fewest owns them.
        for office in sorted(offices, key=lambda one: len(set(_contacts(one)))):
            for key in _contacts(office):
                owners.setdefault(key, office.id)
        return cls(
            by_url={url: office.id for office in offices for url in (office.url, *office.aliases)},
            by_contact=owners,
        )

    def assign(self, document: Document) -> Document:
        """Give a document the ids of its offices, nearest first; links that lead to no office are dropped."""
        found = [self.by_url[url] for url in document.office_ids if url in self.by_url]
        if not found and document.kind in {DocumentKind.SERVICE, DocumentKind.EVENT}:
            found = [self.by_contact[key] for key in _contacts(document) if key in self.by_contact]
        ids = dict.fromkeys(one for one in found if one != document.id)
        if len(ids) > _MOST_OFFICES:
            # A directory of offices, not a page that some of them are in charge of.
            ids = {}
        return document.model_copy(update={"office_ids": tuple(ids)})


def _contacts(document: Document) -> list[str]:
    return [key for fact in document.facts if (key := _key(document, fact))]


def _key(document: Document, fact: Fact) -> str | None:
    if document.sections[fact.section].kind is not SectionKind.CONTACT:
        return None
    if fact.kind is FactKind.TELEPHONE:
        return fact.e164
    return fact.url if fact.kind is FactKind.EMAIL else None
