"""Makes a follow-up context from earlier questions, where a conversation is kept by the client.

For the OpenAI protocol, whose clients send the whole conversation each time, and for evaluation.
"""

from collections.abc import Sequence

from bot.safety.personal_data import mask
from bot.token import Context
from bot.understanding.aspects import find_aspects
from bot.understanding.followup import leans_on_context
from corpus.analysis.topic import topic_stems
from corpus.generations.opened import Generation
from corpus.lexicon import expand

_DOCUMENTS = 2
_TURNS = 4
_LONGEST = 500
_REPLY = 200


def context_of(turns: Sequence[str], reply: str, city: str, generation: Generation) -> Context | None:
    """The context of `turns`, the earlier questions in order; None where they lead nowhere.

    Only the last few count, masked and cut like a question. `reply` is what was answered last; it tells which
    of several subjects was meant, and counts no more than official terms do.
    """
    recent = [mask(turn[:_LONGEST]).text for turn in turns[-_TURNS:] if turn.strip()]
    if not recent:
        return None
    text = next((turn for turn in reversed(recent) if not _leans(turn)), " ".join(recent))
    hints = [*expand(text), mask(reply[:_REPLY]).text] if reply else expand(text)
    results = generation.search(text, official=hints, limit=5)
    if not results.documents:
        return None
    return Context(
        city=city,
        documents=tuple(hit.document_id for hit in results.documents[:_DOCUMENTS]),
        aspects=tuple(aspect.name for aspect in find_aspects(recent[-1])[:5]),
    )


def _leans(turn: str) -> bool:
    return leans_on_context(turn, topic_words=len(topic_stems(turn)))
