"""The OpenAI protocol, so that existing clients can use the assistant as a model.

After OpenAI's Chat Completions reference: the last user message is the question, earlier ones are its
context. The model's name is `stadtlotse`, or `stadtlotse/<city>` where there are several cities.
"""

import json
from collections.abc import AsyncIterator
from time import time
from typing import Any, Literal

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field
from sse_starlette import EventSourceResponse, ServerSentEvent

from api.answer_text import answer_markdown
from api.origins import check_origin
from api.problems import Problem, spoken
from api.routes.chat import ChatRequest, ask
from api.routes.dependencies import StateDep
from bot.answer import Answer
from bot.assistant import Assistant

router = APIRouter(prefix="/v1", tags=["openai"])
MODEL = "stadtlotse"


class Part(BaseModel):
    """A part of a message's content; only text is read."""

    model_config = ConfigDict(extra="ignore")

    type: str
    text: str = ""


class Message(BaseModel):
    """A message of the conversation."""

    model_config = ConfigDict(extra="ignore")

    role: Literal["system", "developer", "user", "assistant", "tool"]
    content: str | list[Part] | None = None

    def text(self) -> str:
        """The content as plain text."""
        if isinstance(self.content, list):
            return " ".join(part.text for part in self.content if part.type == "text")
        return self.content or ""


class Completion(BaseModel):
    """What of a chat completion request is used; sampling options don't apply and are ignored."""

    model_config = ConfigDict(extra="ignore")

    model: str = MODEL
    messages: list[Message] = Field(min_length=1, max_length=200)
    stream: bool = False


@router.get("/models")
async def models(state: StateDep) -> dict[str, Any]:
    """One model for each city."""
    names = [MODEL] if len(state.cities) == 1 else [f"{MODEL}/{city_id}" for city_id in state.cities]
    return {
        "object": "list",
        "data": [{"id": name, "object": "model", "created": 0, "owned_by": MODEL} for name in names],
    }


@router.post("/chat/completions")
async def chat_completions(request: Request, completion: Completion, state: StateDep) -> Response:
    """Answer the last user message."""
    city = state.city(completion.model.partition("/")[2] or None)
    check_origin(request, city)
    state.limit.check(request, spoken(city, None))
    assistant = await state.assistant(city)
    asked = _asked(completion, assistant)
    answer = await ask(asked, state, city, assistant)
    if completion.stream:
        return EventSourceResponse(_chunks(answer, completion.model))
    message = {"role": "assistant", "content": answer_markdown(answer)}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    usage = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}
    body = _envelope(answer, completion.model, "chat.completion") | {"choices": [choice], "usage": usage}
    return JSONResponse(body)


def _asked(completion: Completion, assistant: Assistant) -> ChatRequest:
    turns = [m for m in completion.messages if m.role in {"user", "assistant"}]
    if not turns or turns[-1].role != "user":
        raise Problem(422, "Die letzte Nachricht muss eine Frage sein (role: user).", "no_question")
    questions = [message.text() for message in turns[:-1] if message.role == "user"]
    replies = [message.text() for message in turns[:-1] if message.role == "assistant"]
    context = assistant.context_from_history(questions, "".join(replies[-1:]))
    return ChatRequest(question=turns[-1].text(), context=context)


async def _chunks(answer: Answer, model: str) -> AsyncIterator[ServerSentEvent]:
    """The verified answer in lines; OpenAI clients expect the role first and the reason of the end last."""
    deltas: list[dict[str, str]] = [{"role": "assistant", "content": ""}]
    deltas += [{"content": line} for line in answer_markdown(answer).splitlines(keepends=True)]
    for delta in deltas:
        yield _chunk(answer, model, delta, None)
    yield _chunk(answer, model, {}, "stop")
    yield ServerSentEvent(data="[DONE]")


def _chunk(answer: Answer, model: str, delta: dict[str, str], reason: str | None) -> ServerSentEvent:
    choice = {"index": 0, "delta": delta, "finish_reason": reason}
    body = _envelope(answer, model, "chat.completion.chunk") | {"choices": [choice]}
    return ServerSentEvent(data=json.dumps(body, ensure_ascii=False))


def _envelope(answer: Answer, model: str, kind: str) -> dict[str, Any]:
    return {"id": f"chatcmpl-{answer.id}", "object": kind, "created": int(time()), "model": model}
