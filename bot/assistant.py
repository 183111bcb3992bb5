"""The assistant of one city: answers questions whole or as a stream of events."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import structlog

from bot.answer import Answer, Citation, Status
from bot.compose.by_model.warm import warm
from bot.coverage import NAMES, WEIGHTS
from bot.events import AnyEvent, Done, Sources
from bot.history import context_after, context_of
from bot.pipeline import run_pipeline
from bot.reader.reader import load_reader
from bot.request import Question, QuestionError
from bot.run import Run, Tools
from bot.settings import BotSettings
from bot.texts import say
from bot.token import ContextTokens
from bot.trees import load_trees
from corpus.city import City
from corpus.embedding.embedder import Embedder
from corpus.generations.library import Library
from corpus.generations.opened import Generation
from corpus.records import CuratedAnswer

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.retrievers import BaseRetriever

    from bot.model.speed import Speed

log = structlog.get_logger(__name__)
_INFORMING = frozenset({Status.ANSWERED, Status.PARTLY_ANSWERED})
Emit = Callable[[AnyEvent], None]


def _no_curated() -> Sequence[CuratedAnswer]:
    return ()


def _no_speed() -> "Speed | None":
    return None


def _nowhere(event: AnyEvent) -> None:
    del event


@dataclass(frozen=True)
class Examination:
    """An answer with the ids of the documents found, best first, seconds per step, and the confidence."""

    answer: Answer
    ranked: tuple[str, ...]
    durations: dict[str, float]
    confidence: float


class Assistant:
    """Answers questions about one city from its current generation.

    `curated` gives the editors' own answers, `secret` signs follow-up contexts, `clock` gives the time in
    Europe/Berlin. Without `model`, answers are composed from the original texts; `speed` tells the model's,
    as far as it is known when a question comes.
    """

    def __init__(
        self,
        city: City,
        library: Library,
        embedder: Embedder,
        *,
        secret: str,
        clock: Callable[[], datetime],
        settings: BotSettings | None = None,
        model: "BaseChatModel | None" = None,
        speed: "Callable[[], Speed | None]" = _no_speed,
        retriever: "BaseRetriever | None" = None,
        curated: Callable[[], Sequence[CuratedAnswer]] = _no_curated,
    ) -> None:
        self.city = city
        self.model = model
        self._speed = speed
        self._library = library
        self._settings = settings or BotSettings()
        self._tokens = ContextTokens(secret, self._settings.context_lifetime, clock)
        self._reader = load_reader(embedder)
        self._coverage = load_trees(WEIGHTS, NAMES)
        self._retriever = retriever
        self._curated = curated
        self._clock = clock

    def warm(self) -> None:
        """Load what a model is asked and checked with, where there is one, so that no answer waits for it."""
        if self.model is not None:
            warm(self._settings)

    async def answer(self, question: Question) -> Answer:
        """The whole answer; raises `QuestionError` for a question that can't be taken."""
        return await self._answer(question, secrets.token_urlsafe(12), _nowhere)

    async def examine(self, question: Question) -> "Examination":
        """The whole answer with what was found and how long the steps took, for evaluation."""
        with self._library.borrow() as generation:
            run = self._run(question, secrets.token_urlsafe(12), generation, _nowhere)
            await run_pipeline(run)
            ranked = tuple(hit.document_id for hit in run.results.documents)
            return Examination(_answer_of(run), ranked, dict(run.durations), run.confidence)

    async def stream(self, question: Question, *, id: str | None = None) -> AsyncIterator[AnyEvent]:  # noqa: A002
        """The answer as events, `done` last; raises `QuestionError` before the first event."""
        events: asyncio.Queue[AnyEvent | None] = asyncio.Queue()
        answer_id = id or secrets.token_urlsafe(12)

        async def produce() -> None:
            try:
                answer = await self._answer(question, answer_id, events.put_nowait)
                events.put_nowait(Sources(sources=answer.sources))
                events.put_nowait(Done(answer=answer))
            finally:
                events.put_nowait(None)

        task = asyncio.create_task(produce())
        try:
            while (event := await events.get()) is not None:
                yield event
            await task
        finally:
            task.cancel()

    def context_from_history(self, turns: Sequence[str], reply: str = "") -> str | None:
        """A context token for earlier questions of a conversation that is kept elsewhere, or None."""
        with self._library.borrow() as generation:
            context = context_of(turns, reply, lambda question: self._run(question, "", generation, _nowhere))
        return self._tokens.seal(context) if context else None

    def documents_of(self, context: str) -> tuple[str, ...]:
        """The ids of the documents that a context token names; none where it is forged or expired."""
        try:
            return self._tokens.open(context, city=self.city.id).documents
        except QuestionError:
            return ()

    async def _answer(self, question: Question, answer_id: str, emit: Emit) -> Answer:
        with self._library.borrow() as generation:
            run = self._run(question, answer_id, generation, emit)
            await run_pipeline(run)
            answer = _answer_of(run)
        # No question, no answer, no address: only how it went.
        log.info(
            "answered",
            status=answer.status.value,
            milliseconds=round(1000 * sum(run.durations.values()), 1),
            model_failure=run.model_failure,
        )
        return answer

    def _run(self, question: Question, answer_id: str, generation: Generation, emit: Emit) -> Run:
        tools = Tools(
            city=self.city,
            generation=generation,
            settings=self._settings,
            tokens=self._tokens,
            reader=self._reader,
            coverage=self._coverage,
            curated=self._curated(),
            model=self.model,
            retriever=self._retriever,
            emit=emit,
            speed=self._speed(),
        )
        return Run(id=answer_id, question=question, tools=tools, now=self._clock())


def _answer_of(run: Run) -> Answer:
    status = run.status or Status.NOT_FOUND
    return Answer(
        id=run.id,
        city=run.tools.city.id,
        status=status,
        language=run.language,
        style=run.question.style,
        blocks=tuple(run.blocks),
        facts=tuple(run.facts),
        sources=_cited(run),
        contact=tuple(run.contact),
        actions=tuple(run.actions),
        choices=tuple(run.choices),
        suggestions=tuple(run.suggestions),
        notices=tuple(_notices(run, status)),
        footnote=say("information", run.language, run.question.style) if status in _INFORMING else "",
        context=_context(run, status),
        generation=run.tools.generation.manifest.name,
    )


def _cited(run: Run) -> tuple[Citation, ...]:
    """The sources that something in the answer points to; a dropped sentence's sources fall away."""
    numbers = {number for block in run.blocks for s in block.sentences for number in s.citations}
    numbers |= {fact.citation for fact in run.facts}
    cited = (number for one in run.contact for number in (one.citation, one.notice_citation))
    numbers |= {number for number in cited if number is not None}
    if run.document is not None and not run.ended:
        numbers.add(1)
    return tuple(citation for citation in run.sources.all() if citation.number in numbers)


def _notices(run: Run, status: Status) -> list[str]:
    notices = list(run.notices)
    if status in _INFORMING and run.asked_in != "de" and any(one.language == "de" for one in _cited(run)):
        notices.append(say("german_sources", run.language, run.question.style))
    return notices


def _context(run: Run, status: Status) -> str | None:
    if status not in _INFORMING or run.document is None:
        return run.question.context if status in {Status.SMALL_TALK, Status.DECLINED} else None
    return run.tools.tokens.seal(context_after(run))
