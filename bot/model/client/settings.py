"""Which model is asked, and how patiently."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator


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
