"""Joins the language versions of a page: what hreflang names, where there really is such a page."""

from collections.abc import Iterable

from corpus.records import Document, Link
from ingest.addresses import canonical_url


def with_translations(
    documents: list[Document], languages: dict[str, Iterable[tuple[str, str]]]
) -> list[Document]:
    """Fill `translations`; `languages` gives the versions that each page's address names.

    A version counts if it was read and is in that language: templates also name versions that show the German
    page, or nothing. One side's word is enough; the other side gets the way back.
    """
    by_url = {url: one for one in documents for url in (one.url, *one.aliases)}
    found: dict[str, dict[str, str]] = {one.id: {} for one in documents}
    for one in documents:
        named = (pair for url in (one.url, *one.aliases) for pair in languages.get(url, ()))
        for language, url in named:
            other = by_url.get(canonical_url(url))
            code = language.partition("-")[0]
            if other is None or other.id == one.id or code != other.language or code == one.language:
                continue
            found[one.id].setdefault(code, other.url)
            found[other.id].setdefault(one.language, one.url)
    return [_with(one, found[one.id]) for one in documents]


def _with(document: Document, versions: dict[str, str]) -> Document:
    links = tuple(Link(text=code, url=url) for code, url in sorted(versions.items()))
    return document.model_copy(update={"translations": links}) if links else document
