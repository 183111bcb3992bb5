"""What the running server holds: cities with their assistants, the database, the language model's process."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

import structlog

from api.answers import RecentAnswers
from api.cities import load_cities
from api.curated import CuratedAnswers
from api.figures import Figures
from api.limits import QuestionLimit
from api.model import ModelLink
from api.problems import Problem
from api.secret import signing_key
from api.settings import Settings
from bot.assistant import Assistant
from corpus.city import City
from corpus.embedding.choose import load_embedder
from corpus.embedding.embedder import Embedder
from corpus.generations.errors import GenerationError
from corpus.generations.library import Library
from corpus.generations.shelf import Shelf
from corpus.store.documents import DocumentStore, open_store

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
    answers: RecentAnswers
    model: ModelLink
    clock: Callable[[], datetime] = now_in_berlin
    assistants: dict[str, Assistant] = field(default_factory=dict)
    libraries: dict[str, Library] = field(default_factory=dict)
    store: DocumentStore | None = None
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    failure: str | None = None

    async def prepare(self) -> None:
        """Load what answering needs; what goes wrong is told by `/readyz` and to whoever asks."""
        try:
            await self.model.start()
            await asyncio.to_thread(self._load)
        except (OSError, RuntimeError, ValueError) as error:
            self.failure = str(error)
            log.exception("start-up failed", reason=self.failure)
        finally:
            self.ready.set()

    def city(self, city_id: str | None) -> City:
        """The city of that id; without an id the only one. Raises a 404 `Problem`."""
        if city_id is None and len(self.cities) == 1:
            return next(iter(self.cities.values()))
        if city_id is None or city_id not in self.cities:
            names = ", ".join(sorted(self.cities))
            raise Problem(404, f"Diese Stadt gibt es hier nicht. Es gibt: {names}.", "unknown_city")
        return self.cities[city_id]

    async def assistant(self, city: City) -> Assistant:
        """The assistant of `city`, once the start-up is done; raises a 503 `Problem`."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.ready.wait(), self.settings.ready_timeout)
        assistant = self.assistants.get(city.id)
        if assistant is None:
            raise _not_ready(city, self.failure)
        library = self.libraries[city.id]
        if library.name is None:
            try:
                await asyncio.to_thread(library.refresh)
            except GenerationError as error:
                raise _not_ready(city, str(error)) from None
        return assistant

    async def close(self) -> None:
        """End the model's process and close the generations."""
        await self.model.stop()
        for library in self.libraries.values():
            library.close()
        if self.store is not None:
            self.store.close()

    def _load(self) -> None:
        key = signing_key(self.settings)
        self.store = open_store(self.settings.database())
        embedders: dict[str, Embedder] = {}
        for city in self.cities.values():
            embedder = embedders.get(city.embedding.model)
            if embedder is None:
                embedder = embedders[city.embedding.model] = load_embedder(city.embedding)
            library = Library(Shelf(self.settings.data / "generations" / city.id), embedder)
            self.libraries[city.id] = library
            self.assistants[city.id] = Assistant(
                city,
                library,
                embedder,
                secret=key,
                clock=self.clock,
                model=self.model.chat,
                curated=CuratedAnswers(self.store, city.id),
            )
            try:
                library.warm()
            except GenerationError as error:
                # Not the end: another city may be served, and this one as soon as it is ingested.
                log.warning("no generation", city=city.id, reason=str(error))


def _not_ready(city: City, reason: str | None) -> Problem:
    detail = f"{reason or 'Der Dienst startet noch.'} Auskunft am Telefon: {city.hotline.telephone}."
    return Problem(503, detail, "not_ready", {"Retry-After": "10"})


def make_state(settings: Settings) -> State:
    """The state of a server that has just started; raises `CityError` for a bad `city.toml`."""
    return State(
        settings=settings,
        cities=load_cities(settings.cities),
        figures=Figures(),
        limit=QuestionLimit(settings.questions_per_minute),
        answers=RecentAnswers(),
        model=ModelLink(settings),
    )
