"""What citizens say of an answer."""

import asyncio
from datetime import timedelta
from typing import Annotated

import structlog
from fastapi import APIRouter, Body, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from api.origins import check_origin
from api.problems import MEDIA_TYPE, Problem, spoken
from api.routes.chat import LONGEST_CONTEXT
from api.routes.dependencies import StateDep
from api.state import State
from bot.safety.personal.mask import mask
from bot.texts import say
from corpus.city import City
from corpus.store.errors import StoreError
from corpus.store.feedback import Feedback, Rating, Reason

router = APIRouter(tags=["feedback"])
LONGEST_COMMENT = 1000
log = structlog.get_logger(__name__)


class FeedbackRequest(BaseModel):
    """Whether an answer helped. A second word on the same answer replaces the first."""

    model_config = ConfigDict(extra="forbid")

    answer: str = Field(pattern=r"^[A-Za-z0-9_-]{8,64}$", description="the `id` of the answer")
    rating: Rating
    reason: Reason | None = None
    comment: str = Field(default="", max_length=LONGEST_COMMENT)
    question: str = Field(
        default="", max_length=500, description="only if the citizen lets the editors see it; masked"
    )
    language: str = Field(default="de", pattern=r"^[a-z]{2}$")
    context: str = Field(
        default="", max_length=LONGEST_CONTEXT, description="the `context` of the answer: what it was about"
    )


_RESPONSES: dict[int | str, dict[str, object]] = {
    403: {"description": "A page of this origin may not embed the chat", "content": {MEDIA_TYPE: {}}},
    404: {"description": "No such city", "content": {MEDIA_TYPE: {}}},
    422: {"description": "Feedback that can't be taken", "content": {MEDIA_TYPE: {}}},
    429: {"description": "Too much at once", "content": {MEDIA_TYPE: {}}},
    503: {"description": "The database can't be reached", "content": {MEDIA_TYPE: {}}},
}


@router.post("/api/v1/feedback", status_code=204, responses=_RESPONSES)
async def feedback(request: Request, said: Annotated[FeedbackRequest, Body()], state: StateDep) -> Response:
    """Say of the only city's answer whether it helped."""
    return await _take(request, said, state, state.city(None))


@router.post("/api/v1/cities/{city}/feedback", status_code=204, responses=_RESPONSES)
async def city_feedback(
    request: Request, city: str, said: Annotated[FeedbackRequest, Body()], state: StateDep
) -> Response:
    """Say whether an answer helped."""
    return await _take(request, said, state, state.city(city))


async def keep(said: FeedbackRequest, state: State, city: City) -> None:
    """Mask and store what was said; raises a 503 `Problem` if it can't be stored."""
    today = state.clock().date()
    assistant = state.assistants.get(city.id)
    entry = Feedback(
        city=city.id,
        answer=said.answer,
        on=today,
        expires=today + timedelta(days=state.settings.feedback_days),
        rating=said.rating,
        reason=said.reason,
        comment=mask(said.comment.strip()).text,
        question=mask(said.question.strip()).text,
        language=said.language,
        documents=assistant.documents_of(said.context) if assistant and said.context else (),
    )
    try:
        await asyncio.to_thread(lambda: state.database.store().feedback.save(entry, today=today))
    except StoreError as error:
        log.warning("feedback not stored", reason=str(error))
        raise Problem(503, say("problem.not_stored", spoken(city, said.language)), "not_stored") from None
    state.figures.count_feedback(entry)


async def _take(request: Request, said: FeedbackRequest, state: State, city: City) -> Response:
    check_origin(request, city)
    state.feedback_limit.check(request, spoken(city, said.language))
    await keep(said, state, city)
    return Response(status_code=204)
