"""Finds the city's own pages in plain language and in sign language about what is answered."""

import re

from bot.answer import Action, Style
from bot.run import Run
from corpus.analysis.topic import request_stems, topic_stems
from corpus.records import Document, DocumentKind

_SIGNS = re.compile(r"gebärdensprach|gebaerdensprach|\bDGS\b|sign[- ]language", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"\b(?:in |auf )?(?:leichte|einfache)[rsn]?[- ]sprache\b|\b(?:in |auf )?\w*gebärdensprache\b|\bvideos?\b",
    re.IGNORECASE,
)
_MOST = 2
_SEARCHED = 6


def simple_pages(run: Run, document: Document) -> list[Action]:
    """Links to pages in plain or sign language about the same service; none to the page that answers itself.

    They are looked for among what was found; where simple German is asked for, by a search of their own.
    """
    if run.language != "de":
        return []
    found = [hit.document_id for hit in run.results.documents]
    if run.question.style is Style.EINFACH and not document.simple:
        results = run.tools.generation.search(f"{document.title} Leichte Sprache", limit=_SEARCHED)
        found += [hit.document_id for hit in results.documents]
    pages = (run.tools.generation.document(one) for one in dict.fromkeys(found) if one != document.id)
    fitting = [page for page in pages if page is not None and run.serves(page) and _fits(page, document)]
    return [Action(kind="page", label=page.title, url=page.url) for page in fitting[:_MOST]]


def standard_page(run: Run, page: Document) -> Document | None:
    """Of the pages found, the first in the usual German about the service that a plain `page` is about."""
    found = [run.tools.generation.document(hit.document_id) for hit in run.results.documents]
    usual = (one for one in found if one is not None and run.serves(one) and _is_usual(one))
    return next((one for one in usual if _same_subject(page, one)), None)


def is_signed(page: Document) -> bool:
    """Whether a page is, or has, a video in sign language, by its title or address."""
    return bool(_SIGNS.search(page.title) or _SIGNS.search(page.url))


def _fits(page: Document, document: Document) -> bool:
    return (page.simple or is_signed(page)) and _same_subject(page, document)


def _is_usual(page: Document) -> bool:
    usual = page.kind is DocumentKind.SERVICE and page.language == "de"
    return usual and not page.simple and not is_signed(page)


def _same_subject(page: Document, document: Document) -> bool:
    # Both lead to one page in another language, or one title names the other's subject.
    ours, theirs = ({link.url for link in one.translations} for one in (document, page))
    return bool(ours & theirs) or bool(_subject(page) & _subject(document))


def _subject(document: Document) -> set[str]:
    return set(topic_stems(_LANGUAGE.sub(" ", document.title))) - request_stems()
