"""Infers what a section is about and what kind of document a page is."""

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from corpus.records import DocumentKind, Section, SectionKind
from ingest.reader.vocabulary import Vocabulary

_MONEY = re.compile(r"\d(?:[.,]\d+)?\s?(?:€|EUR\b|Euro\b)|gebührenfrei|kostenfrei", re.IGNORECASE)
_DAY = r"(?:mo|di|mi|do|fr|sa|so)(?:ntag|enstag|ttwoch|nnerstag|eitag|mstag|nntag)?\b\.?"
_HOURS = re.compile(rf"\b{_DAY}.{{0,40}}?\d{{1,2}}(?:[:.]\d\d)?\s*(?:uhr|[-–]|bis)", re.IGNORECASE)
_CONTACT = re.compile(r"\b(?:tel(?:efon)?|fax)\b[^\d]{0,20}\d|\w@\w|\b\d{5} [A-ZÄÖÜ][a-zäöü]", re.IGNORECASE)
_SHORT = 120
_PROSE = 80
_SERVICE_KINDS = frozenset(
    {
        SectionKind.FEES, SectionKind.DOCUMENTS, SectionKind.REQUIREMENTS, SectionKind.PROCEDURE,
        SectionKind.DURATION, SectionKind.LEGAL, SectionKind.FORMS, SectionKind.ONLINE, SectionKind.DEADLINE,
    }
)  # fmt: skip
_NEEDED = {
    DocumentKind.SERVICE: _SERVICE_KINDS,
    DocumentKind.OFFICE: frozenset({SectionKind.CONTACT, SectionKind.HOURS}),
}


def section_kind(
    heading: str, lines: Sequence[str], vocabulary: Vocabulary, inherited: SectionKind | None = None
) -> SectionKind:
    """Tell a section's kind by its heading, else by its parent's, else by what most of its lines hold."""
    if (kind := heading_kind(heading, vocabulary)) is not None:
        return kind
    if inherited is not None and inherited is not SectionKind.DESCRIPTION:
        return inherited
    if lines:
        for kind, pattern in (
            (SectionKind.HOURS, _HOURS),
            (SectionKind.FEES, _MONEY),
            (SectionKind.CONTACT, _CONTACT),
        ):
            if sum(len(line) < _SHORT and bool(pattern.search(line)) for line in lines) > 0.5 * len(lines):
                return kind
    return SectionKind.DESCRIPTION


def heading_kind(heading: str, vocabulary: Vocabulary) -> SectionKind | None:
    """Tell a section's kind by its heading alone; None if that says nothing."""
    if not heading:
        return None
    return next((kind for kind, words in vocabulary.section_kinds if words.search(heading)), None)


def document_kind(url: str, title: str, sections: Sequence[Section], vocabulary: Vocabulary) -> DocumentKind:
    """Guess a page's kind: its address, its title, and which sections it has."""
    if vocabulary.plain_pages.search(title):
        return DocumentKind.PAGE
    path = unquote(urlsplit(url).path)
    kinds = Counter(section.kind for section in sections)
    for kind, words in vocabulary.document_paths:
        # An overview of services or offices lies beside them but says nothing that only they say.
        tells = kind not in _NEEDED or bool(_NEEDED[kind] & kinds.keys()) or _has_prose(sections)
        if words.search(path) and tells:
            return kind
    if len(_SERVICE_KINDS & kinds.keys()) >= 2:
        return DocumentKind.SERVICE
    for kind, words in vocabulary.document_titles:
        if words.search(title) and (
            kind is not DocumentKind.OFFICE or kinds[SectionKind.CONTACT] + kinds[SectionKind.HOURS]
        ):
            return kind
    if kinds[SectionKind.HOURS] and kinds[SectionKind.CONTACT]:
        return DocumentKind.OFFICE
    questions = sum(section.heading.rstrip().endswith("?") for section in sections)
    return DocumentKind.FAQ if questions >= 3 and questions > 0.5 * len(sections) else DocumentKind.PAGE


def _has_prose(sections: Sequence[Section]) -> bool:
    lines = [line for section in sections for line in section.text.splitlines()]
    return any(len(line) > _PROSE and not line.startswith("- ") for line in lines)


def is_simple(
    url: str, title: str, language_tag: str, breadcrumbs: Sequence[str], vocabulary: Vocabulary
) -> bool:
    """Tell whether a page is written in simple German, by its address, title, language tag or breadcrumbs."""
    if "simple" in language_tag.lower() or "easy" in language_tag.lower():
        return True
    return any(vocabulary.simple.search(text) for text in (unquote(urlsplit(url).path), title, *breadcrumbs))


def language(declared: str, texts: Sequence[str], vocabulary: Vocabulary) -> str:
    """Give a page's language: the declared one unless the commonest words clearly say another."""
    words = re.findall(r"[a-zäöüß]+", " ".join(texts).lower())
    counts = {
        name: sum(word in stopwords for word in words) for name, stopwords in vocabulary.stopwords.items()
    }
    best = max(counts, key=counts.__getitem__)
    rest = max((count for name, count in counts.items() if name != best), default=0)
    clear = counts[best] >= 10 and counts[best] > 3 * rest
    if clear and (declared in counts or not declared):
        return best
    return declared or "de"
