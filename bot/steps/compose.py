"""Composes the explanation: a model chooses or words where it may, the source's own sentences otherwise."""

from collections.abc import Sequence

from bot.answer import Action, Status
from bot.compose.asked import is_told_nothing
from bot.compose.by_model.choosing import choose
from bot.compose.by_model.wording import word
from bot.compose.frame import frame_sentence
from bot.compose.original.candidates import Candidate, candidates
from bot.compose.original.choice import asked_lists, choose_lines, drafts_of
from bot.compose.translating.translation import translate, translates
from bot.run import Run
from bot.texts import say
from bot.verify.gate import release


async def compose(run: Run) -> None:
    """Fill `blocks`; whatever a model does, original sentences stand ready."""
    if run.blocks:
        return
    # Where the page tells nothing of what is asked, the rest of it is no answer, either.
    pool = [] if is_told_nothing(run) else candidates(run)
    if run.tools.model is None or not pool or not await _by_model(run, pool):
        _release_all(run, choose_lines(run, pool))
    if not run.blocks and not run.facts:
        _point_to_page(run)


async def _by_model(run: Run, pool: Sequence[Candidate]) -> bool:
    """Release an answer that a model has a part in; False where it may have none."""
    style, settings = run.question.style, run.tools.settings
    if translates(run):
        await translate(run, drafts_of(run, choose_lines(run, pool)))
        return True
    if style.value not in settings.wording | settings.choosing:
        return False
    lists = asked_lists(run, pool)
    _release_all(run, lists)
    rest = _without(pool, lists)
    if style.value in settings.wording and await word(run, rest):
        run.notices.append(say("generated", run.language, style))
    elif (
        style.value in settings.choosing and run.model_failure is None and (chosen := await choose(run, rest))
    ):
        _release_all(run, chosen)
    else:
        _release_all(run, _without(choose_lines(run, pool), lists))
    return True


def _without(pool: Sequence[Candidate], shown: Sequence[Candidate]) -> list[Candidate]:
    known = {id(entry) for entry in shown}
    return [entry for entry in pool if id(entry) not in known]


def _point_to_page(run: Run) -> None:
    """Nothing of the page can be told word for word: name it, and a person."""
    run.status = Status.PARTLY_ANSWERED
    first = run.contact[0]
    if first.telephone:
        text = say("not_found.person", run.language, name=first.name, telephone=first.telephone)
        release(run, frame_sentence(text, run.language))
    if run.document is not None:
        run.actions.append(Action(kind="page", label=run.document.title, url=run.document.url))


def _release_all(run: Run, chosen: Sequence[Candidate]) -> None:
    for draft in drafts_of(run, chosen):
        release(run, draft.sentence, heading=draft.heading, form=draft.form)
