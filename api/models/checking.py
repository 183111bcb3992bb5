"""Loads a model as it will be served, measures it, and tries it: what `lotse model check` does."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from api.model import speeds_file
from api.models.errors import ModelMissing
from api.models.judging import Judgement, Trial, judge
from api.settings import Settings
from bot.model.client.budget import Use
from bot.model.process.supervisor import ModelProcess
from bot.model.speed import KeptSpeeds, Speed
from corpus.city import City

_LOADING_SECONDS = 900.0
_KIB_TO_GB = 1024 / 10**9
_STAGES: dict[Use, str] = {"choosing": "Auswählen", "wording": "Formulieren"}
Step = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Checked:
    """What was found out: speed, the most memory of the model's process in GB, trials with judgements."""

    name: str
    path: Path
    file_gb: float
    speed: Speed | None
    memory_gb: float | None
    trials: tuple[Trial, ...]
    judgements: tuple[Judgement, ...]


async def check(path: Path, settings: Settings, city_id: str | None, step: Step) -> Checked:
    """Check a GGUF file on the canary questions of a city that has been ingested.

    Raises ModelMissing where the model can't be served, and what opening a city raises.
    """
    from api.bot_settings import bot_settings
    from api.models.trials import Trials
    from api.state import make_state
    from bot.model.client.chat import CompleteChat
    from bot.model.client.connect import connect
    from bot.model.client.server_speed import speed_of
    from bot.model.client.settings import ModelSettings

    state = make_state(settings.model_copy(update={"model_path": None, "model_url": None}))
    try:
        city = state.city(city_id)
        await state.prepare()
        await state.assistant(city)
        _need_questions(city)
        async with _served(path, settings) as process:
            asked = ModelSettings(url=process.url, silence_seconds=600.0, answer_seconds=600.0)
            chat = connect(asked)
            if not isinstance(chat, CompleteChat):
                raise TypeError(type(chat))
            speed = await speed_of(asked)
            trials = Trials(settings, state, city, chat)
            found = [await trials.run(use, partial(step, stage)) for use, stage in _STAGES.items()]
            return Checked(
                name=path.stem,
                path=path,
                file_gb=path.stat().st_size / 10**9,
                speed=speed,
                memory_gb=_memory(process.pid),
                trials=tuple(found),
                judgements=tuple(judge(trial, speed, bot_settings(settings, city)) for trial in found),
            )
    finally:
        await state.close()


@asynccontextmanager
async def _served(path: Path, settings: Settings) -> AsyncIterator[ModelProcess]:
    """The model's process, measured anew."""
    from api.model import serve_options

    KeptSpeeds(speeds_file(settings.data)).forget(path, settings.model_threads)
    process = ModelProcess(serve_options(settings, path))
    await process.start()
    try:
        if not await process.wait_ready(_LOADING_SECONDS):
            raise ModelMissing(process.reason or "Das Modell ließ sich nicht laden.")
        yield process
    finally:
        await process.stop()


def _need_questions(city: City) -> None:
    if not city.canary_questions:
        raise ModelMissing(
            f"{city.name} hat keine Probefragen: Bitte in city.toml „canary_questions“ mit einigen "
            "Fragen eintragen, die Ihre Seiten beantworten."
        )


def _memory(pid: int | None) -> float | None:
    """The most resident memory that a process had (VmHWM of Linux, proc(5)), in GB."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return None
    sizes = [line.split()[1] for line in lines if line.startswith("VmHWM:")]
    return int(sizes[0]) * _KIB_TO_GB if sizes else None
