"""Why a question went wrong, as far as words and lexicon tell: one sentence, in English."""

from collections.abc import Sequence

from corpus.analysis.tokens import stems
from corpus.analysis.topic import topic_stems
from corpus.lexicon import expand, load_lexicon
from corpus.lexicon.offered import services_of
from corpus.records import Document
from evaluation.worst.question import WRONG_AMOUNT, Bad


def cause(bad: Bad, gold: Sequence[Document], first: Document | None) -> str:
    """The likeliest cause; `gold` are the right documents, `first` the one that was found first."""
    outcome = bad.outcome
    text = outcome.question.question
    asked = {service.key for service in load_lexicon().find(text)}
    if not gold:
        return _of_unanswerable(asked, first)
    right = frozenset[str]().union(*(services_of(document) for document in gold))
    if any(document is first for document in gold) or (first and first.id in outcome.question.gold_ids):
        return _found_but(bad)
    if outcome.question.history:
        return "A follow-up: what the turns before were about outweighs or lacks the word that matters here."
    if not asked and not expand(text):
        shared = set(topic_stems(text)) & set(stems(" ".join(document.text() for document in gold)))
        if not shared:
            return "No word of the question stands on the right page, and the lexicon knows none of them."
        return (
            f"Only “{', '.join(sorted(shared)[:3])}” joins question and page, and stands on other pages too."
        )
    if asked and right and not asked & right:
        return f"The lexicon takes it for {_named(asked)}, the right page is about {_named(right)}."
    if first is not None and services_of(first) & right:
        return "Another page about the same service was preferred."
    if asked & right:
        return "The lexicon names the right service; the ranking put a page that shares more words first."
    return "The lexicon knows words of the question, but no service for the right page's title."


def _of_unanswerable(asked: set[str], first: Document | None) -> str:
    if first is None:
        return "Nothing was found, yet it wasn't refused."
    offered = services_of(first)
    if asked and offered and not asked & offered:
        return f"Asked is {_named(asked)}; a page about {_named(offered)} shares enough words to look right."
    if asked & offered:
        return "The page is about the service in question, but says nothing of what is asked."
    return "The lexicon knows no service for it, and a page of a neighbouring subject shares its words."


def _found_but(bad: Bad) -> str:
    if bad.outcome.refused:
        return "The right page came first, but its words cover too little of the question to be sure of it."
    if any(mistake.weight == WRONG_AMOUNT for mistake in bad.mistakes):
        return "The right page came first; the amount stands on a second page that was shown too."
    return "The right page came first; the reader picked other lines of it."


def _named(keys: frozenset[str] | set[str]) -> str:
    return " or ".join(f"`{key}`" for key in sorted(keys)[:2])
