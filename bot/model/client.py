"""One client for our own model process and for any other server that speaks OpenAI's protocol."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator

from bot.model.failures import ModelFailed, Reason

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk, BaseMessage


class ModelSettings(BaseModel):
    """Which model to ask, and how patiently.

    `url` is the server's base, with or without `/v1`. `name` matters only where a server has several models
    (vLLM wants its own). `silence_seconds` is the longest pause in an answer, the wait for its first word
    included; our own server gives a sign of life every few seconds while a request waits, others may not.
    `answer_seconds` is the longest that a whole answer may take.
    """

    model_config = ConfigDict(frozen=True)

    url: str
    name: str = "default"
    api_key: SecretStr = SecretStr("")
    connect_seconds: float = Field(default=3.0, gt=0)
    silence_seconds: float = Field(default=60.0, gt=0)
    answer_seconds: float = Field(default=180.0, gt=0)
    max_tokens: int = Field(default=400, ge=1)
    temperature: float = Field(default=0.2, ge=0, le=2)

    @field_validator("url")
    @classmethod
    def _with_version(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(
                f"„{url}“ ist keine Adresse eines Modellservers: Bitte http://rechner:port angeben."
            )
        base = url.rstrip("/")
        return base if base.endswith("/v1") else f"{base}/v1"

    @property
    def on_this_machine(self) -> bool:
        """Whether the server is reached over loopback, where no proxy has a part in it."""
        host = urlsplit(self.url).hostname or ""
        if host == "localhost":
            return True
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return False


def connect(settings: ModelSettings) -> BaseChatModel:
    """A LangChain chat model for these settings. Nothing is sent yet.

    It streams, never retries (a slow model would only get more to do), and fails with ModelFailed where a
    stream ends without a finish reason. A server on this machine is never asked through a proxy.
    """
    import httpx

    from bot.model.chat import CompleteChat

    timeout = httpx.Timeout(settings.silence_seconds, connect=settings.connect_seconds)
    return CompleteChat(
        model=settings.name,
        base_url=settings.url,
        # The library insists on a key; servers without one ignore it.
        api_key=SecretStr(settings.api_key.get_secret_value() or "none"),
        timeout=timeout,
        max_retries=0,
        max_tokens=settings.max_tokens,
        temperature=settings.temperature,
        streaming=True,
        stream_usage=False,
        stream_chunk_timeout=settings.silence_seconds,
        use_responses_api=False,
        http_async_client=httpx.AsyncClient(timeout=timeout, trust_env=not settings.on_this_machine),
        http_client=httpx.Client(timeout=timeout, trust_env=not settings.on_this_machine),
    )


async def stream_text(
    model: BaseChatModel,
    messages: Sequence[BaseMessage],
    *,
    max_tokens: int | None = None,
    stop: Sequence[str] = (),
    grammar: str | None = None,
    seed: int | None = None,
    answer_seconds: float | None = None,
    on_place: Callable[[int, int | None], None] | None = None,
) -> AsyncGenerator[str, None]:
    """The model's answer, piece by piece, as plain text.

    `grammar` is GBNF (our own server and llama-server take it; others ignore it). `on_place` hears the place
    in our own server's queue (0 is being answered) and the seconds that the wait may take. Whoever stops
    listening early closes the iterator (`contextlib.aclosing`), which frees the server at once.

    Raises ModelFailed; what came before is then not the whole answer.
    """
    options = _options(max_tokens=max_tokens, stop=stop, grammar=grammar, seed=seed)
    deadline = asyncio.get_running_loop().time() + answer_seconds if answer_seconds is not None else None
    chunks = cast("AsyncGenerator[AIMessageChunk, None]", model.astream(list(messages), **options))
    begun = False
    async with contextlib.aclosing(chunks):
        while True:
            with _translated(begun=begun):
                try:
                    async with asyncio.timeout_at(deadline):
                        chunk = await anext(chunks)
                except StopAsyncIteration:
                    return
            begun = True
            queue = chunk.response_metadata.get("queue")
            if on_place is not None and queue is not None and isinstance(queue.get("place"), int):
                on_place(queue["place"], queue.get("seconds"))
            if text := str(chunk.text):
                yield text


def _options(
    *, max_tokens: int | None, stop: Sequence[str], grammar: str | None, seed: int | None
) -> dict[str, Any]:
    """Only what was asked for, since not every chat model knows every option."""
    options: dict[str, Any] = {}
    if max_tokens is not None:
        options["max_tokens"] = max_tokens
    if stop:
        options["stop"] = list(stop)
    if seed is not None:
        options["seed"] = seed
    if grammar is not None:
        options["extra_body"] = {"grammar": grammar}
    return options


@contextlib.contextmanager
def _translated(*, begun: bool) -> Iterator[None]:
    """Turns what the client libraries raise into ModelFailed; `begun` says whether an answer had begun."""
    import httpx
    import openai

    try:
        yield
    except (TimeoutError, openai.APITimeoutError, httpx.TimeoutException) as error:
        raise ModelFailed(Reason.TIMEOUT, type(error).__name__) from error
    except openai.APIStatusError as error:
        raise ModelFailed(_reason_of(error.status_code), f"HTTP {error.status_code}") from error
    except (openai.APIConnectionError, httpx.TransportError) as error:
        reason = Reason.BROKEN_STREAM if begun else Reason.UNREACHABLE
        raise ModelFailed(reason, type(error.__cause__ or error).__name__) from error
    except openai.APIError as error:
        # An error object in the middle of a stream.
        raise ModelFailed(Reason.FAILED, str(error.type or "")) from error
    except (ValueError, KeyError) as error:
        # What the libraries raise where a chunk isn't JSON, or not what it should be.
        raise ModelFailed(Reason.BROKEN_STREAM, type(error).__name__) from error


def _reason_of(status: int) -> Reason:
    if status in (429, 503):
        return Reason.OVERLOADED
    if status in (408, 504):
        return Reason.TIMEOUT
    return Reason.REFUSED if status < 500 else Reason.FAILED
