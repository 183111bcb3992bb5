"""Turns what the client libraries raise into one kind of failure."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from bot.model.client.failures import ModelFailed, Reason

# Wrong key, no right, no such model or route: the next request will fare no better.
_LASTING = frozenset({401, 403, 404})


@contextlib.contextmanager
def translated(*, begun: bool) -> Iterator[None]:
    """Turns what the client libraries raise into ModelFailed; `begun` says whether an answer had begun."""
    import httpx
    import openai

    try:
        yield
    except (TimeoutError, openai.APITimeoutError, httpx.TimeoutException) as error:
        raise ModelFailed(Reason.TIMEOUT, type(error).__name__) from error
    except openai.APIStatusError as error:
        status = error.status_code
        raise ModelFailed(_reason_of(status), f"HTTP {status}", lasting=status in _LASTING) from error
    except (openai.APIConnectionError, httpx.TransportError) as error:
        reason = Reason.BROKEN_STREAM if begun else Reason.UNREACHABLE
        raise ModelFailed(reason, type(error.__cause__ or error).__name__) from error
    except openai.APIError as error:
        # An error object in the middle of a stream.
        raise ModelFailed(Reason.FAILED, str(error.type or "")) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        # What the libraries raise where a chunk isn't JSON or not what it should be, and AnswerTooLong.
        raise ModelFailed(Reason.BROKEN_STREAM, type(error).__name__) from error


def _reason_of(status: int) -> Reason:
    if status in (429, 503):
        return Reason.OVERLOADED
    if status in (408, 504):
        return Reason.TIMEOUT
    return Reason.REFUSED if status < 500 else Reason.FAILED
