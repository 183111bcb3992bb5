"""LangChain's OpenAI client, made strict about how a stream ends and careful with a server that fails."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import Any, cast

from langchain_core.outputs import ChatGenerationChunk
from langchain_openai import ChatOpenAI
from pydantic import Field

from bot.model.client.circuit_breaker import Breaker
from bot.model.client.error_mapping import translated
from bot.model.client.failures import ModelFailed, Reason
from bot.model.fixed_messages import HEADER, leading_system_messages

# What fails later than this has cost the citizen too much to be tried again.
_AT_ONCE_SECONDS = 2.0
_PAUSE_SECONDS = 0.2
_TRIED_AGAIN = frozenset({Reason.UNREACHABLE, Reason.FAILED})
# Whoever gave up after so long without a sign of life did so because of the server.
_PATIENT_SECONDS = 3.0


class CompleteChat(ChatOpenAI):
    """A chat model whose streamed answers are whole or fail with ModelFailed.

    A server that dies closes its connection, which looks like an end; only `finish_reason` tells them apart.
    Place and estimated seconds in our own server's queue are passed on as `queue` in the chunk's response
    metadata. What fails at once is tried again, unless anything of an answer has come: the request changes
    nothing on the server. `breaker` hears how requests end.
    """

    breaker: Breaker = Field(default_factory=Breaker, exclude=True)
    attempts: int = Field(default=1, exclude=True)

    async def _astream(self, *args: Any, **kwargs: Any) -> AsyncIterator[ChatGenerationChunk]:
        self.breaker.enter()
        now = asyncio.get_running_loop().time
        started, spoke, waits, judged = now(), False, False, False
        try:
            async with aclosing(self._attempts(*args, **kwargs)) as chunks:
                async for chunk in chunks:
                    spoke = spoke or bool(chunk.text)
                    waits = waits or "queue" in (chunk.generation_info or {})
                    yield chunk
            self.breaker.succeeded()
            judged = True
        except ModelFailed as failure:
            self.breaker.failed(failure)
            judged = True
            raise
        finally:
            if not judged and spoke:
                self.breaker.succeeded()
            elif not judged and not waits and now() - started >= _PATIENT_SECONDS:
                self.breaker.failed(ModelFailed(Reason.TIMEOUT, "given up"))
            elif not judged:
                self.breaker.left()

    async def _attempts(self, *args: Any, **kwargs: Any) -> AsyncGenerator[ChatGenerationChunk, None]:
        now = asyncio.get_running_loop().time
        started, begun = now(), False
        for left in reversed(range(self.attempts)):
            try:
                async with aclosing(self._once(*args, **kwargs)) as chunks:
                    async for chunk in chunks:
                        begun = True
                        yield chunk
            except ModelFailed as failure:
                too_late = begun or now() - started > _AT_ONCE_SECONDS
                if left == 0 or too_late or failure.reason not in _TRIED_AGAIN:
                    raise
            else:
                return
            await asyncio.sleep(_PAUSE_SECONDS)

    async def _once(self, *args: Any, **kwargs: Any) -> AsyncGenerator[ChatGenerationChunk, None]:
        begun = finished = False
        chunks = cast("AsyncGenerator[ChatGenerationChunk, None]", super()._astream(*args, **kwargs))
        async with aclosing(chunks):
            while True:
                with translated(begun=begun):
                    try:
                        chunk = await anext(chunks)
                    except StopAsyncIteration:
                        break
                begun = True
                finished = finished or bool((chunk.generation_info or {}).get("finish_reason"))
                yield chunk
        if not finished:
            raise ModelFailed(Reason.BROKEN_STREAM, "no finish_reason")

    def _get_request_payload(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        payload: dict[str, Any] = super()._get_request_payload(*args, **kwargs)
        # The name that every server knows; llama-cpp-python's ignores the new one and writes without end.
        if (limit := payload.pop("max_completion_tokens", None)) is not None:
            payload["max_tokens"] = limit
        # Our own server saves the state after what is marked; the others ignore the header.
        fixed = leading_system_messages([message["role"] for message in payload.get("messages", [])])
        if fixed:
            payload["extra_headers"] = {**(payload.get("extra_headers") or {}), HEADER: str(fixed)}
        return payload

    def _convert_chunk_to_generation_chunk(
        self, chunk: dict[str, Any], default_chunk_class: type, base_generation_info: dict[str, Any] | None
    ) -> ChatGenerationChunk | None:
        converted = super()._convert_chunk_to_generation_chunk(
            chunk, default_chunk_class, base_generation_info
        )
        queue = chunk.get("x_queue")
        if converted is not None and isinstance(queue, dict):
            converted.generation_info = {**(converted.generation_info or {}), "queue": queue}
        return converted
