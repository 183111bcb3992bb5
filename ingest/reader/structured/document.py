"""Brings what structured data adds into a document."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from corpus.records import Document, DocumentKind
from ingest.addresses import canonical_url, is_web_address
from ingest.facts import find_facts
from ingest.reader.structured.completion import Completion, complete
from ingest.reader.structured.items import Item
from ingest.reader.structured.subject import kind_of, subject_of
from ingest.reader.vocabulary import Vocabulary


def completed(
    document: Document, items: Sequence[Item], vocabulary: Vocabulary
) -> tuple[Document, tuple[str, ...]]:
    """Give the document with what its page's items add, and German sentences on what they contradict.

    The item that is about the page tells the document's kind. Questions of an FAQPage become sections
    wherever they stand, but make a page of a kind none of frequent questions.
    """
    if not items:
        return document, ()
    types = vocabulary.schema_types
    subject = subject_of(items, document.url, document.title, types)
    contradictions: list[str] = []
    if subject is not None:
        document = _with_kind(document, kind_of(subject, types), vocabulary)
        document, said = _with(document, complete(subject, document.kind, document.sections, document.facts))
        contradictions += said
    for item in items:
        if kind_of(item, types) is DocumentKind.FAQ:
            asked = complete(item, DocumentKind.FAQ, document.sections, document.facts)
            document, _ = _with(document, asked)
            if document.kind is DocumentKind.PAGE:
                document = _with_kind(document, DocumentKind.FAQ, vocabulary)
    return document, tuple(contradictions)


def _with_kind(document: Document, kind: DocumentKind | None, vocabulary: Vocabulary) -> Document:
    if kind is None or vocabulary.plain_pages.search(document.title):
        return document
    return document.model_copy(update={"kind": kind})


def _with(document: Document, found: Completion) -> tuple[Document, list[str]]:
    before = len(document.sections)
    facts = (
        fact.model_copy(update={"section": fact.section + before}) for fact in find_facts(found.sections)
    )
    return document.model_copy(
        update={
            "sections": (*document.sections, *found.sections),
            "facts": (*document.facts, *facts),
            "office_ids": tuple(dict.fromkeys((*document.office_ids, *_own_pages(document, found.offices)))),
            "valid_until": found.valid_until or document.valid_until,
        }
    ), found.contradictions


def _own_pages(document: Document, addresses: Sequence[str]) -> list[str]:
    """The addresses that are pages of the same website, as the crawl knows them."""
    own: list[str] = []
    for address in addresses:
        try:
            url = canonical_url(address, base=document.url)
        except ValueError:
            continue
        parts = urlsplit(url)
        same = parts.netloc == urlsplit(document.url).netloc and bool(parts.path.strip("/"))
        if is_web_address(url) and same and url != document.url:
            own.append(url)
    return own
