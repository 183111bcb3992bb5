"""Which services of the lexicon a document is about."""

from functools import lru_cache

from corpus.lexicon.files import load_lexicon
from corpus.records import Document

_KEYWORDS = 20
_REMEMBERED = 20_000


def services_of(document: Document) -> frozenset[str]:
    """The keys of the services that the title names, and those that the first keywords name best."""
    return _named(document.title, tuple(document.keywords[:_KEYWORDS]))


@lru_cache(maxsize=_REMEMBERED)
def _named(title: str, keywords: tuple[str, ...]) -> frozenset[str]:
    lexicon = load_lexicon()
    by_keyword = (service for keyword in keywords for service in lexicon.find(keyword)[:1])
    return frozenset(service.key for service in (*lexicon.find(title), *by_keyword))
