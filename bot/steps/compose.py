"""Composes the explanation: a model chooses or words where it may, the source's own sentences otherwise."""

from collections.abc import Sequence

from bot.answer import Action, Origin, Sentence, Status
from bot.compose.candidates import Candidate, candidates
from bot.compose.choosing import choose
from bot.compose.original import choose_lines, drafts_of
from bot.compose.translating import translate, translates
from bot.compose.wording import word
from bot.run import Run
from bot.texts import say
from bot.verify.gate import release


async def compose(run: Run) -> None:
    """Fill `blocks`; whatever a model does, original sentences stand ready."""
    if run.blocks:
        return
    pool = candidates(run)
    if run.tools.model is not None and pool:
        await _with_model(run, pool)
    if not run.blocks:
        _release_all(run, choose_lines(run, pool))
    if not run.blocks and not run.facts:
        _point_to_page(run)


async def _with_model(run: Run, pool: Sequence[Candidate]) -> None:
    """Release what a model translates, words or chooses; nothing where it isn't asked or of no use."""
    style, settings = run.question.style, run.tools.settings
    if translates(run):
        if await translate(run, drafts_of(run, choose_lines(run, pool))):
            run.notices.append(say("translated", run.language, style))
    elif style.value in settings.wording and await word(run, pool):
        run.notices.append(say("generated", run.language, style))
    elif style.value in settings.choosing:
        _release_all(run, await choose(run, pool))


def _point_to_page(run: Run) -> None:
    """Nothing of the page can be told word for word: name it, and a person."""
    run.status = Status.PARTLY_ANSWERED
    first = run.contact[0]
    if first.telephone:
        text = say("not_found.person", run.language, name=first.name, telephone=first.telephone)
        release(run, Sentence(text=text, origin=Origin.FRAME, language=run.language))
    if run.document is not None:
        run.actions.append(Action(kind="page", label=run.document.title, url=run.document.url))


def _release_all(run: Run, chosen: Sequence[Candidate]) -> None:
    for draft in drafts_of(run, chosen):
        release(run, draft.sentence, heading=draft.heading, form=draft.form)
