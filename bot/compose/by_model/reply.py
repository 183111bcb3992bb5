"""A model's reply, line by line, and what came of asking it."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING

from bot.model.client.failures import ModelFailed
from bot.model.client.stream import stream_text
from bot.run import Run

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

# Nothing that is asked for has such lines: whoever writes one goes round in circles.
_LONGEST_LINE = 800


async def reply_lines(
    run: Run, messages: "Sequence[BaseMessage]", *, grammar: str, max_tokens: int
) -> AsyncGenerator[str]:
    """The lines of the model's reply as they are finished; the last one needs no line break.

    Raises `ModelFailed`. Whoever stops listening early closes the iterator, which frees the model's server.
    """
    if run.tools.model is None:
        return
    rest = ""
    reply = stream_text(
        run.tools.model, messages, max_tokens=max_tokens, grammar=grammar, on_place=run.queued
    )
    async with aclosing(reply):
        async for piece in reply:
            *lines, rest = (rest + piece).split("\n")
            for line in lines:
                yield line
            if len(rest) > _LONGEST_LINE:
                return
    if rest:
        yield rest


def reason_of(failure: ModelFailed | TimeoutError) -> str:
    """Why the model's part is missing, for log and figures."""
    return failure.reason.value if isinstance(failure, ModelFailed) else "late"
