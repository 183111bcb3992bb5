"""What a browser fetches: the element, the chat page without JavaScript, the start page, style sheets."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.problems import Problem, question_problem, spoken
from api.routes.chat import LONGEST_CONTEXT, ChatRequest, ask
from api.routes.cities import describe
from api.routes.dependencies import StateDep
from api.sample_page import sample_start_page
from api.state import State
from bot.answer import Answer, Style
from bot.request import ProblemCode, QuestionError
from corpus.city import City
from widget.assets import embed_hash, embed_script, embed_version, stylesheet
from widget.catalogue import UnknownLanguage, element_texts, version
from widget.pages import CONTENT_SECURITY_POLICY, CityView, render_chat, render_home, render_privacy
from widget.theme import theme_stylesheet

router = APIRouter(include_in_schema=False)
_YEAR = "public, max-age=31536000, immutable"
_HOUR = "public, max-age=3600"


@router.get("/")
async def home(request: Request, state: StateDep) -> HTMLResponse:
    """A page with the chat embedded: the sample city's own, or a plain one."""
    city = next(iter(state.cities.values()))
    sample = sample_start_page(city, base=_base(request), version=embed_version(), integrity=embed_hash())
    if sample is not None:
        return HTMLResponse(sample.html, headers={"Content-Security-Policy": sample.policy})
    return _page(render_home(_view(city, request)))


@router.get("/embed.js")
async def embed(v: Annotated[str | None, Query()] = None) -> Response:
    """The chat element, one file; with its version in the address it may be cached for ever."""
    headers = {
        "Cache-Control": _YEAR if v == embed_version() else _HOUR,
        "Access-Control-Allow-Origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    return Response(embed_script(), media_type="text/javascript; charset=utf-8", headers=headers)


@router.get("/static/{name}")
async def static(name: str, state: StateDep, v: Annotated[str | None, Query()] = None) -> Response:
    """A style sheet of the pages, a city's colours, or the element's texts in a language."""
    if name.startswith("texts-") and name.endswith(".json"):
        return _texts(name.removeprefix("texts-").removesuffix(".json"), v)
    if name.startswith("theme-") and name.endswith(".css"):
        city = state.city(name.removeprefix("theme-").removesuffix(".css"))
        content: bytes = theme_stylesheet(city.look.accent).encode()
    else:
        try:
            content = stylesheet(name)
        except KeyError:
            raise Problem(404, "Diese Datei gibt es hier nicht.", "http_404") from None
    return Response(content, media_type="text/css; charset=utf-8", headers={"Cache-Control": _HOUR})


def _texts(language: str, asked_version: str | None) -> Response:
    try:
        content, current = element_texts(language), version(language)
    except UnknownLanguage:
        raise Problem(404, "Diese Datei gibt es hier nicht.", "http_404") from None
    headers = {"Cache-Control": _YEAR if asked_version == current else _HOUR}
    return Response(content, media_type="application/json", headers=headers)


@router.get("/chat")
async def chat_page(
    request: Request, state: StateDep, city: Annotated[str | None, Query()] = None, lang: str = "de"
) -> HTMLResponse:
    """The chat as a page of its own; works without JavaScript."""
    found = _city(state, city)
    return _page(render_chat(_view(found, request), language=lang))


@router.post("/chat")
async def chat_form(
    request: Request,
    state: StateDep,
    question: Annotated[str, Form()] = "",
    language: Annotated[str, Form()] = "de",
    style: Annotated[str, Form()] = "standard",
    context: Annotated[str, Form()] = "",
    city: Annotated[str, Form()] = "",
) -> HTMLResponse:
    """Answer a question that came from the form."""
    found = _city(state, city or None)
    view = _view(found, request)
    wanted = Style.EINFACH if style == Style.EINFACH.value else Style.STANDARD
    try:
        answer = await _answer(request, state, found, question, language, wanted, context)
    except Problem as problem:
        html = render_chat(
            view,
            question=question[: 2 * _LONGEST],
            problem=problem.detail,
            language=language,
            style=wanted.value,
            # One that is too long is no context of ours: the next question goes without it.
            context=context if 0 < len(context) <= LONGEST_CONTEXT else None,
        )
        return _page(html, status=problem.status, headers=problem.headers)
    html = render_chat(view, answer.model_dump(mode="json"), question, language=language, style=wanted.value)
    return _page(html)


@router.get("/datenschutz")
async def privacy(
    request: Request, state: StateDep, city: Annotated[str | None, Query()] = None, lang: str = "de"
) -> HTMLResponse:
    """What happens with a question."""
    return _page(render_privacy(_view(_city(state, city), request), language=lang))


_LONGEST = 500


async def _answer(
    request: Request, state: State, city: City, question: str, language: str, style: Style, context: str
) -> Answer:
    state.limit.check(request, spoken(city, language))
    assistant = await state.assistant(city, language)
    if len(context) > LONGEST_CONTEXT:
        raise question_problem(QuestionError(ProblemCode.FORGED_CONTEXT), city, _LONGEST, language)
    served = language if language in city.languages else None
    asked = ChatRequest(question=question, language=served, style=style, context=context or None)
    return await ask(asked, state, city, assistant)


def _city(state: State, city_id: str | None) -> City:
    return state.city(city_id) if city_id or len(state.cities) == 1 else next(iter(state.cities.values()))


def _base(request: Request) -> str:
    return str(request.scope.get("root_path", "")).rstrip("/")


def _view(city: City, request: Request) -> CityView:
    return CityView.from_description(describe(city), base=_base(request))


def _page(html: str, status: int = 200, headers: dict[str, str] | None = None) -> HTMLResponse:
    policy = {"Content-Security-Policy": CONTENT_SECURITY_POLICY, "Cache-Control": "no-store"}
    return HTMLResponse(html, status_code=status, headers={**policy, **(headers or {})})
