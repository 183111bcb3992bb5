"""What the routes of pages have in common: which city is shown, what is told of it, how HTML is sent."""

from collections.abc import Mapping

from fastapi import Request
from fastapi.responses import HTMLResponse

from api.routes.cities import describe
from api.state import State
from corpus.city import City
from widget.pages import CONTENT_SECURITY_POLICY, CityView


def shown_city(state: State, city_id: str | None) -> City:
    """The city of that id, the first one without; raises a 404 `Problem`."""
    return state.city(city_id) if city_id else next(iter(state.cities.values()))


def base_of(request: Request) -> str:
    """The path that the server's addresses start with, without a slash at the end."""
    return str(request.scope.get("root_path", "")).rstrip("/")


def view_of(city: City, request: Request) -> CityView:
    """What the pages show of `city`."""
    return CityView.from_description(describe(city), base=base_of(request))


def page(
    html: str,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    *,
    policy: str = CONTENT_SECURITY_POLICY,
) -> HTMLResponse:
    """A page that nobody keeps, under its policy. The microphone is for dictating on the device."""
    sent = {
        "Content-Security-Policy": policy,
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(self)",
        "Cache-Control": "no-store",
        **(headers or {}),
    }
    return HTMLResponse(html, status_code=status, headers=sent)
