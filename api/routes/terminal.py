"""The chat on public terminals."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.routes.dependencies import StateDep
from api.routes.html import page, shown_city, view_of
from widget.assets import terminal_script, terminal_version
from widget.pages.terminal import TERMINAL_POLICY, TerminalView, render_terminal

router = APIRouter(include_in_schema=False)


@router.get("/terminal")
async def terminal(
    request: Request,
    state: StateDep,
    city: Annotated[str | None, Query()] = None,
    lang: Annotated[str | None, Query()] = None,
) -> HTMLResponse:
    """The page of a public terminal; how it behaves stands in the city's `[terminal]`."""
    found = shown_city(state, city)
    language = lang or next(iter(found.terminal.languages), None)
    view = TerminalView(**found.terminal.model_dump())
    return page(render_terminal(view_of(found, request), view, language=language), policy=TERMINAL_POLICY)


@router.get("/terminal.js")
async def script(v: Annotated[str | None, Query()] = None) -> Response:
    """The terminal's script, one file; with its version in the address it may be cached for ever."""
    age = "31536000, immutable" if v == terminal_version() else "3600"
    return Response(
        terminal_script(),
        media_type="text/javascript; charset=utf-8",
        headers={"Cache-Control": f"public, max-age={age}"},
    )
