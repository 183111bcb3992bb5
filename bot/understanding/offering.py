"""Whether the pages found are about the service that a question names."""

from collections.abc import Sequence
from enum import Enum

from corpus.lexicon import load_lexicon
from corpus.lexicon.offered import is_about, services_of
from corpus.records import Document


class Offering(Enum):
    """What the lexicon makes of question and pages together."""

    OFFERED = "offered"
    MISSING = "missing"
    UNKNOWN = "unknown"


def offering(text: str, documents: Sequence[Document]) -> Offering:
    """Whether one of `documents` (the first few found) is about a service that `text` names.

    Unknown where it names none that the lexicon knows.
    """
    asked = load_lexicon().find(text)
    if not asked:
        return Offering.UNKNOWN
    keys = {service.key for service in asked}
    about = any(
        services_of(document) & keys or any(is_about(document, service) for service in asked)
        for document in documents
    )
    return Offering.OFFERED if about else Offering.MISSING
