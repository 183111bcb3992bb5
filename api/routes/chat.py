"""Questions and answers: as JSON, or as a stream of events."""

import asyncio
import contextlib
import secrets
from collections.abc import AsyncIterator
from functools import partial
from time import perf_counter
from typing import Annotated

from fastapi import APIRouter, Body, Header, Query, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field
from sse_starlette import EventSourceResponse, ServerSentEvent

from api.answers import IdTaken, KeptAnswer
from api.origins import check_origin
from api.problems import MEDIA_TYPE, Problem, broken_off, question_problem, spoken
from api.routes.dependencies import StateDep
from api.state import State
from bot.answer import Answer, Style
from bot.assistant import Assistant
from bot.events import AnyEvent, Failed
from bot.model.server.disconnect import client_gone
from bot.request import Question, QuestionError
from bot.settings import BotSettings
from bot.texts import say
from corpus.city import City

router = APIRouter(tags=["chat"])
_LONGEST = BotSettings().max_question
_PING_SECONDS = 15
LONGEST_CONTEXT = 4096
_LONGEST_WAIT = 20.0


class ChatRequest(BaseModel):
    """A question, and what helps to answer it."""

    model_config = ConfigDict(extra="forbid")

    question: str = Field(
        description=f"at most {_LONGEST} characters", examples=["Was kostet ein Personalausweis?"]
    )
    language: str | None = Field(default=None, description="ISO 639-1; found out if missing", examples=["de"])
    style: Style = Field(default=Style.STANDARD, description="`einfach` for simple German")
    context: str | None = Field(
        default=None,
        max_length=LONGEST_CONTEXT,
        description="the `context` of the last answer, for follow-up questions",
    )
    id: str | None = Field(
        default=None,
        pattern=r"^[A-Za-z0-9_-]{16,64}$",
        description="a random id of the client's own: after a lost connection, asking again with it (or "
        "`GET /api/v1/answers/{id}`) goes on with the same answer",
    )


_EXAMPLES = {
    "cost": {"summary": "A question", "value": {"question": "Was kostet ein neuer Personalausweis?"}},
    "simple": {
        "summary": "In simple German",
        "value": {"question": "Wie melde ich meine Wohnung an?", "language": "de", "style": "einfach"},
    },
}
_RESPONSES: dict[int | str, dict[str, object]] = {
    200: {
        "description": "The answer; with `Accept: text/event-stream` events `accepted`, `facts`, `sentence`, "
        "`sources`, `done`, `error`",
        "content": {"text/event-stream": {"schema": {"type": "string"}}},
    },
    404: {"description": "No such city", "content": {MEDIA_TYPE: {}}},
    403: {"description": "A page of this origin may not embed the chat", "content": {MEDIA_TYPE: {}}},
    409: {"description": "Another question has this id", "content": {MEDIA_TYPE: {}}},
    422: {"description": "A question that can't be taken", "content": {MEDIA_TYPE: {}}},
    429: {"description": "Too many questions", "content": {MEDIA_TYPE: {}}},
    503: {"description": "Nothing is ingested yet", "content": {MEDIA_TYPE: {}}},
}
Asked = Annotated[ChatRequest, Body(openapi_examples=_EXAMPLES)]


@router.post("/api/v1/chat", response_model=Answer, responses=_RESPONSES)
async def chat(request: Request, asked: Asked, state: StateDep) -> Response:
    """Ask the only city of this installation."""
    return await respond(request, asked, state, state.city(None))


@router.post("/api/v1/cities/{city}/chat", response_model=Answer, responses=_RESPONSES)
async def city_chat(request: Request, city: str, asked: Asked, state: StateDep) -> Response:
    """Ask a city."""
    return await respond(request, asked, state, state.city(city))


@router.get(
    "/api/v1/answers/{answer_id}",
    response_model=Answer,
    responses={
        202: {"description": "Still being composed: the events so far", "content": {"application/json": {}}},
        404: _RESPONSES[404],
    },
)
async def answer_again(
    request: Request,
    answer_id: str,
    state: StateDep,
    wait: Annotated[float, Query(ge=0, le=_LONGEST_WAIT, description="seconds to wait for its end")] = 0,
    last_event_id: Annotated[int, Header(description="the last event that was seen")] = -1,
) -> Response:
    """Fetch an answer again by its id: one that is being composed, or was finished in the last 60 seconds.

    As JSON, the whole answer, or 202 with the events so far; as an event stream, from the event after
    `Last-Event-ID`.
    """
    kept = state.answers.get(answer_id)
    if kept is None:
        raise _gone()
    if _wants_stream(request):
        return _stream_of(kept, start=last_event_id + 1)
    await _wait(request, kept, wait)
    if kept.ended:
        return _whole(kept)
    events = [event.model_dump(mode="json") for event in kept.events]
    headers = {"Cache-Control": "no-store", "Retry-After": "1"}
    return JSONResponse({"id": kept.id, "events": events}, status_code=202, headers=headers)


