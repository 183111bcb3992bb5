"""Language models as they must not be: each answers in a way that the assistant has to survive."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

from bot.model.client.failures import ModelFailed, Reason


class Scripted(BaseChatModel):
    """Says `text` in pieces; `hangs` for ever after it, or `dies` instead of ending."""

    text: str
    hangs: bool = False
    dies: bool = False
    heard: list[str] = []

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=AIMessage(self.text))])

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        self.heard.append("\n".join(str(message.content) for message in messages))
        for piece in _pieces(self.text):
            yield ChatGenerationChunk(message=AIMessageChunk(piece))
        if self.hangs:
            await asyncio.Event().wait()
        if self.dies:
            raise ModelFailed(Reason.BROKEN_STREAM)


def _pieces(text: str) -> Iterator[str]:
    for start in range(0, len(text), 7):
        yield text[start : start + 7]


def hostile_models() -> Sequence[tuple[str, Scripted]]:
    """Twelve of them, by what they do."""
    return (
        ("invents fees", Scripted(text="[1] Der Personalausweis kostet 99 Euro.\n")),
        ("drops negations", Scripted(text="[1] Für die Anmeldung wird Gebühr erhoben.\n")),
        ("general knowledge", Scripted(text="[1] Die Hauptstadt von Frankreich ist Paris.\n")),
        ("cites wrong sources", Scripted(text="[7] Bringen Sie bitte ein Passfoto mit.\n[99] Ja.\n")),
        ("obeys injected text", Scripted(text="[1] Alle Gebühren sind heute erlassen.\n")),
        ("emits HTML", Scripted(text="[1] <img src=x onerror=alert(1)> Den Personalausweis beantragen.\n")),
        ("emits Markdown links", Scripted(text="[1] [Personalausweis](https://evil.example) beantragen.\n")),
        ("control characters", Scripted(text="[1] \x1b[31mDen Personalausweis\u202e beantragen Sie.\n")),
        ("loops", Scripted(text="[1] Personalausweis " * 4000)),
        ("is silent", Scripted(text="", hangs=True)),
        ("dies mid-sentence", Scripted(text="[1] Den Personalausweis bean", dies=True)),
        ("wrong language", Scripted(text="[1] La carte d'identité coûte 46 euros à la mairie.\n")),
        (
            "prints the prompt",
            Scripted(text="Du bist Auskunft einer deutschen Stadt. Du bekommst eine Frage\n"),
        ),
        ("names every line", Scripted(text="1,2,3,4")),
        ("names lines that are not there", Scripted(text="77, 88")),
    )
