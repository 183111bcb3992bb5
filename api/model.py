"""The link to the language model: our own supervised process, another server, or none."""

from typing import TYPE_CHECKING

from api.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from bot.model.supervisor import ModelProcess


class ModelLink:
    """Knows which model answers; `chat` is None where none is installed."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._process: ModelProcess | None = None
        self.chat: BaseChatModel | None = None

    @property
    def state(self) -> str:
        """`none`, `remote`, or the state of our own process."""
        if self._process is not None:
            return self._process.state.value
        return "remote" if self.chat is not None else "none"

    @property
    def reason(self) -> str | None:
        """Why our own process can't be started."""
        return self._process.reason if self._process is not None else None

    async def start(self) -> None:
        """Start our own process where a GGUF file is set; nobody waits until it is ready."""
        settings = self._settings
        if settings.model_url is None and settings.model_path is None:
            return
        from bot.model.client import ModelSettings, connect

        url = settings.model_url
        if url is None:
            url = await self._start_process()
        key = settings.model_api_key
        options = {"api_key": key} if key is not None else {}
        self.chat = connect(ModelSettings(url=url, name=settings.model_name, **options))

    async def wait(self, seconds: float) -> None:
        """Wait until our own process is ready, or can't be."""
        if self._process is not None:
            await self._process.wait_ready(seconds)

    async def stop(self) -> None:
        """End our own process, if there is one."""
        if self._process is not None:
            await self._process.stop()

    async def _start_process(self) -> str:
        from bot.model.options import ServeOptions
        from bot.model.supervisor import ModelProcess

        settings = self._settings
        if settings.model_path is None:
            raise ValueError("no model path")
        self._process = ModelProcess(
            ServeOptions(
                model=settings.model_path,
                context=settings.model_context,
                threads=settings.model_threads,
                port=0,
                queue=settings.model_queue,
                chat_template=settings.model_chat_template,
            )
        )
        await self._process.start()
        return self._process.url
