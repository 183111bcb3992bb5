"""The application: wires the rooms together."""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.types import ASGIApp

from api.access import Access
from api.cities import uses_sample_site
from api.limits import BodyLimit
from api.problems import MEDIA_TYPE, Problem, install_problem_handlers
from api.routes import chat, cities, feedback, files, forms, health, openai, pages, terminal
from api.sample_page import ASSETS
from api.settings import Settings, read_settings
from api.state import make_state

_DESCRIPTION = """Answers citizens' questions from what a city publishes, with sources.

Ask with `POST /api/v1/chat` (or `/api/v1/cities/{city}/chat`); with `Accept: text/event-stream` the answer
comes as events. Errors are problem details (RFC 9457)."""


def create_app(settings: Settings | None = None) -> FastAPI:
    """The server for these settings; raises `CityError` for a bad `city.toml`, `SettingsError`.

    Everything heavy is loaded in the background, so that `/healthz` answers at once; questions wait for it.
    """
    # LangChain would send prompts to a third party if somebody's environment told it to.
    os.environ["LANGSMITH_TRACING"] = os.environ["LANGCHAIN_TRACING_V2"] = "false"
    state = make_state(settings or read_settings())

    @contextlib.asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        del app
        preparing = asyncio.create_task(state.prepare())
        preparing.add_done_callback(state.prepared)
        try:
            yield
        finally:
            preparing.cancel()
            await asyncio.wait({preparing})
            await state.close()

    app = FastAPI(
        title="Stadtlotse",
        version="0.1.0",
        description=_DESCRIPTION,
        lifespan=lifespan,
        root_path=state.settings.root_path,
        # Swagger's pages load their scripts from elsewhere; /openapi.json is there for local viewers.
        docs_url=None,
        redoc_url=None,
    )
    app.state.lotse = state
    install_problem_handlers(app)
    for group in (chat, feedback, cities, openai, health, files, forms, pages, terminal):
        app.include_router(group.router)
    if any(uses_sample_site(city) for city in state.cities.values()):
        from corpus.musterstadt.start_page import assets_folder

        app.mount(ASSETS, StaticFiles(directory=assets_folder()), name="sample-assets")
    app.add_middleware(BodyLimit, refuse=_too_large)
    app.add_middleware(
        CORSMiddleware,
        # Who may embed the chat is checked city by city (`api.origins`); the refusal has to be readable.
        allow_origins=["*"],
        allow_methods=["GET", "POST", "DELETE"],
        allow_headers=["Content-Type", "Accept", "Last-Event-ID"],
        expose_headers=["Retry-After"],
        max_age=86400,
    )
    app.add_middleware(Access)
    return app


def _too_large() -> ASGIApp:
    problem = Problem(413, "Die Anfrage ist zu groß. Eine Frage hat höchstens 500 Zeichen.", "too_large")
    return JSONResponse(problem.body(), status_code=413, media_type=MEDIA_TYPE)
