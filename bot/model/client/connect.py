"""One client for our own model process and for any other server that speaks OpenAI's protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import SecretStr

from bot.model.client.circuit_breaker import Breaker
from bot.model.client.settings import ModelSettings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


def connect(settings: ModelSettings, breaker: Breaker | None = None) -> BaseChatModel:
    """A LangChain chat model for these settings. Nothing is sent yet.

    It streams, tries again only what fails at once (a slow model would only get more to do), asks `breaker`
    whether it may, and fails with ModelFailed, also where a stream ends without a finish reason. A server on
    this machine is never asked through a proxy.
    """
    import httpx

    from bot.model.client.chat import CompleteChat
    from bot.model.client.response_limit import at_most

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
