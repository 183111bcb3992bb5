"""The part of OpenAI's protocol that the model's process speaks: what it reads and what it writes."""

from __future__ import annotations

import json
import secrets
import time
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from bot.model.inference.chat_template import Message
from bot.model.inference.engine import FinishReason, Outcome
from bot.model.inference.grammar import Grammar, GrammarRefused, grammar_for_json

Json = dict[str, Any]


class TextPart(BaseModel):
    """A part of a message's content; other types than text are refused."""

    type: Literal["text"]
    text: str


class ChatMessage(BaseModel):
    """One turn. Tool calls and images are refused."""

    role: Literal["system", "developer", "user", "assistant"]
    content: str | list[TextPart]

    def plain(self) -> Message:
        """The turn with its content as one text."""
        text = self.content if isinstance(self.content, str) else "".join(part.text for part in self.content)
        return Message(role="system" if self.role == "developer" else self.role, content=text)


class StreamOptions(BaseModel):
    """`include_usage` adds a last chunk with the token counts."""

    include_usage: bool = False


class Generation(BaseModel):
    """What both kinds of request have in common. Fields that aren't named here are ignored, as others do.

    `model` may be anything: there is one. `grammar` is GBNF, as in llama-server; `response_format` takes
    `json_object` and `json_schema` and excludes `grammar`.
    """

    model_config = ConfigDict(extra="ignore")

    model: str = ""
    stream: bool = False
    stream_options: StreamOptions | None = None
    max_tokens: Annotated[int, Field(ge=1)] | None = None
    temperature: float = Field(default=0.8, ge=0, le=5)
    top_p: float = Field(default=0.95, gt=0, le=1)
    seed: int | None = Field(default=None, ge=0, lt=2**32)
    stop: Annotated[list[str], Field(max_length=16)] = []
    n: Literal[1] = 1
    grammar: str | None = Field(default=None, max_length=200_000)
    response_format: Json | None = None

    @field_validator("stop", mode="before")
    @classmethod
    def _one_or_many(cls, value: object) -> object:
        if value is None:
            return []
        return [value] if isinstance(value, str) else value

    @property
    def wants_usage(self) -> bool:
        return self.stream_options is not None and self.stream_options.include_usage

    def bound_by(self) -> Grammar | None:
        """The grammar asked for, in either way. Raises GrammarRefused."""
        kind = (self.response_format or {}).get("type", "text")
        if self.grammar is not None:
            if kind != "text":
                raise GrammarRefused("Give either grammar or response_format, not both.")
            return Grammar(self.grammar)
        if kind == "text":
            return None
        if kind == "json_object":
            return grammar_for_json((self.response_format or {}).get("schema"))
        if kind == "json_schema":
            schema = ((self.response_format or {}).get("json_schema") or {}).get("schema")
            if not isinstance(schema, dict):
                raise GrammarRefused("response_format.json_schema.schema is missing.")
            return grammar_for_json(schema)
        raise GrammarRefused(
            f"response_format.type {kind!r} is unknown: use text, json_object or json_schema."
        )


class ChatRequest(Generation):
    """The body of `/v1/chat/completions`."""

    messages: Annotated[list[ChatMessage], Field(min_length=1, max_length=200)]
    max_completion_tokens: Annotated[int, Field(ge=1)] | None = None
    tools: Annotated[list[Json], Field(max_length=0)] | None = None

    @property
    def limit(self) -> int | None:
        return self.max_completion_tokens or self.max_tokens


class CompletionRequest(Generation):
    """The body of `/v1/completions`: a prompt as it is, without a template."""

    prompt: str

    @property
    def limit(self) -> int | None:
        # OpenAI's own default for this route; without it a stray request would fill the context.
        return self.max_tokens or 16


