"""How many questions a client may ask, and how large a request may be."""

import hashlib
import ipaddress
import secrets
from collections.abc import Callable

from fastapi import Request
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import Problem
from bot.texts import say

LARGEST_BODY = 64 * 1024


class QuestionLimit:
    """Counts questions per client address (of IPv6 per /64 network) in a moving minute.

    Addresses are kept only as hashes with a salt that lives and dies with the process.
    """

    def __init__(self, per_minute: int) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._item = RateLimitItemPerMinute(per_minute)
        self._salt = secrets.token_bytes(16)

    def check(self, request: Request, language: str) -> None:
        """Count a question; raises a 429 `Problem`, in this language, when there were too many."""
        sender = network_of(request.client.host) if request.client else "unknown"
        key = hashlib.blake2b(sender.encode(), key=self._salt, digest_size=16).hexdigest()
        if not self._limiter.hit(self._item, key):
            reset = self._limiter.get_window_stats(self._item, key).reset_time
            wait = max(1, round(reset - _now()))
            raise Problem(
                429,
                say("problem.too_many_questions", language, seconds=str(wait)),
                "too_many_questions",
                {"Retry-After": str(wait)},
            )


def network_of(address: str) -> str:
    """What counts as one sender: an IPv4 address, or the /64 that one IPv6 connection is given (RFC 6177)."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv4Address):
        return address
    if parsed.ipv4_mapped is not None:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network((parsed.packed, 64), strict=False))


def _now() -> float:
    import time

    return time.time()


class BodyLimit:
    """ASGI middleware: refuses bodies over `LARGEST_BODY` bytes, also where no length is announced."""

    def __init__(self, app: ASGIApp, refuse: Callable[[], ASGIApp]) -> None:
        self._app, self._refuse = app, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, unless it is too large."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body, more = b"", True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            body += message.get("body", b"")
            more = message.get("more_body", False)
            if len(body) > LARGEST_BODY:
                await self._refuse()(scope, receive, send)
                return
        replayed = False

        async def replay() -> Message:
            nonlocal replayed
            if replayed:
                return await receive()
            replayed = True
            return {"type": "http.request", "body": body, "more_body": False}

        await self._app(scope, replay, send)
