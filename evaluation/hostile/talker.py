"""The outside of a language model that answers as it is told: piece by piece, for ever, or till it dies."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

from bot.model.client.failures import ModelFailed, Reason

_PIECE = 11
_ROUND_SECONDS = 0.2


class Talker(BaseChatModel):
    """Answers with what it `says` to a request; then `hangs` for ever, `loops`, or `dies`."""

    hangs: bool = False
    loops: bool = False
    dies: bool = False

    def says(self, messages: Sequence[BaseMessage]) -> str:
        """The whole reply to `messages`."""
        raise NotImplementedError

    @property
    def _llm_type(self) -> str:
        return "talker"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=AIMessage(self.says(messages)))])

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        text = self.says(messages)
        while True:
            for start in range(0, len(text), _PIECE):
                yield ChatGenerationChunk(message=AIMessageChunk(content=text[start : start + _PIECE]))
            if self.dies:
                raise ModelFailed(Reason.BROKEN_STREAM)
            if self.hangs:
                await asyncio.Event().wait()
            if not self.loops:
                return
            await asyncio.sleep(_ROUND_SECONDS)
