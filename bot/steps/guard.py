"""People in need come first; commands to the machine are cut out; some requests are declined."""

from bot.answer import Block, Origin, Sentence, Status
from bot.run import Run
from bot.safety.distress import Helpline, find_distress, helplines
from bot.safety.guard import guard as inspect
from bot.texts import say


def guard(run: Run) -> None:
    """End the run for distress and for requests to decline; otherwise clean `text`."""
    distress = find_distress(run.text)
    if distress:
        run.status = Status.SIGNPOSTED
        run.blocks.extend(_signposts(run, distress))
        return
    guarded = inspect(run.text)
    if guarded.declined:
        run.status = Status.DECLINED
        text = say(f"declined.{guarded.declined}", run.language, run.question.style)
        run.blocks.append(frame_block(text, run.language))
        return
    if guarded.injected:
        run.notices.append(say("injected", run.language, run.question.style))
    run.text = guarded.text


def frame_block(text: str, language: str) -> Block:
    """A paragraph in the assistant's own words."""
    return Block(sentences=(Sentence(text=text, origin=Origin.FRAME, language=language),))


def _signposts(run: Run, distress: str) -> list[Block]:
    lines = tuple(
        Sentence(
            text=say("helpline.line", run.language, name=_name(run, line), number=line.number),
            origin=Origin.FRAME,
            language=run.language,
        )
        for line in helplines(distress, run.tools.city.state)
    )
    text = say(f"distress.{distress}", run.language, run.question.style)
    return [frame_block(text, run.language), Block(form="list", sentences=lines)]


def _name(run: Run, line: Helpline) -> str:
    return say(f"helpline.{line.key}", run.language, run.question.style)
