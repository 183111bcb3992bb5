"""Hears what a model is asked and what it says, for judging it; nothing of it is kept anywhere."""

from dataclasses import dataclass
from time import perf_counter
from typing import Any
from uuid import UUID

from langchain_core.callbacks import AsyncCallbackHandler
from langchain_core.messages import BaseMessage


@dataclass
class Reply:
    """One request: what the model said, and seconds from asking to its last word."""

    text: str = ""
    seconds: float = 0.0


class Listener(AsyncCallbackHandler):
    """Collects the replies of a LangChain chat model."""

    def __init__(self) -> None:
        self._running: dict[UUID, tuple[Reply, float]] = {}
        self.replies: list[Reply] = []

    async def on_chat_model_start(
        self, serialized: dict[str, Any], messages: list[list[BaseMessage]], *, run_id: UUID, **_: Any
    ) -> None:
        """A request is sent."""
        reply = Reply()
        self._running[run_id] = (reply, perf_counter())
        self.replies.append(reply)

    async def on_llm_new_token(
        self, token: str | list[str | dict[str, Any]], *, run_id: UUID, **_: Any
    ) -> None:
        """A piece of the answer."""
        if run_id in self._running and isinstance(token, str):
            reply, began = self._running[run_id]
            reply.text += token
            reply.seconds = perf_counter() - began
