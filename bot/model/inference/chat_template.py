"""Chat messages become the prompt that a model was trained on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, TypedDict

from bot.model.inference.gguf_file import ModelUnusable

# For base models, which bring no template of their own.
PLAIN = (
    "{% for message in messages %}{{ message['role'] }}: {{ message['content'] }}\n\n{% endfor %}"
    "{% if add_generation_prompt %}assistant:{% endif %}"
)


class Message(TypedDict):
    """One turn of a conversation, its content as plain text."""

    role: Literal["system", "user", "assistant"]
    content: str


class MessagesRefused(ValueError):
    """The template can't take these messages (a role it doesn't know, two turns of the same role …)."""


class ChatTemplate:
    """A model's chat template, rendered in Jinja's sandbox.

    `control` are the texts of the tokenizer's control tokens. They are removed from the messages' contents:
    otherwise a web page or a question that contains, say, the end-of-turn token could speak as the system.
    """

    def __init__(self, template: str, *, begin: str, end: str, control: Iterable[str] = ()) -> None:
        from jinja2 import TemplateError
        from llama_cpp.llama_chat_format import Jinja2ChatFormatter

        try:
            self._formatter = Jinja2ChatFormatter(template=template, eos_token=end, bos_token=begin)
        except TemplateError as error:
            raise ModelUnusable(
                f"Die Chat-Vorlage ist kein gültiges Jinja ({error}): Bitte sie berichtigen."
            ) from error
        spoken = sorted({token for token in control if len(token) > 1}, key=len, reverse=True)
        self._control = re.compile("|".join(map(re.escape, spoken))) if spoken else None

    def prompt(self, messages: Sequence[Message]) -> str:
        """The prompt for these messages, ready for the assistant's turn. Raises MessagesRefused."""
        from jinja2 import TemplateError

        cleaned = [
            {"role": turn["role"], "content": self._without_control(turn["content"])} for turn in messages
        ]
        try:
            return str(self._formatter(messages=cleaned).prompt)
        except (TemplateError, ValueError, TypeError) as error:
            raise MessagesRefused(f"The model's chat template refuses these messages: {error}") from error

    def _without_control(self, content: str) -> str:
        if self._control is None:
            return content
        # What is left may form a token anew (<|e<|end|>nd|>), so until nothing is left to remove.
        while (shorter := self._control.sub("", content)) != content:
            content = shorter
        return content


def choose_template(configured: str | None, built_in: str | None) -> str:
    """The template's text: the configured file or text, else the model's own, else a plain one.

    Raises ModelUnusable where the configured file is missing or unreadable.
    """
    if configured is None:
        return built_in or PLAIN
    if "{{" in configured or "{%" in configured:
        return configured
    try:
        return Path(configured).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ModelUnusable(
            f"Die Chat-Vorlage „{configured}“ lässt sich nicht lesen: "
            "Bitte eine Jinja-Datei angeben (LOTSE_MODEL_CHAT_TEMPLATE, --chat-template)."
        ) from error
