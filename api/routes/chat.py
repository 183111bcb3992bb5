"""Questions and answers: as JSON, or as a stream of events."""

from collections.abc import AsyncIterator
from time import perf_counter
from typing import Annotated

import structlog
from fastapi import APIRouter, Body, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field
from sse_starlette import EventSourceResponse, ServerSentEvent

from api.problems import MEDIA_TYPE, Problem, broken_off, question_problem
from api.routes.dependencies import StateDep
from api.state import State
from bot.answer import Answer, Style
from bot.assistant import Assistant
from bot.events import AnyEvent, Done, Failed
from bot.request import Question, QuestionError
from bot.settings import BotSettings
from corpus.city import City

router = APIRouter(tags=["chat"])
_LONGEST = BotSettings().max_question
_PING_SECONDS = 15
LONGEST_CONTEXT = 4096
log = structlog.get_logger(__name__)


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


@router.get("/api/v1/answers/{answer_id}", responses={404: _RESPONSES[404]})
async def answer_again(answer_id: str, state: StateDep) -> Answer:
    """Fetch an answer of the last 60 seconds again by its id."""
    answer = state.answers.get(answer_id)
    if answer is None:
        raise Problem(
            404, "Diese Antwort gibt es nicht mehr. Bitte stellen Sie die Frage noch einmal.", "gone"
        )
    return answer


async def respond(request: Request, asked: ChatRequest, state: State, city: City) -> Response:
    """The answer in the form that the client accepts."""
    state.limit.check(request)
    assistant = await state.assistant(city, asked.language)
    if "text/event-stream" in request.headers.get("accept", ""):
        return await _streamed(asked, state, city, assistant)
    answer = await ask(asked, state, city, assistant)
    return JSONResponse(answer.model_dump(mode="json"), headers={"Cache-Control": "no-store"})


async def ask(asked: ChatRequest, state: State, city: City, assistant: Assistant) -> Answer:
    """The whole answer; raises `Problem`."""
    start = perf_counter()
    try:
        answer = await assistant.answer(_question(asked))
    except QuestionError as error:
        raise question_problem(error, city, _LONGEST, asked.language) from None
    state.figures.count(answer, perf_counter() - start)
    state.answers.keep(answer)
    return answer


async def _streamed(asked: ChatRequest, state: State, city: City, assistant: Assistant) -> Response:
    start = perf_counter()
    events = assistant.stream(_question(asked))
    try:
        # What is wrong with a question shows before the first event, while a status can still be sent.
        first = await anext(events)
    except QuestionError as error:
        raise question_problem(error, city, _LONGEST, asked.language) from None

    async def wire() -> AsyncIterator[ServerSentEvent]:
        yield _sent(first)
        try:
            async for event in events:
                if isinstance(event, Done):
                    state.figures.count(event.answer, perf_counter() - start)
                    state.answers.keep(event.answer)
                yield _sent(event)
        except Exception:
            # The outermost edge, as the handler for status 500 is for whole answers: the status is sent
            # already, so that only an event can tell the citizen.
            log.exception("stream failed")
            yield _sent(Failed(problem=broken_off(city, asked.language).body()))

    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return EventSourceResponse(wire(), ping=_PING_SECONDS, headers=headers)


def _question(asked: ChatRequest) -> Question:
    return Question(text=asked.question, language=asked.language, style=asked.style, context=asked.context)


def _sent(event: AnyEvent) -> ServerSentEvent:
    return ServerSentEvent(event=event.type, data=event.model_dump_json(exclude={"type"}))
