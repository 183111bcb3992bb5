"""One client for our own model process and for any other server that speaks OpenAI's protocol."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
from collections.abc import AsyncGenerator, Callable, Sequence
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator

from bot.model.breaker import Breaker
from bot.model.translation import translated

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk, BaseMessage


class ModelSettings(BaseModel):
    """Which model to ask, and how patiently.

    `url` is the server's base, with or without `/v1`. `name` matters only where a server has several models
    (vLLM wants its own). `silence_seconds` is the longest pause in an answer, the wait for its first word
    included; our own server gives a sign of life every few seconds while a request waits, others may not.
    `answer_seconds` is the longest that a whole answer may take. A request that fails at once, before
    anything of an answer has come, is sent again up to `retries` times. `answer_bytes` is the most that is
    taken from the server for one answer (some 200 bytes a token).
    """

    model_config = ConfigDict(frozen=True)

    url: str
    name: str = "default"
    api_key: SecretStr = SecretStr("")
    connect_seconds: float = Field(default=3.0, gt=0)
    silence_seconds: float = Field(default=60.0, gt=0)
    answer_seconds: float = Field(default=180.0, gt=0)
    retries: int = Field(default=1, ge=0, le=5)
    answer_bytes: int = Field(default=2_000_000, ge=1)
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


def connect(settings: ModelSettings, breaker: Breaker | None = None) -> BaseChatModel:
    """A LangChain chat model for these settings. Nothing is sent yet.

    It streams, tries again only what fails at once (a slow model would only get more to do), asks `breaker`
    whether it may, and fails with ModelFailed, also where a stream ends without a finish reason. A server on
    this machine is never asked through a proxy.
    """
    import httpx

    from bot.model.bounded import at_most
    from bot.model.chat import CompleteChat

    timeout = httpx.Timeout(settings.silence_seconds, connect=settings.connect_seconds)
    return CompleteChat(
        breaker=breaker if breaker is not None else Breaker(),
        attempts=settings.retries + 1,
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
        http_async_client=httpx.AsyncClient(
            timeout=timeout,
            trust_env=not settings.on_this_machine,
            # Compressed, a few bytes could be gigabytes.
            headers={"Accept-Encoding": "identity"},
            event_hooks={"response": [at_most(settings.answer_bytes)]},
        ),
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
            with translated(begun=begun):
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
