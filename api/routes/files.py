"""The files that the pages and the element are made of: the script, style sheets, texts."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from api.problems import Problem
from api.routes.dependencies import StateDep
from widget.assets import embed_script, embed_version, stylesheet
from widget.catalogue import UnknownLanguage, element_texts, version
from widget.theme import theme_stylesheet

router = APIRouter(include_in_schema=False)
_YEAR = "public, max-age=31536000, immutable"
_HOUR = "public, max-age=3600"


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
    """A style sheet of the pages, a city's look, or the element's texts in a language."""
    if name.startswith("texts-") and name.endswith(".json"):
        return _texts(name.removeprefix("texts-").removesuffix(".json"), v)
    if name.startswith("theme-") and name.endswith(".css"):
        look = state.city(name.removeprefix("theme-").removesuffix(".css")).look
        content: bytes = theme_stylesheet(look.accent, look.accent_dark, look.radius).encode()
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
