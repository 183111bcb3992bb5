"""Asks a model's server how fast it is."""

from __future__ import annotations

import httpx

from bot.model.client.settings import ModelSettings
from bot.model.speed import Speed

_SECONDS = 5.0


async def speed_of(settings: ModelSettings) -> Speed | None:
    """What our own model process measured at its start; None where another server answers `/health`.

    Raises httpx.HTTPError where nobody does.
    """
    url = f"{settings.url.removesuffix('/v1')}/health"
    async with httpx.AsyncClient(timeout=_SECONDS, trust_env=not settings.on_this_machine) as client:
        response = await client.get(url)
    try:
        body = response.json()
    except ValueError:
        return None
    return Speed.read(body.get("speed")) if isinstance(body, dict) else None
