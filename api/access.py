"""Headers that every answer carries, and an access log without query strings or addresses."""

from time import perf_counter

import structlog
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = structlog.get_logger(__name__)

_HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_FAILED = 400
_QUIET = frozenset({"/healthz", "/readyz", "/metrics"})


class Access:
    """ASGI middleware."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers and log method, path, status and duration."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start, status = perf_counter(), 500

        async def with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self._app(scope, receive, with_headers)
        finally:
            if scope["path"] not in _QUIET:
                log.info(
                    "request",
                    method=scope["method"],
                    path=_path(scope, status),
                    status=status,
                    milliseconds=round(1000 * (perf_counter() - start), 1),
                )


def _path(scope: Scope, status: int) -> str:
    """The path of a request that succeeded, else that of its route: whatever was typed may be a question."""
    if status < _FAILED:
        return str(scope["path"])
    return str(getattr(scope.get("route"), "path", "-"))
