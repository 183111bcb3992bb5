"""The chat as a page of its own, which works without JavaScript, and the same in an iframe."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, ValidationError

from api.origins import allowed_origins
from api.problems import Problem, question_problem, spoken
from api.routes.chat import LONGEST_CONTEXT, ChatRequest, ask
from api.routes.dependencies import StateDep
from api.routes.feedback import FeedbackRequest, keep
from api.routes.html import page, shown_city, view_of
from api.state import State
from bot.answer import Answer, Style
from bot.request import ProblemCode, QuestionError
from corpus.city import City
from corpus.store.feedback import Rating, Reason
from widget.pages import (
    COMMENT_LIMIT,
    CONTENT_SECURITY_POLICY,
    QUESTION_LIMIT,
    Asked,
    Choices,
    Said,
    frame_policy,
    render_chat,
    render_feedback,
)

router = APIRouter(include_in_schema=False)
_LOST_THREAD = frozenset({ProblemCode.FORGED_CONTEXT.value, ProblemCode.EXPIRED_CONTEXT.value})


class ChosenForm(BaseModel):
    """What every form carries: the city, how to answer and how it looks, and what the shown answer is for."""

    city: str = ""
    language: str = "de"
    style: str = ""
    size: str = ""
    contrast: str = ""
    scheme: str = ""
    context: str = ""
    asked: str = ""
    asked_context: str = ""


class QuestionForm(ChosenForm):
    """A question; `apply` answers the last one again in another language, style or look."""

    question: str = ""
    apply: bool = False


class FeedbackForm(ChosenForm):
    """A word on an answer; `share` lets the editors see the question."""

    answer: str = ""
    rating: str = ""
    reason: str = ""
    comment: str = ""
    share: bool = False


@router.get("/chat")
async def chat_page(
    request: Request, state: StateDep, city: Annotated[str | None, Query()] = None
) -> HTMLResponse:
    """The chat as a page of its own; works without JavaScript."""
    return _empty(request, shown_city(state, city), framed=False)


@router.get("/frame")
async def frame_page(
    request: Request, state: StateDep, city: Annotated[str | None, Query()] = None
) -> HTMLResponse:
    """The chat for an iframe, which the city's own websites may show."""
    return _empty(request, shown_city(state, city), framed=True)


@router.post("/chat")
async def chat_form(request: Request, state: StateDep, form: Annotated[QuestionForm, Form()]) -> HTMLResponse:
    """Answer a question that came from the form."""
    return await _answered(request, state, form, framed=False)


@router.post("/frame")
async def frame_form(
    request: Request, state: StateDep, form: Annotated[QuestionForm, Form()]
) -> HTMLResponse:
    """Answer a question that came from the form in an iframe."""
    return await _answered(request, state, form, framed=True)


@router.post("/chat/feedback")
async def chat_feedback(
    request: Request, state: StateDep, form: Annotated[FeedbackForm, Form()]
) -> HTMLResponse:
    """Take what was said of an answer."""
    return await _rated(request, state, form, framed=False)


@router.post("/frame/feedback")
async def frame_feedback(
    request: Request, state: StateDep, form: Annotated[FeedbackForm, Form()]
) -> HTMLResponse:
    """Take what was said of an answer in an iframe."""
    return await _rated(request, state, form, framed=True)


def _empty(request: Request, city: City, *, framed: bool) -> HTMLResponse:
    choices = Choices.read(request.query_params)
    html = render_chat(view_of(city, request), choices=choices, framed=framed)
    return page(html, policy=_policy(city, framed=framed))


async def _answered(request: Request, state: State, form: QuestionForm, *, framed: bool) -> HTMLResponse:
    city = shown_city(state, form.city or None)
    view, choices, policy = view_of(city, request), _choices(form), _policy(city, framed=framed)
    again = form.apply and form.asked.strip()
    asked = Asked(form.asked, form.asked_context) if again else Asked(form.question, form.context)
    typed = form.question[: 2 * QUESTION_LIMIT]
    if form.apply and not again:
        html = render_chat(view, question=typed, choices=choices, context=form.context, framed=framed)
        return page(html, policy=policy)
    try:
        answer = await _answer(request, state, city, asked, choices)
    except Problem as problem:
        html = render_chat(
            view,
            question=typed or asked.question[: 2 * QUESTION_LIMIT],
            problem=problem.detail,
            choices=choices,
            # A token that was refused would be refused again: the next question goes without it.
            context=None if problem.code in _LOST_THREAD else asked.context,
            framed=framed,
        )
        return page(html, problem.status, problem.headers, policy=policy)
    dumped = answer.model_dump(mode="json")
    html = render_chat(view, dumped, typed, choices=choices, asked=asked, framed=framed)
    return page(html, policy=policy)


async def _answer(request: Request, state: State, city: City, asked: Asked, choices: Choices) -> Answer:
    language = choices.language
    state.limit.check(request, spoken(city, language))
    assistant = await state.assistant(city, language)
    context = asked.context or ""
    if len(context) > LONGEST_CONTEXT:
        raise question_problem(QuestionError(ProblemCode.FORGED_CONTEXT), city, QUESTION_LIMIT, language)
    wanted = ChatRequest(
        question=asked.question,
        language=language if language in city.languages else None,
        style=Style(choices.style),
        context=context or None,
    )
    return await ask(wanted, state, city, assistant)


async def _rated(request: Request, state: State, form: FeedbackForm, *, framed: bool) -> HTMLResponse:
    city = shown_city(state, form.city or None)
    choices = _choices(form)
    # Browsers send line ends as two characters.
    comment = form.comment.replace("\r\n", "\n")
    said = Said(form.answer, form.rating, form.reason, comment, form.share)
    unrated, status, problem = form.rating not in set(Rating), 200, None
    headers: dict[str, str] = {}
    if unrated or len(comment) > COMMENT_LIMIT:
        status = 422
    else:
        try:
            await _keep(request, state, city, said, form, choices)
        except Problem as error:
            status, problem, headers = error.status, error.detail, error.headers
    html = render_feedback(
        view_of(city, request),
        said,
        Asked(form.asked, form.asked_context),
        context=form.context,
        choices=choices,
        unrated=unrated,
        problem=problem,
        framed=framed,
    )
    return page(html, status, headers, policy=_policy(city, framed=framed))


async def _keep(
    request: Request, state: State, city: City, said: Said, form: FeedbackForm, choices: Choices
) -> None:
    language = spoken(city, choices.language)
    state.feedback_limit.check(request, language)
    rating = Rating(said.rating)
    try:
        entry = FeedbackRequest(
            answer=said.answer,
            rating=rating,
            reason=Reason(said.reason)
            if rating == Rating.NOT_HELPFUL and said.reason in set(Reason)
            else None,
            comment=said.comment,
            question=form.asked.strip()[:QUESTION_LIMIT] if said.share else "",
            language=language,
            context=form.context if len(form.context) <= LONGEST_CONTEXT else "",
        )
    except ValidationError:
        # Only the answer's id is left to be wrong, and nobody types that.
        raise Problem(
            422,
            "Diese Rückmeldung gehört zu keiner Antwort. Bitte stellen Sie die Frage noch einmal.",
            "answer",
        ) from None
    await keep(entry, state, city)


def _choices(form: ChosenForm) -> Choices:
    return Choices.read(form.model_dump(include={"language", "style", "size", "contrast", "scheme"}))


def _policy(city: City, *, framed: bool) -> str:
    return frame_policy(allowed_origins(city)) if framed else CONTENT_SECURITY_POLICY
