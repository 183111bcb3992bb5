"""What a page needs to know of a city before it asks."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from api.logos import POLICY, read_logo
from api.origins import check_origin
from api.problems import Problem
from api.routes.dependencies import StateDep
from corpus.city import City
from corpus.look import Look

router = APIRouter(prefix="/api/v1/cities", tags=["cities"])


@router.get("")
async def cities(state: StateDep) -> list[dict[str, Any]]:
    """All cities of this installation."""
    return [describe(city) for city in state.cities.values()]


@router.get("/{city}")
async def city_description(request: Request, city: str, state: StateDep) -> dict[str, Any]:
    """Name, languages, greeting, suggestions, look and hotline of a city."""
    found = state.city(city)
    check_origin(request, found)
    return describe(found)


@router.get("/{city}/logo", include_in_schema=False)
async def logo(city: str, state: StateDep, v: Annotated[str | None, Query()] = None) -> Response:
    """The city's logo; with its version in the address it may be cached for ever."""
    path = state.city(city).look.logo
    if path is None:
        raise Problem(404, "Diese Stadt hat kein Logo angegeben.", "http_404")
    found = read_logo(path)
    headers = {
        "Content-Security-Policy": POLICY,
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Cache-Control": "public, max-age=31536000, immutable"
        if v == found.version
        else "public, max-age=3600",
    }
    return Response(found.content, media_type=found.media_type, headers=headers)


def describe(city: City) -> dict[str, Any]:
    """What the widget and the pages show of `city`; `logo` is an address below the server's."""
    look = city.look
    return {
        "id": city.id,
        "name": city.name,
        "languages": list(city.languages),
        "title": look.title,
        "greeting": look.greeting,
        "suggestions": list(look.suggestions),
        "accent": look.accent,
        "accent_dark": look.accent_dark,
        "radius": look.radius,
        "position": look.position,
        "logo": _logo_address(city.id, look),
        "privacy_url": str(look.privacy_url) if look.privacy_url else None,
        "imprint_url": str(look.imprint_url) if look.imprint_url else None,
        "hotline": city.hotline.model_dump(mode="json", exclude={"osm"}),
        "website": str(city.website),
    }


def _logo_address(city_id: str, look: Look) -> str | None:
    return f"/api/v1/cities/{city_id}/logo?v={read_logo(look.logo).version}" if look.logo else None
