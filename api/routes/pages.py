"""The pages beside the chat: start, data protection, accessibility."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.routes.dependencies import StateDep
from api.routes.html import base_of, page, shown_city, view_of
from api.sample_page import sample_start_page
from corpus.city import City
from widget.pages import Choices, Reporting, render_home, render_privacy, render_statement

router = APIRouter(include_in_schema=False)


@router.get("/")
async def home(request: Request, state: StateDep) -> HTMLResponse:
    """A page with the chat embedded: the sample city's own, or a plain one."""
    city = next(iter(state.cities.values()))
    sample = sample_start_page(city, base=base_of(request))
    if sample is not None:
        return page(sample.html, policy=sample.policy)
    return page(render_home(view_of(city, request), choices=Choices.read(request.query_params)))


@router.get("/datenschutz")
async def privacy(
    request: Request, state: StateDep, city: Annotated[str | None, Query()] = None
) -> HTMLResponse:
    """What happens with a question."""
    shown = view_of(shown_city(state, city), request)
    return page(render_privacy(shown, choices=Choices.read(request.query_params)))


@router.get("/barrierefreiheit")
async def accessibility(
    request: Request, state: StateDep, city: Annotated[str | None, Query()] = None
) -> HTMLResponse:
    """The accessibility statement."""
    found = shown_city(state, city)
    choices = Choices.read(request.query_params)
    return page(render_statement(view_of(found, request), _reporting(found), choices=choices))


def _reporting(city: City) -> Reporting:
    look = city.look
    return Reporting(
        state=city.state.value,
        contact=look.accessibility_contact,
        body=look.enforcement_name,
        body_url=str(look.enforcement_url) if look.enforcement_url else None,
    )
