"""Makes a follow-up context from earlier questions, where a conversation is kept by the client.

For the OpenAI protocol, whose clients send the whole conversation each time, and for evaluation.
"""

from collections.abc import Sequence

from bot.token import Context
from bot.understanding.aspects import find_aspects
from corpus.generations.opened import Generation
from corpus.lexicon import expand

_DOCUMENTS = 2


def context_of(turns: Sequence[str], city: str, generation: Generation) -> Context | None:
    """The context of `turns`, earlier questions and answers in order; None where they lead nowhere."""
    text = " ".join(turns)
    if not text.strip():
        return None
    results = generation.search(text, official=expand(text), limit=5)
    if not results.documents:
        return None
    return Context(
        city=city,
        documents=tuple(hit.document_id for hit in results.documents[:_DOCUMENTS]),
        aspects=tuple(aspect.name for aspect in find_aspects(turns[-1])[:5]),
    )
