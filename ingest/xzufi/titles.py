"""A service's titles and the words that people search it by."""

from collections.abc import Iterable

from ingest.xzufi import headings
from ingest.xzufi.blocks import GERMAN
from ingest.xzufi.languages import name, said
from ingest.xzufi.model import Service, Texts
from ingest.xzufi.texts import plain


def title(service: Service, language: str) -> str:
    """The citizens' title (module 03), else the catalogue's (02), else the id; German where need be.

    Two titles in one language are joined by "; ".
    """
    candidates = (
        titles(service, headings.TITLE),
        titles(service, headings.CATALOGUE_TITLE),
        service.names,
    )
    for texts in candidates:
        if said(texts, language):
            return name(texts, language)
    return next((shown for texts in candidates if (shown := name(texts, GERMAN))), _without_title(service))


def titles(service: Service, code: str) -> Texts:
    """The titles of one code, by language."""
    return _merged(one.texts for one in service.modules if one.code == code)


def has_double_title(service: Service) -> bool:
    """Tell whether there are two different citizens' titles in one language."""
    found = titles(service, headings.TITLE)
    return any(len({plain(text) for text in said(found, language)}) > 1 for language in found)


def keywords(service: Service, language: str, shown: Iterable[str]) -> tuple[str, ...]:
    """Terms in a language; in German also the catalogue's title and titles without a document of their own.

    `shown` are the languages that have a document.
    """
    words = [plain(term) for term in service.terms.get(language, ())]
    if language == GERMAN:
        words += [plain(text) for text in said(titles(service, headings.CATALOGUE_TITLE), GERMAN)]
        own = set(shown)
        for other, texts in titles(service, headings.TITLE).items():
            words += [plain(text) for text in texts if other not in own]
    return tuple(word for word in dict.fromkeys(words) if word and word != title(service, language))


def _merged(all_texts: Iterable[Texts]) -> Texts:
    found: dict[str, tuple[str, ...]] = {}
    for texts in all_texts:
        for language, pieces in texts.items():
            found[language] = (*found.get(language, ()), *pieces)
    return found


def _without_title(service: Service) -> str:
    return f"Leistung {service.id.value}"
