"""What a page needs to know of a city before it asks."""

from typing import Any

from fastapi import APIRouter, Request

from api.origins import check_origin
from api.routes.dependencies import StateDep
from corpus.city import City

router = APIRouter(prefix="/api/v1/cities", tags=["cities"])


@router.get("")
async def cities(state: StateDep) -> list[dict[str, Any]]:
    """All cities of this installation."""
    return [describe(city) for city in state.cities.values()]


@router.get("/{city}")
async def city_description(request: Request, city: str, state: StateDep) -> dict[str, Any]:
    """Name, languages, greeting, suggestions and hotline of a city."""
    found = state.city(city)
    check_origin(request, found)
    return describe(found)


def describe(city: City) -> dict[str, Any]:
    """What the widget and the pages show of `city`."""
    return {
        "id": city.id,
        "name": city.name,
        "languages": list(city.languages),
        "title": city.look.title,
        "greeting": city.look.greeting,
        "suggestions": list(city.look.suggestions),
        "accent": city.look.accent,
        "hotline": city.hotline.model_dump(mode="json", exclude={"osm"}),
        "website": str(city.website),
    }
