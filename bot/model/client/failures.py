"""How a language model can fail its caller, whatever server and client library are in between."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why there is no answer, or only a part of one."""

    UNREACHABLE = "unreachable"
    """Nobody listens, or the connection broke before the first byte."""
    TIMEOUT = "timeout"
    """It took longer than allowed."""
    OVERLOADED = "overloaded"
    """The server's queue is full, or it is still loading."""
    BROKEN_STREAM = "broken_stream"
    """The answer ended without saying so: its rest is missing."""
    REFUSED = "refused"
    """The server didn't accept the request (wrong key, unknown model, prompt too long)."""
    FAILED = "failed"
    """The server said that it failed."""
    LEFT_ALONE = "left_alone"
    """It wasn't asked: it failed several times in a row (see `circuit_breaker`)."""


class ModelFailed(Exception):
    """A language model gave no answer, or only a part of one.

    `detail` is the server's or the library's own word, for logs; it may be empty and never holds a prompt.
    `lasting` is a refusal that the next request will meet as well, such as a wrong key.
    """

    def __init__(self, reason: Reason, detail: str = "", *, lasting: bool = False) -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
        self.detail = detail
        self.lasting = lasting
