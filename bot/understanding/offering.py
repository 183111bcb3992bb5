"""Whether the pages found are about the service that a question names."""

from collections.abc import Sequence
from enum import Enum

from corpus.lexicon import Service, load_lexicon
from corpus.lexicon.offered import is_about, services_of
from corpus.records import Document


class Offering(Enum):
    """What the lexicon makes of question and pages together."""

    OFFERED = "offered"
    NEARBY = "nearby"
    MISSING = "missing"
    UNKNOWN = "unknown"


def offering(text: str, documents: Sequence[Document]) -> Offering:
    """Whether one of `documents` (the first few found) is about a service that `text` names.

    Nearby where only a later one than the first is. Unknown where `text` names none that the lexicon knows.
    """
    asked = load_lexicon().find(text)
    if not asked:
        return Offering.UNKNOWN
    for place, document in enumerate(documents):
        if _is_about_one(document, asked):
            return Offering.NEARBY if place else Offering.OFFERED
    return Offering.MISSING


def _is_about_one(document: Document, asked: Sequence[Service]) -> bool:
    keys = {service.key for service in asked}
    return bool(services_of(document) & keys) or any(is_about(document, service) for service in asked)
