"""People in need come first; commands to the machine are cut out; some requests are declined."""

from bot.answer import Status
from bot.compose.frame import frame_block
from bot.run import Run
from bot.safety.distress import find_distress
from bot.safety.guard import guard as inspect
from bot.steps.signpost import signpost, warn
from bot.texts import say


def guard(run: Run) -> None:
    """End the run for distress and for requests to decline; otherwise clean `text`."""
    distress = find_distress(run.text)
    if distress is not None and distress.acute:
        signpost(run, distress.kind)
        return
    guarded = inspect(run.text)
    if guarded.declined:
        run.status = Status.DECLINED
        text = say(f"declined.{guarded.declined}", run.language, run.question.style)
        run.blocks.append(frame_block([text], run.language))
        return
    if distress is not None:
        warn(run, distress.kind)
    if guarded.injected:
        run.notices.append(say("injected", run.language, run.question.style))
    run.text = guarded.text
