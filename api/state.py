"""What the running server holds: cities with their assistants, the database, the language model's process."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

import structlog

from api.answers import Answers
from api.bot_settings import bot_settings
from api.cities import load_cities
from api.curated import CuratedAnswers
from api.database import Database
from api.figures import Figures
from api.limits import QuestionLimit
from api.mistakes import MISTAKES
from api.model import ModelLink
from api.problems import Problem, person_to_ask, spoken
from api.secret import signing_key
from api.settings import Settings
from bot.assistant import Assistant
from bot.compose.plain.readability import wiener
from bot.texts import say
from corpus.city import City
from corpus.embedding.choose import load_embedder
from corpus.embedding.embedder import Embedder
from corpus.generations.errors import GenerationError
from corpus.generations.library import Library
from corpus.generations.shelf import Shelf

BERLIN = ZoneInfo("Europe/Berlin")
log = structlog.get_logger(__name__)


def now_in_berlin() -> datetime:
    """The time that opening hours are meant in."""
    return datetime.now(BERLIN)


@dataclass
class State:
    """Filled by `prepare` in the background, so that `/healthz` answers at once."""

    settings: Settings
    cities: dict[str, City]
    figures: Figures
    limit: QuestionLimit
    feedback_limit: QuestionLimit
    answers: Answers
    model: ModelLink
    database: Database
    clock: Callable[[], datetime] = now_in_berlin
    assistants: dict[str, Assistant] = field(default_factory=dict)
    libraries: dict[str, Library] = field(default_factory=dict)
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    failure: str | None = None
    failures: dict[str, str] = field(default_factory=dict)

    async def prepare(self) -> None:
        """Load what answering needs; what goes wrong is logged and told by `/readyz`."""
        try:
            await self.model.start()
            await asyncio.to_thread(self._load)
        except (OSError, RuntimeError, ValueError, *MISTAKES) as error:
            self.failure = str(error)
            log.exception("start-up failed", reason=self.failure)
        finally:
            self.ready.set()
        if self.model.chat is not None:
            # Loads textstat, which takes seconds on a busy machine: the start doesn't wait for it, nor,
            # mostly, the first citizen whom the model answers.
            await asyncio.to_thread(wiener, "Guten Tag.")

    def prepared(self, task: "asyncio.Task[None]") -> None:
        """Called when `prepare` is over; what it didn't foresee is told like the rest, without values."""
        error = None if task.cancelled() else task.exception()
        if error is not None:
            self.failure = f"Der Start ist gescheitert ({type(error).__name__}): Bitte das Protokoll ansehen."
            log.error("start-up failed", exc_info=error)

    def city(self, city_id: str | None) -> City:
        """The city of that id; without an id the only one. Raises a 404 `Problem`."""
        if city_id is None and len(self.cities) == 1:
            return next(iter(self.cities.values()))
        if city_id is None or city_id not in self.cities:
            names = ", ".join(sorted(self.cities))
            raise Problem(404, f"Diese Stadt gibt es hier nicht. Es gibt: {names}.", "unknown_city")
        return self.cities[city_id]

    def reason(self, city: City) -> str | None:
        """Why `city` can't be answered for, in a sentence for operators; None if it can, or not yet."""
        library = self.libraries.get(city.id)
        if library is not None and library.name is not None:
            return None
        return self.failures.get(city.id) or self.failure

    async def assistant(self, city: City, language: str | None = None) -> Assistant:
        """The assistant of `city`, once the start-up is done; raises a 503 `Problem` in `language`."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.ready.wait(), self.settings.ready_timeout)
        assistant = self.assistants.get(city.id)
        if assistant is None:
            raise self._not_ready(city, language)
        library = self.libraries[city.id]
        if library.name is None:
            try:
                await asyncio.to_thread(library.refresh)
            except GenerationError as error:
                self.failures[city.id] = str(error)
                raise self._not_ready(city, language) from None
        return assistant

    async def close(self) -> None:
        """End the model's process and close the generations."""
        await self.answers.close()
        await self.model.stop()
        for library in self.libraries.values():
            library.close()
        self.database.close()

    def _load(self) -> None:
        key = signing_key(self.settings)
        embedders: dict[str, Embedder] = {}
        for city in self.cities.values():
            try:
                self._load_city(city, key, embedders)
            except MISTAKES as error:
                # Not the end: another city may be served, and this one perhaps as soon as it is ingested.
                self.failures[city.id] = str(error)
                log.warning("city not ready", city=city.id, reason=str(error))

    def _load_city(self, city: City, key: str, embedders: dict[str, Embedder]) -> None:
        embedder = embedders.get(city.embedding.model)
        if embedder is None:
            embedder = embedders[city.embedding.model] = load_embedder(city.embedding)
        library = Library(Shelf(self.settings.data / "generations" / city.id), embedder)
        curated = CuratedAnswers(self.database, city.id)
        assistant = Assistant(
            city,
            library,
            embedder,
            secret=key,
            clock=self.clock,
            settings=bot_settings(self.settings, city),
            model=self.model.chat,
            speed=lambda: self.model.speed,
            curated=curated,
        )
        self.libraries[city.id], self.assistants[city.id] = library, assistant
        curated.refresh()
        library.warm()
        assistant.warm()

    def _not_ready(self, city: City, language: str | None) -> Problem:
        reason = self.reason(city)
        log.warning("not ready", city=city.id, reason=reason or "still starting")
        sentence = say("problem.no_generation", spoken(city, language))
        detail = f"{sentence} {person_to_ask(city, language)}"
        return Problem(503, detail, "not_ready", {"Retry-After": "10"}, reason=reason)


def make_state(settings: Settings) -> State:
    """The state of a server that has just started; raises `CityError` for a bad `city.toml`."""
    return State(
        settings=settings,
        cities=load_cities(settings.cities),
        figures=Figures(),
        limit=QuestionLimit(settings.questions_per_minute),
        feedback_limit=QuestionLimit(settings.questions_per_minute),
        answers=Answers(),
        model=ModelLink(settings),
        database=Database(settings.database()),
    )
