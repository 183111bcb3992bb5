"""LangChain's OpenAI client, made strict about how a stream ends."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from langchain_core.outputs import ChatGenerationChunk
from langchain_openai import ChatOpenAI

from bot.model.failures import ModelFailed, Reason
from bot.model.fixed import HEADER, leading_system_messages


class CompleteChat(ChatOpenAI):
    """A chat model whose streamed answers are whole or fail.

    A server that dies closes its connection, which looks like an end; only `finish_reason` tells them apart.
    Place and estimated seconds in our own server's queue are passed on as `queue` in the chunk's response
    metadata.
    """

    async def _astream(self, *args: Any, **kwargs: Any) -> AsyncIterator[ChatGenerationChunk]:
        finished = False
        async for chunk in super()._astream(*args, **kwargs):
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
