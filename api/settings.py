"""What an operator sets, by environment variables (`LOTSE_…`, `DATABASE_URL`) or a `.env` file."""

import os
from pathlib import Path

from pydantic import AliasChoices, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.validation import complaint


class SettingsError(Exception):
    """A setting that doesn't fit; the message is one German sentence that names it."""


class Settings(BaseSettings):
    """The defaults serve the sample city on this machine, without a language model."""

    model_config = SettingsConfigDict(env_prefix="LOTSE_", env_file=".env", extra="ignore", frozen=True)

    data: Path = Field(default=Path("var"), description="folder of all state")
    cities: Path | None = Field(
        default=None, description="a city's folder, or a folder of them; default: the sample city"
    )
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    root_path: str = Field(default="", description="path under which a reverse proxy shows the server")
    trusted_proxies: str = Field(
        default="127.0.0.1",
        description="addresses or networks, comma between, whose X-Forwarded-For is believed",
    )
    secret: SecretStr | None = Field(default=None, description="signs follow-up contexts; default: made once")
    database_url: str | None = Field(
        default=None, validation_alias=AliasChoices("DATABASE_URL", "LOTSE_DATABASE_URL")
    )
    questions_per_minute: int = Field(default=30, ge=1, description="per client address")
    feedback_days: int = Field(default=90, ge=1, le=365, description="days for which feedback is kept")
    ready_timeout: float = Field(default=20.0, gt=0, description="seconds a question waits for the start-up")

    model_path: Path | None = Field(default=None, description="a GGUF file to serve with llama.cpp")
    model_url: str | None = Field(default=None, description="an OpenAI-compatible server instead")
    model_name: str = "local"
    model_api_key: SecretStr | None = None
    model_context: int = Field(
        default=4096, ge=256, le=1_048_576, description="tokens, prompt and answer together"
    )
    model_threads: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=1, le=512)
    model_queue: int = Field(default=8, ge=0, le=1000, description="requests that may wait")
    model_chat_template: str | None = None
    model_state_mib: int = Field(default=256, ge=0, le=65_536, description="saved beginnings of prompts")
    model_silence: float = Field(default=60.0, gt=0, description="longest pause in a model's answer, seconds")
    model_first_sentence: float | None = Field(
        default=None, gt=0, le=120, description="seconds until a model's first sentence must be there"
    )
    model_total: float | None = Field(default=None, gt=0, le=600, description="seconds for one answer")
    model_prompt_tokens: int | None = Field(
        default=None, ge=50, le=100_000, description="most tokens beyond the cached prefix"
    )
    model_lines: int | None = Field(default=None, ge=1, le=99, description="source lines a model is shown")
    answer_threshold: float | None = Field(default=None, ge=0, le=1)
    partly_threshold: float | None = Field(default=None, ge=0, le=1)

    def database(self) -> str:
        """The database's URL, SQLite under `data` by default."""
        return self.database_url or f"sqlite:///{(self.data / 'stadtlotse.db').absolute()}"


def read_settings() -> Settings:
    """The settings of the environment; raises `SettingsError`."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = str(first["loc"][0]).upper() if first["loc"] else ""
        variable = name if name.startswith(("LOTSE_", "DATABASE_URL")) else f"LOTSE_{name}"
        raise SettingsError(f"Die Einstellung {variable} passt nicht: {complaint(first)}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"Die Datei .env ist nicht lesbar: {error}.") from None
