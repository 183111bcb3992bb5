"""An exam in choosing: sentences that answer a question among sentences that answer the other ones.

A city's canary questions have no gold answers, and on a short page every sentence may be right. What stems
from the pages of the other questions is wrong for certain, so a model that chooses at random is found out.
"""

from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import date
from random import Random
from time import perf_counter

from api.models.judging import Trial
from bot.answer import Answer, Origin
from bot.compose.by_model.choosing import choosing_grammar, read_numbers
from bot.compose.by_model.request import fenced, printed_date
from bot.model.client.chat import CompleteChat
from bot.model.client.failures import ModelFailed
from bot.model.client.stream import stream_text
from prompts.loading import load_prompt

_RIGHT, _WRONG, _FROM_ONE, _LEAST_WRONG = 3, 7, 3, 2
_MAX_TOKENS = 16


@dataclass(frozen=True)
class Paper:
    """A question with the lines to choose from; `right` are the numbers of its own."""

    question: str
    lines: tuple[str, ...]
    right: frozenset[int]


def papers(questions: Sequence[str], answers: Sequence[Answer]) -> list[Paper]:
    """A paper for each question whose answer and the others' have sentences enough."""
    made = []
    for question, answer in zip(questions, answers, strict=True):
        own_pages = {source.url.partition("#")[0] for source in answer.sources}
        own = _sentences(answer)[:_RIGHT]
        wrong: list[str] = []
        for other in answers:
            if not own_pages & {source.url.partition("#")[0] for source in other.sources}:
                wrong += [text for text in _sentences(other)[:_FROM_ONE] if text not in wrong]
        wrong = [text for text in wrong if text not in own][:_WRONG]
        if own and len(wrong) >= _LEAST_WRONG:
            made.append(_shuffled(question, own, wrong))
    return made


async def sit(paper: Paper, chat: CompleteChat, trial: Trial, today: date) -> None:
    """Let the model choose, with the prompt and grammar of the pipeline, and count what is right."""
    lines = "\n".join(f"{number}: {fenced(line)}" for number, line in enumerate(paper.lines, start=1))
    messages = load_prompt("choosing", style="standard").format_messages(
        lines=lines, question=fenced(paper.question), today=printed_date(today)
    )
    grammar, began = choosing_grammar(len(paper.lines)), perf_counter()
    try:
        async with aclosing(stream_text(chat, messages, max_tokens=_MAX_TOKENS, grammar=grammar)) as reply:
            text = "".join([piece async for piece in reply])
    except ModelFailed as failure:
        trial.failures.append(failure.reason.value)
        return
    trial.replies += 1
    trial.seconds.append(perf_counter() - began)
    chosen = read_numbers(text, len(paper.lines))
    trial.proposed += len(chosen)
    trial.kept += len(paper.right.intersection(chosen))


def _sentences(answer: Answer) -> list[str]:
    sentences = (s for block in answer.blocks for s in block.sentences if s.origin is Origin.SOURCE)
    return list(dict.fromkeys(s.text for s in sentences))


def _shuffled(question: str, own: Sequence[str], wrong: Sequence[str]) -> Paper:
    lines = [*own, *wrong]
    Random(question).shuffle(lines)
    right = frozenset(number for number, line in enumerate(lines, start=1) if line in own)
    return Paper(question, tuple(lines), right)
