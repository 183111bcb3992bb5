"""A question that tells of a life event is answered with the services that it calls for, in order."""

from collections.abc import Mapping

from bot.answer import Status
from bot.run import Run
from bot.understanding.events import event_meant, event_near, told_clearly
from corpus.analysis.tokens import stems
from corpus.analysis.topic import topic_stems
from corpus.lexicon.events import EventStep, LifeEvent
from corpus.lexicon.offered import is_about
from corpus.records import Document, DocumentKind

MOST = 6
_LEAST = 2
_LOOKED_AT = 4
_PAGES = frozenset({DocumentKind.SERVICE, DocumentKind.PAGE, DocumentKind.FAQ})


def life_event(run: Run) -> None:
    """Fill `event` and put its documents first, where the corpus offers at least two of its services.

    Where the event is only the occasion of what is asked, `occasion` alone is filled.
    """
    if run.follow_up or run.tools.retriever is not None:
        return
    occasion = event_near(run.text)
    if occasion is None:
        return
    event = event_meant(run.text, run.aspects, german=run.asked_in == "de")
    pages = _pages(occasion, run, enough=None if event else _LEAST)
    if len(_offered(pages)) < _LEAST:
        return
    run.occasion = occasion
    if event is not None:
        _tell(run, event, pages)
        run.status = Status.ANSWERED
        run.confidence = 1.0


def tell_occasion(run: Run) -> bool:
    """Put the pages of the event that is only mentioned first; False where that isn't told clearly.

    For who asks one thing that no page covers: what there is to do else is nearer than nothing.
    """
    if run.occasion is None or not told_clearly(run.text):
        return False
    pages = _pages(run.occasion, run, enough=None)
    _tell(run, run.occasion, pages)
    return True


def _tell(run: Run, event: LifeEvent, pages: Mapping[str, Document | None]) -> None:
    run.event = event
    run.elsewhere = tuple(step for step in event.steps if pages[step.service.key] is None)
    run.event_pages = _with_named(_offered(pages), run)
    # A fact of one page would stand there for all of them.
    run.aspects = ()
    run.put_first(run.event_pages)


def _with_named(offered: tuple[Document, ...], run: Run) -> tuple[Document, ...]:
    """The page found first goes first, too, where its title says a word of the question."""
    found = run.document
    if found is None or found.kind not in _PAGES or not set(stems(found.title)) & set(topic_stems(run.text)):
        return offered
    return (found, *(one for one in offered if one.id != found.id))[:MOST]


def _pages(event: LifeEvent, run: Run, *, enough: int | None) -> dict[str, Document | None]:
    """The page about each of the event's services, by its key, until `enough` are found.

    Each takes a search of its own.
    """
    pages: dict[str, Document | None] = {}
    for step in event.steps:
        pages[step.service.key] = _page_of(step, run)
        if enough is not None and len(_offered(pages)) == enough:
            break
    return pages


def _page_of(step: EventStep, run: Run) -> Document | None:
    """The page about the step's service: of those found by its official name, the first that is about it."""
    generation = run.tools.generation
    for document_id in generation.named(" ".join(step.service.official[:2]), limit=_LOOKED_AT):
        document = generation.document(document_id)
        if document is None or document.kind not in _PAGES or not run.serves(document):
            continue
        if is_about(document, step.service):
            return document
    return None


def _offered(pages: Mapping[str, Document | None]) -> tuple[Document, ...]:
    """The pages found, each once: one page may be about several services."""
    return tuple({page.id: page for page in pages.values() if page is not None}.values())[:MOST]