def usage(outcome: Outcome) -> Json:
    """Token counts; `cached_tokens` of the prompt's came from the prefix in memory and cost no time."""
    return {
        "prompt_tokens": outcome.prompt,
        "completion_tokens": outcome.written,
        "total_tokens": outcome.prompt + outcome.written,
        "prompt_tokens_details": {"cached_tokens": outcome.cached, "evaluated_tokens": outcome.evaluated},
    }


def timings(outcome: Outcome) -> Json:
    """Counts and times in llama-server's form: `cache_n` tokens were there, `prompt_n` were evaluated."""
    reading, writing = outcome.reading_seconds, outcome.writing_seconds
    return {
        "cache_n": outcome.cached,
        "prompt_n": outcome.evaluated,
        "prompt_ms": round(1000 * reading, 2),
        "prompt_per_second": round(outcome.evaluated / reading, 2) if reading else None,
        "predicted_n": outcome.written,
        "predicted_ms": round(1000 * writing, 2),
        "predicted_per_second": round(outcome.written / writing, 2) if writing else None,
    }


@dataclass(frozen=True)
class Reply:
    """Writes one answer's parts, for a chat or for a plain completion, with one id and time for all."""

    model: str
    chat: bool
    id: str = field(default_factory=lambda: secrets.token_hex(12))
    created: int = field(default_factory=lambda: int(time.time()))

    def whole(self, text: str, outcome: Outcome) -> Json:
        """The answer in one piece."""
        choice: Json = {"index": 0, "finish_reason": outcome.finish_reason, "logprobs": None}
        if self.chat:
            choice["message"] = {"role": "assistant", "content": text}
        else:
            choice["text"] = text
        return self._envelope([choice], streamed=False) | _counted(outcome)

    def begin(self) -> Json:
        """The first chunk: it says who speaks."""
        return self._chunk("", None, role="assistant")

    def place(self, place: int, seconds: int) -> Json:
        """A chunk without text that tells place and estimated seconds in the queue, as `x_queue`."""
        return self._chunk("", None) | {"x_queue": {"place": place, "seconds": seconds}}

    def piece(self, text: str) -> Json:
        """A chunk of the answer's text."""
        return self._chunk(text, None)

    def end(self, reason: FinishReason) -> Json:
        """The chunk that says why the answer ends here. A stream without it is broken."""
        return self._chunk("", reason)

    def counts(self, outcome: Outcome) -> Json:
        """The chunk with the token counts and no choice."""
        return self._envelope([], streamed=True) | _counted(outcome)

    def _chunk(self, text: str, reason: FinishReason | None, **delta: str) -> Json:
        choice: Json = {"index": 0, "finish_reason": reason, "logprobs": None}
        if self.chat:
            choice["delta"] = {**delta, "content": text} if reason is None else {}
        else:
            choice["text"] = text
        return self._envelope([choice], streamed=True)

    def _envelope(self, choices: list[Json], *, streamed: bool) -> Json:
        if self.chat:
            prefix, kind = "chatcmpl", "chat.completion.chunk" if streamed else "chat.completion"
        else:
            prefix, kind = "cmpl", "text_completion"
        return {
            "id": f"{prefix}-{self.id}",
            "object": kind,
            "created": self.created,
            "model": self.model,
            "choices": choices,
        }


def _counted(outcome: Outcome) -> Json:
    return {"usage": usage(outcome), "timings": timings(outcome)}


def event(data: Json) -> bytes:
    """One server-sent event."""
    return f"data: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


def error_body(status: int, message: str, kind: str) -> Json:
    """RFC 9457 problem details, with OpenAI's `error` object beside it for its clients."""
    return {
        "type": f"urn:stadtlotse:model:{kind}",
        "title": kind.replace("-", " ").capitalize(),
        "status": status,
        "detail": message,
        "error": error_object(status, message, kind),
    }


def error_object(status: int, message: str, kind: str) -> Json:
    """An error as OpenAI's clients read it, in a body or in the middle of a stream."""
    return {"message": message, "type": kind, "param": None, "code": status}
