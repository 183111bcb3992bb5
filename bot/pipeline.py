"""The way from a question to an answer: small steps over one run, in this order."""

import inspect
from collections.abc import Awaitable, Callable
from time import perf_counter

from bot.compose.life_event import compose_event
from bot.events import Accepted, Facts
from bot.run import Run
from bot.steps.compose import compose
from bot.steps.contact import contact
from bot.steps.curated import curated
from bot.steps.decide import decide
from bot.steps.explain import explain
from bot.steps.facts import facts
from bot.steps.guard import guard
from bot.steps.language import language
from bot.steps.life_event import life_event
from bot.steps.main_office import main_office
from bot.steps.office_first import office_first
from bot.steps.privacy import privacy
from bot.steps.retrieve import retrieve
from bot.steps.sanitise import sanitise
from bot.steps.suggest import suggest
from bot.steps.understand import understand
from bot.steps.usual_first import usual_first

Step = Callable[[Run], Awaitable[None] | None]


def accept(run: Run) -> None:
    """Say that the question was taken; whatever is wrong with it was said before."""
    run.tools.emit(Accepted(id=run.id))


# Each may end the run with a status; what follows is left out then.
LOOK_UP: tuple[Step, ...] = (
    sanitise,
    accept,
    language,
    privacy,
    guard,
    understand,
    curated,
    retrieve,
    usual_first,
    office_first,
    main_office,
    life_event,
    decide,
)


def announce(run: Run) -> None:
    """Put everything on the wire that needs no model."""
    run.tools.emit(
        Facts(
            facts=tuple(run.facts),
            contact=tuple(run.contact),
            actions=tuple(run.actions),
            sources=run.sources.all(),
        )
    )


# Always run: however a run ended, there is a way to a person.
ANSWER: tuple[Step, ...] = (contact, facts, announce, compose_event, compose, explain, suggest)


async def run_pipeline(run: Run) -> None:
    """Take `run` through all steps; raises `QuestionError` for a question that can't be taken."""
    for step in LOOK_UP:
        if run.status is not None:
            break
        await _timed(step, run)
    for step in ANSWER:
        await _timed(step, run)


async def _timed(step: Step, run: Run) -> None:
    start = perf_counter()
    outcome = step(run)
    if inspect.isawaitable(outcome):
        await outcome
    run.durations[getattr(step, "__name__", "step")] = perf_counter() - start
