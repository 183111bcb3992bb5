"""Whether the pages found are about the service that a question names."""

from collections.abc import Sequence
from enum import Enum

from corpus.lexicon import load_lexicon
from corpus.lexicon.offered import is_about, services_named, services_of
from corpus.records import Document


class Offering(Enum):
    """What the lexicon makes of question and pages together."""

    OFFERED = "offered"
    RELATED = "related"
    NEARBY = "nearby"
    MISSING = "missing"
    UNKNOWN = "unknown"


def offering(text: str, documents: Sequence[Document]) -> Offering:
    """Whether one of `documents` (the first few found) is about a service that `text` names.

    Related where a keyword alone joins the first to it: that of a death certificate may be "Bestattung".
    Nearby where only a later one than the first is. Unknown where `text` names none that the lexicon knows.
    """
    asked = load_lexicon().find(text)
    if not asked:
        return Offering.UNKNOWN
    keys = {service.key for service in asked}
    if documents and (named(documents[0]) & keys or any(is_about(documents[0], one) for one in asked)):
        return Offering.OFFERED
    if documents and services_of(documents[0]) & keys:
        return Offering.RELATED
    if any(services_of(document) & keys for document in documents[1:]):
        return Offering.NEARBY
    later = any(is_about(document, service) for document in documents[1:] for service in asked)
    return Offering.NEARBY if later else Offering.MISSING


def named(document: Document) -> frozenset[str]:
    """The keys of the services that title or LeiKa number name; of keywords none."""
    return services_named(document.title, (), document.leika)
