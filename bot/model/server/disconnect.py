"""Notices a client that has left, so that nothing is computed for nobody."""

from __future__ import annotations

from starlette.requests import Request


async def client_gone(request: Request) -> None:
    """Return once the client has closed its connection; the request's body must have been read before."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
