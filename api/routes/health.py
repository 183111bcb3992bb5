"""Whether the server lives, is ready, and how it fares."""

from dataclasses import asdict

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from api.model import ModelLink
from api.routes.dependencies import StateDep

router = APIRouter(tags=["operation"])


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """The process lives."""
    return {"status": "ok"}


@router.get("/readyz")
async def readyz(state: StateDep) -> JSONResponse:
    """200 if every city can be answered for, else 503; tells the language model's state as well.

    A model that fails doesn't make the server unready: answers then come from the original texts.
    """
    libraries = {city_id: state.libraries.get(city_id) for city_id in state.cities}
    generations = {city_id: library.name if library else None for city_id, library in libraries.items()}
    problems = {city_id: library.problems for city_id, library in state.libraries.items() if library.problems}
    ready = state.ready.is_set() and state.failure is None and all(generations.values())
    reasons = {city.id: reason for city in state.cities.values() if (reason := state.reason(city))}
    body = {
        "status": "ready" if ready else "not ready",
        "generations": generations,
        "model": _model(state.model),
        "problems": problems,
        "reason": state.failure,
        "reasons": reasons,
    }
    return JSONResponse(body, status_code=200 if ready else 503)


def _model(model: ModelLink) -> dict[str, object]:
    speed = asdict(model.speed) if model.speed is not None else None
    return {"state": model.state, "reason": model.reason, "circuit": model.circuit, "speed": speed}


@router.get("/metrics")
async def metrics(state: StateDep) -> Response:
    """Figures in Prometheus' text format."""
    state.figures.show_model(state.model.breaker)
    return Response(state.figures.text(), media_type="text/plain; version=0.0.4; charset=utf-8")
