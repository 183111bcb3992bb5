"""Puts the office that a question names before other offices and the services that it is in charge of."""

from bot.answer import Status
from bot.run import Run
from bot.understanding.aspects import OF_OFFICES
from bot.understanding.at_large import own_words
from corpus.analysis.tokens import stems
from corpus.records import Document, DocumentKind


def office_first(run: Run) -> None:
    """Reorder what was found where only an office is named, and no more than hours or the way asked.

    Who names an office and asks for its hours or the way is answered: there is nothing to be unsure of.
    """
    asks_more = any(aspect.name not in OF_OFFICES for aspect in run.aspects)
    if run.follow_up or asks_more:
        return
    named = frozenset(stems(own_words(run.text, city=run.tools.city.name)))
    office = next((one for one in run.documents if _is_named(one, named)), None)
    if office is None:
        return
    run.put_first((office,))
    if run.aspects:
        run.status = Status.ANSWERED
        run.confidence = 1.0


def _is_named(document: Document, named: frozenset[str]) -> bool:
    return document.kind is DocumentKind.OFFICE and bool(named) and named <= set(stems(document.title))
