"""The link to the language model: our own supervised process, another server, or none."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import structlog
from pydantic import ValidationError

from api.settings import Settings
from api.validation import complaint

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from bot.model.client.circuit_breaker import Breaker
    from bot.model.client.settings import ModelSettings
    from bot.model.process.options import ServeOptions
    from bot.model.process.supervisor import ModelProcess
    from bot.model.speed import Speed

log = structlog.get_logger(__name__)

_LOADING_SECONDS = 900.0
_ASK_AGAIN_SECONDS = 30.0


class ModelLink:
    """Knows which model answers, how fast it is, and how it fares; `chat` is None where none is installed."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._process: ModelProcess | None = None
        self._reason: str | None = None
        self._learning: asyncio.Task[None] | None = None
        self.chat: BaseChatModel | None = None
        self.speed: Speed | None = None
        self.breaker: Breaker | None = None

    @property
    def state(self) -> str:
        """`none`, `unusable` (see `reason`), `remote`, or the state of our own process."""
        if self._reason is not None:
            return "unusable"
        if self._process is not None:
            return self._process.state.value
        return "remote" if self.chat is not None else "none"

    @property
    def reason(self) -> str | None:
        """Why the model can't be set up, or our own process not be started."""
        return self._reason or (self._process.reason if self._process is not None else None)

    @property
    def circuit(self) -> str | None:
        """`closed`, or `open` and `half_open` after failures in a row; None without a model."""
        return self.breaker.circuit.value if self.breaker is not None else None

    async def start(self) -> None:
        """Set up the model, our own process where a GGUF file is set; nobody waits until it is ready.

        One that can't be set up means none: answers then come from the original texts.
        """
        if self._settings.model_url is None and self._settings.model_path is None:
            return
        import httpx

        try:
            await self._connect()
        except (OSError, RuntimeError, ValueError, httpx.InvalidURL) as error:
            self._reason = _sentence(error)
            log.warning("no language model", reason=self._reason)

    async def _connect(self) -> None:
        from bot.model.client.circuit_breaker import Breaker
        from bot.model.client.connect import connect
        from bot.model.client.settings import ModelSettings

        settings = self._settings
        url = settings.model_url
        if url is None:
            url = await self._start_process()
        _check_port(url)
        key = settings.model_api_key
        options = {"api_key": key} if key is not None else {}
        asked = ModelSettings(
            url=url, name=settings.model_name, silence_seconds=settings.model_silence, **options
        )
        self.breaker = Breaker()
        self.chat = connect(asked, self.breaker)
        self._learning = asyncio.create_task(self._learn_speed(asked), name="speed of the model")

    async def _learn_speed(self, asked: "ModelSettings") -> None:
        """Ask until somebody answers: our own process has to load its model first."""
        import httpx

        from bot.model.client.server_speed import speed_of

        while True:
            await self.wait(_LOADING_SECONDS)
            try:
                self.speed = await speed_of(asked)
            except httpx.HTTPError:
                await asyncio.sleep(_ASK_AGAIN_SECONDS)
            else:
                return

    async def wait(self, seconds: float) -> None:
        """Wait until our own process is ready, or can't be."""
        if self._process is not None:
            await self._process.wait_ready(seconds)

    async def stop(self) -> None:
        """End our own process, if there is one."""
        if self._learning is not None:
            self._learning.cancel()
        if self._process is not None:
            await self._process.stop()

    async def _start_process(self) -> str:
        from bot.model.process.supervisor import ModelProcess

        settings = self._settings
        if settings.model_path is None:
            raise ValueError("no model path")
        self._process = ModelProcess(serve_options(settings, settings.model_path))
        await self._process.start()
        return self._process.url


def serve_options(settings: Settings, model: Path) -> "ServeOptions":
    """How our own process serves a file with these settings."""
    from bot.model.process.options import ServeOptions

    return ServeOptions(
        model=model,
        context=settings.model_context,
        threads=settings.model_threads,
        port=0,
        queue=settings.model_queue,
        chat_template=settings.model_chat_template,
        state_mib=settings.model_state_mib,
        speeds=speeds_file(settings.data),
    )


def speeds_file(data: Path) -> Path:
    """Where the measured speeds of models are kept."""
    return data / "models" / "speeds.json"


def _check_port(url: str) -> None:
    try:
        _ = urlsplit(url).port
    except ValueError:
        raise ValueError(f"Der Port in „{url}“ passt nicht: Bitte http://rechner:port angeben.") from None


def _sentence(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False)[0]
        return f"Das Sprachmodell lässt sich nicht einrichten: {complaint(first)}"
    return f"Das Sprachmodell lässt sich nicht einrichten: {error}"