@router.delete("/api/v1/answers/{answer_id}", status_code=204)
async def stop_answer(answer_id: str, state: StateDep) -> Response:
    """Give up an answer that is being composed: its client has stopped it."""
    kept = state.answers.get(answer_id)
    if kept is not None:
        kept.stop()
    return Response(status_code=204)


async def respond(request: Request, asked: ChatRequest, state: State, city: City) -> Response:
    """The answer in the form that the client accepts."""
    check_origin(request, city)
    state.limit.check(request, spoken(city, asked.language))
    assistant = await state.assistant(city, asked.language)
    kept = await _kept(asked, state, city, assistant)
    if _wants_stream(request):
        return _stream_of(kept)
    await _wait(request, kept, None)
    return _whole(kept)


async def ask(asked: ChatRequest, state: State, city: City, assistant: Assistant) -> Answer:
    """The whole answer; raises `Problem`."""
    kept = await _kept(asked, state, city, assistant)
    await kept.finished()
    if kept.answer is None:
        raise broken_off(city, asked.language)
    return kept.answer


async def _kept(asked: ChatRequest, state: State, city: City, assistant: Assistant) -> KeptAnswer:
    """The answer under way, newly begun unless this question was asked with the same id before."""
    answer_id, question = asked.id or secrets.token_urlsafe(12), asked.model_dump_json(exclude={"id"})
    try:
        before = state.answers.asked_before(answer_id, question)
        if before is not None and not (before.ended and before.answer is None):
            return before
        return await state.answers.start(
            answer_id,
            question,
            assistant.stream(_question(asked), id=answer_id),
            on_done=partial(_count, state, perf_counter()),
            broken=lambda: Failed(problem=broken_off(city, asked.language).body()),
        )
    except IdTaken:
        raise Problem(409, say("problem.id_taken", spoken(city, asked.language)), "id_taken") from None
    except QuestionError as error:
        # What is wrong with a question shows before the first event, while a status can still be sent.
        raise question_problem(error, city, _LONGEST, asked.language) from None


def _count(state: State, start: float, answer: Answer) -> None:
    state.figures.count(answer, perf_counter() - start)


def _stream_of(kept: KeptAnswer, *, start: int = 0) -> Response:
    async def wire() -> AsyncIterator[ServerSentEvent]:
        async with contextlib.aclosing(kept.follow(start)) as events:
            async for number, event in events:
                yield _sent(number, event)

    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return EventSourceResponse(wire(), ping=_PING_SECONDS, headers=headers)


def _whole(kept: KeptAnswer) -> Response:
    if kept.answer is not None:
        return JSONResponse(kept.answer.model_dump(mode="json"), headers={"Cache-Control": "no-store"})
    if kept.failure is None:
        raise _gone()
    problem = kept.failure.problem
    return JSONResponse(problem, status_code=int(problem["status"]), media_type=MEDIA_TYPE)


def _gone() -> Problem:
    return Problem(404, "Diese Antwort gibt es nicht mehr. Bitte stellen Sie die Frage noch einmal.", "gone")


async def _wait(request: Request, kept: KeptAnswer, seconds: float | None) -> None:
    """Wait until the answer is finished, for at most so many seconds, or until the client has left."""
    with kept.listening():
        finished = asyncio.ensure_future(kept.finished())
        left = asyncio.ensure_future(client_gone(request))
        try:
            await asyncio.wait({finished, left}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            finished.cancel()
            left.cancel()


def _wants_stream(request: Request) -> bool:
    return "text/event-stream" in request.headers.get("accept", "")


def _question(asked: ChatRequest) -> Question:
    return Question(text=asked.question, language=asked.language, style=asked.style, context=asked.context)


def _sent(number: int, event: AnyEvent) -> ServerSentEvent:
    return ServerSentEvent(id=str(number), event=event.type, data=event.model_dump_json(exclude={"type"}))
