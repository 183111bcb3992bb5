"""Which services of the lexicon a document is about."""

from collections.abc import Sequence
from functools import lru_cache

from corpus.analysis.tokens import index_tokens, stems
from corpus.analysis.topic import filler_stems
from corpus.lexicon.files import load_lexicon
from corpus.lexicon.lexicon import Service
from corpus.records import Document

_KEYWORDS = 20
_REMEMBERED = 20_000
_FEW_NUMBERS = 2
"""A page with more LeiKa numbers is an overview of many services."""


def services_of(document: Document) -> frozenset[str]:
    """The keys of the services that title or LeiKa number name, and that the first keywords name best."""
    return services_named(document.title, document.keywords, document.leika)


def services_named(title: str, keywords: Sequence[str], leika: Sequence[str]) -> frozenset[str]:
    """`services_of` a document of which only title, keywords and LeiKa numbers are at hand."""
    numbers = leika if len(leika) <= _FEW_NUMBERS else ()
    numbered = (load_lexicon().numbered(number) for number in numbers)
    return _named(title, tuple(keywords[:_KEYWORDS])) | {service.key for service in numbered if service}


def is_about(document: Document, service: Service) -> bool:
    """Whether the title names `service`, or title and first keywords hold one of its official names wholly.

    Stricter than `services_of`, which keeps every service that a keyword makes one think of.
    """
    return _is_about(document.title, document.keywords[:_KEYWORDS], service.key, service.official)


@lru_cache(maxsize=_REMEMBERED)
def _is_about(title: str, keywords: tuple[str, ...], key: str, official: tuple[str, ...]) -> bool:
    said = set(stems(" ".join([title, *keywords])))
    own = set(index_tokens(title))
    if not any(own & set(index_tokens(term)) - filler_stems() for term in official):
        return False
    named = any(set(stems(term)) <= said for term in official)
    return named or key in {one.key for one in load_lexicon().find(title)}


@lru_cache(maxsize=_REMEMBERED)
def _named(title: str, keywords: tuple[str, ...]) -> frozenset[str]:
    lexicon = load_lexicon()
    by_keyword = (service for keyword in keywords for service in lexicon.find(keyword)[:1])
    return frozenset(service.key for service in (*lexicon.find(title), *by_keyword))
