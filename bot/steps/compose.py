"""Composes the explanation: a model chooses or words where it may, the source's own sentences otherwise."""

import asyncio
from collections.abc import Sequence

from bot.answer import Action, Origin, Sentence, Status
from bot.compose.candidates import Candidate, candidates
from bot.compose.choosing import choose
from bot.compose.original import choose_lines, drafts_of
from bot.compose.wording import word
from bot.model.failures import ModelFailed
from bot.run import Run
from bot.texts import say
from bot.verify.gate import release


async def compose(run: Run) -> None:
    """Fill `blocks`; whatever a model does, original sentences stand ready."""
    if run.blocks:
        return
    pool = candidates(run)
    style, settings = run.question.style.value, run.tools.settings
    if run.tools.model is not None and pool:
        if style in settings.wording and await _worded(run, pool):
            run.notices.append(say("generated", run.language, run.question.style))
            return
        if style in settings.choosing and await _chosen(run, pool):
            return
    _release_all(run, choose_lines(run, pool))
    if not run.blocks and not run.facts:
        _point_to_page(run)


def _point_to_page(run: Run) -> None:
    """Nothing of the page can be told word for word: name it, and a person."""
    run.status = Status.PARTLY_ANSWERED
    first = run.contact[0]
    if first.telephone:
        text = say("not_found.person", run.language, name=first.name, telephone=first.telephone)
        release(run, Sentence(text=text, origin=Origin.FRAME, language=run.language))
    if run.document is not None:
        run.actions.append(Action(kind="page", label=run.document.title, url=run.document.url))


def _reason(failure: ModelFailed | TimeoutError) -> str:
    return failure.reason.value if isinstance(failure, ModelFailed) else "late"


async def _chosen(run: Run, pool: Sequence[Candidate]) -> bool:
    try:
        async with asyncio.timeout(run.tools.settings.model_first_sentence):
            chosen = await choose(run, pool)
    except (ModelFailed, TimeoutError) as failure:
        run.model_failure = _reason(failure)
        return False
    _release_all(run, chosen)
    return bool(run.blocks)


async def _worded(run: Run, pool: Sequence[Candidate]) -> bool:
    """Release sentences as they are verified; give up where the first one is late."""
    settings = run.tools.settings
    sentences = word(run, pool)
    deadline = asyncio.get_running_loop().time() + settings.model_first_sentence
    try:
        async with asyncio.timeout(settings.model_total) as budget:
            budget.reschedule(deadline)
            async for sentence in sentences:
                verdict = release(run, sentence)
                if verdict.carried:
                    budget.reschedule(deadline + settings.model_total)
    except (ModelFailed, TimeoutError) as failure:
        run.model_failure = _reason(failure)
    finally:
        await sentences.aclose()
    return bool(run.blocks)


def _release_all(run: Run, chosen: Sequence[Candidate]) -> None:
    for draft in drafts_of(run, chosen):
        release(run, draft.sentence, heading=draft.heading, form=draft.form)
