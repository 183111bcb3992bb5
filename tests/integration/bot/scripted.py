"""Language models that answer what they are shown as a test tells them to."""

import re
from collections.abc import AsyncIterator, Callable
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun
from langchain_core.messages import BaseMessage
from langchain_core.outputs import ChatGenerationChunk

from tests.integration.bot.hostile import Scripted

_LINES = re.compile(r"<zeilen>\n(.*?)\n</zeilen>", re.DOTALL)
_LINE = re.compile(r"^(\d+): (.*)$", re.MULTILINE)


class Answering(Scripted):
    """Says what `reply` makes of the lines that it is shown, by number, and of the whole request."""

    reply: Callable[[dict[int, str], str], str]
    text: str = ""

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        request = str(messages[-1].content)
        self.text = self.reply(shown_lines(request), request)
        async for chunk in super()._astream(messages, stop, run_manager, **kwargs):
            yield chunk


def shown_lines(request: str) -> dict[int, str]:
    """The numbered lines of a request."""
    found = _LINES.search(request)
    return {int(number): text for number, text in _LINE.findall(found.group(1) if found else "")}


def saying(told: dict[str, str]) -> Callable[[dict[int, str], str], str]:
    """A reply of one sentence for each line shown that `told` knows, as "[number] sentence"."""

    def reply(lines: dict[int, str], request: str) -> str:
        del request
        return "".join(f"[{number}] {told[text]}\n" for number, text in lines.items() if text in told)

    return reply
