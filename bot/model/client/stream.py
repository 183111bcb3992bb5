"""A model's answer as plain text, piece by piece, whatever chat model writes it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

from bot.model.client.error_mapping import translated

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk, BaseMessage


async def stream_text(
    model: BaseChatModel,
    messages: Sequence[BaseMessage],
    *,
    max_tokens: int | None = None,
    stop: Sequence[str] = (),
    grammar: str | None = None,
    seed: int | None = None,
    answer_seconds: float | None = None,
    on_place: Callable[[int, int | None], None] | None = None,
) -> AsyncGenerator[str, None]:
    """The model's answer, piece by piece, as plain text.

    `grammar` is GBNF (our own server and llama-server take it; others ignore it). `on_place` hears the place
    in our own server's queue (0 is being answered) and the seconds that the wait may take. Whoever stops
    listening early closes the iterator (`contextlib.aclosing`), which frees the server at once.

    Raises ModelFailed; what came before is then not the whole answer.
    """
    options = _options(max_tokens=max_tokens, stop=stop, grammar=grammar, seed=seed)
    deadline = asyncio.get_running_loop().time() + answer_seconds if answer_seconds is not None else None
    chunks = cast("AsyncGenerator[AIMessageChunk, None]", model.astream(list(messages), **options))
    begun = False
    async with contextlib.aclosing(chunks):
        while True:
            with translated(begun=begun):
                try:
                    async with asyncio.timeout_at(deadline):
                        chunk = await anext(chunks)
                except StopAsyncIteration:
                    return
            begun = True
            queue = chunk.response_metadata.get("queue")
            if on_place is not None and queue is not None and isinstance(queue.get("place"), int):
                on_place(queue["place"], queue.get("seconds"))
            if text := str(chunk.text):
                yield text


def _options(
    *, max_tokens: int | None, stop: Sequence[str], grammar: str | None, seed: int | None
) -> dict[str, Any]:
    """Only what was asked for, since not every chat model knows every option."""
    options: dict[str, Any] = {}
    if max_tokens is not None:
        options["max_tokens"] = max_tokens
    if stop:
        options["stop"] = list(stop)
    if seed is not None:
        options["seed"] = seed
    if grammar is not None:
        options["extra_body"] = {"grammar": grammar}
    return options
