"""Bounds what a model's server may send, since client libraries gather a line without end in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable

import httpx


class AnswerTooLong(ValueError):
    """The server sent more than any answer may have.

    None of httpx's errors, since clients take those for the network's and try again.
    """


class BoundedStream(httpx.AsyncByteStream):
    """A response's bytes; raises AnswerTooLong after `limit` of them."""

    def __init__(self, stream: httpx.AsyncByteStream, limit: int) -> None:
        self._stream = stream
        self._left = limit

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._stream:
            self._left -= len(chunk)
            if self._left < 0:
                raise AnswerTooLong("the answer is longer than any answer may be")
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


def at_most(limit: int) -> Callable[[httpx.Response], Awaitable[None]]:
    """A response hook for httpx that lets no more than `limit` bytes of a body through."""

    async def bound(response: httpx.Response) -> None:
        if isinstance(response.stream, httpx.AsyncByteStream):
            response.stream = BoundedStream(response.stream, limit)

    return bound
