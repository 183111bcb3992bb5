"""Asks back, with services to choose from, where a question could mean several or is hardly understood."""

from collections.abc import Sequence

from bot.answer import Choice, Status, Style
from bot.compose.frame import frame_block
from bot.compose.not_found import person
from bot.run import Run
from bot.texts import say
from bot.understanding.clarifying import equally_likely
from bot.understanding.fit import fit
from corpus.records import Document, DocumentKind
from corpus.search.twins import without_twins

_MOST = 4
_LEAST = 2
_PAGES = frozenset({DocumentKind.SERVICE, DocumentKind.PAGE, DocumentKind.FAQ})
_LEAST_COVERED = 0.15
"""Least confidence for asking whether one of the nearest pages is meant, as a share of the threshold."""


def ask_which(run: Run) -> bool:
    """End the run with the services that a question means equally well; False where it is clear."""
    if run.follow_up:
        return False
    meant = equally_likely(run.text, _readable(run))
    if not meant:
        return False
    ask_back(run, meant, [say("clarify", run.language, run.question.style)])
    return True


def ask_whether(run: Run, *, least_fit: float) -> bool:
    """End the run with the nearest pages to choose from; False where too little speaks for them.

    For a question in words that the lexicon doesn't know: the right page is more often among the first four
    than first. Whoever means none of them is told whom to ask.
    """
    nearest = [one for one in _readable(run) if one.kind in _PAGES][:_MOST]
    unlikely = run.confidence < _LEAST_COVERED * run.tools.settings.answer_threshold
    if len(nearest) < _LEAST or unlikely or fit(run) < least_fit:
        return False
    ask_back(run, nearest, [say("clarify.unsure", run.language, run.question.style), person(run)])
    return True


def ask_back(run: Run, meant: Sequence[Document], texts: Sequence[str]) -> None:
    """End the run with `texts` and the documents that may be meant to choose from."""
    run.status = Status.CLARIFY
    run.blocks.append(frame_block(texts, run.language))
    run.choices.extend(_choice(document, run) for document in meant)


def _choice(document: Document, run: Run) -> Choice:
    """A question about `document` that keeps what was asked of it."""
    question = f"{document.title}: {run.text}" if run.aspects else document.title
    return Choice(label=document.title, question=question, document_id=document.id)


def _readable(run: Run) -> list[Document]:
    return [one for one in without_twins(run.documents) if _can_be_read(one, run)]


def _can_be_read(document: Document, run: Run) -> bool:
    """A service's page in plain German or in another language is no other service to choose."""
    simple = document.simple and run.question.style is not Style.EINFACH
    return not simple and document.language in {"de", run.language}
