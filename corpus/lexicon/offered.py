"""Which services of the lexicon a document is about."""

from functools import lru_cache

from corpus.lexicon.files import load_lexicon
from corpus.records import Document

_KEYWORDS = 20
_REMEMBERED = 20_000
_FEW_NUMBERS = 2
"""A page with more LeiKa numbers is an overview of many services."""


def services_of(document: Document) -> frozenset[str]:
    """The keys of the services that title or LeiKa number name, and that the first keywords name best."""
    numbers = document.leika if len(document.leika) <= _FEW_NUMBERS else ()
    numbered = (load_lexicon().numbered(number) for number in numbers)
    return _named(document.title, tuple(document.keywords[:_KEYWORDS])) | {
        service.key for service in numbered if service
    }


@lru_cache(maxsize=_REMEMBERED)
def _named(title: str, keywords: tuple[str, ...]) -> frozenset[str]:
    lexicon = load_lexicon()
    by_keyword = (service for keyword in keywords for service in lexicon.find(keyword)[:1])
    return frozenset(service.key for service in (*lexicon.find(title), *by_keyword))
