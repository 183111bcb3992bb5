"""Composes the explanation: a model chooses or words where it may, the source's own sentences otherwise."""

import asyncio
from collections.abc import Sequence

from bot.answer import Status
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


async def _chosen(run: Run, pool: Sequence[Candidate]) -> bool:
    try:
        async with asyncio.timeout(run.tools.settings.model_first_sentence):
            chosen = await choose(run, pool)
    except (ModelFailed, TimeoutError) as failure:
        run.model_failure = type(failure).__name__
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
        run.model_failure = type(failure).__name__
    finally:
        await sentences.aclose()
    return bool(run.blocks)


def _release_all(run: Run, chosen: Sequence[Candidate]) -> None:
    for draft in drafts_of(run, chosen):
        release(run, draft.sentence, heading=draft.heading, form=draft.form)
    if not run.blocks and not run.facts:
        run.status = Status.PARTLY_ANSWERED
