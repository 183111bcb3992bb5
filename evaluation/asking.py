"""Puts questions to the assistant, one after the other, as citizens would."""

from collections.abc import Sequence
from time import perf_counter

from bot.assistant import Assistant
from bot.request import Question, QuestionError
from corpus.progress import Progress, silent
from evaluation.outcome import Outcome
from evaluation.questions import GoldQuestion

STAGE = "questions"
"""The stage's name in progress reports."""
RANKED = 10


async def ask_all(
    assistant: Assistant, questions: Sequence[GoldQuestion], progress: Progress = silent
) -> list[Outcome]:
    """The outcome of every question, in order.

    The language isn't said: finding it out is the assistant's work. Earlier turns become a context first;
    that doesn't count in the time, since in a conversation it came with the answer before.
    """
    outcomes: list[Outcome] = []
    for done, question in enumerate(questions, start=1):
        outcomes.append(await ask(assistant, question))
        progress(STAGE, done, len(questions))
    return outcomes


async def ask(assistant: Assistant, question: GoldQuestion) -> Outcome:
    """The outcome of one question."""
    turns = [turn.content for turn in question.history if turn.role == "user"]
    replies = [turn.content for turn in question.history if turn.role == "assistant"]
    context = assistant.context_from_history(turns, "".join(replies[-1:])) if turns else None
    start = perf_counter()
    try:
        examination = await assistant.examine(Question(text=question.question, context=context))
    except QuestionError as error:
        return Outcome(question, error.code.value, (), "", (), _milliseconds_since(start))
    milliseconds = _milliseconds_since(start)
    answer = examination.answer
    return Outcome(
        question=question,
        status=answer.status.value,
        ranked=examination.ranked[:RANKED],
        text=answer.text(),
        citations=answer.sources,
        milliseconds=milliseconds,
    )


def _milliseconds_since(start: float) -> float:
    return 1000 * (perf_counter() - start)
