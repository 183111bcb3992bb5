"""Makes a follow-up context from earlier questions, where a conversation is kept by the client.

For the OpenAI protocol, whose clients send the whole conversation each time, and for evaluation.
"""

from collections.abc import Callable, Sequence

from bot.request import Question, QuestionError
from bot.run import Run
from bot.safety.personal.mask import mask
from bot.steps.guard import guard
from bot.steps.language import language
from bot.steps.privacy import privacy
from bot.steps.retrieve import retrieve
from bot.steps.sanitise import sanitise
from bot.steps.understand import understand
from bot.token import Context

_DOCUMENTS = 2
_TURNS = 4
_REPLY = 200


def context_of(turns: Sequence[str], reply: str, start: Callable[[Question], Run]) -> Context | None:
    """The context of `turns`, the earlier questions in order; None where they lead nowhere.

    Each of the last few is looked up as if it had been asked here, one after the other. `reply` is what was
    answered last; it tells which of several subjects was meant, and counts no more than official terms do.
    """
    context: Context | None = None
    recent = [turn for turn in turns[-_TURNS:] if turn.strip()]
    for number, turn in enumerate(recent, start=1):
        hint = mask(reply[:_REPLY]).text if reply and number == len(recent) else ""
        context = _looked_up(turn, hint, context, start) or context
    return context


def _looked_up(
    turn: str, hint: str, context: Context | None, start: Callable[[Question], Run]
) -> Context | None:
    run = start(Question(text=turn))
    try:
        sanitise(run)
    except QuestionError:
        return None
    run.context = context
    for step in (language, privacy, guard, understand):
        step(run)
        if run.status is not None:
            return None
    if hint:
        run.official = (*run.official, hint)
    retrieve(run)
    return context_after(run) if run.document else None


def context_after(run: Run) -> Context:
    """What a follow-up question to this one may refer to."""
    return Context(
        city=run.tools.city.id,
        documents=tuple(document.id for document in run.documents[:_DOCUMENTS]),
        aspects=tuple(aspect.name for aspect in run.aspects[:5]),
        language=run.language,
    )
