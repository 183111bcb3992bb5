"""An editor's own answer goes before search."""

from bot.answer import Action, Block, Origin, Sentence, Status
from bot.run import Run
from corpus.analysis.tokens import stems
from corpus.records import Audience, CuratedAnswer
from corpus.validity import holds_on


def curated(run: Run) -> None:
    """End the run with a curated answer whose question has the same content words, in force today."""
    asked = frozenset(stems(run.text))
    if run.follow_up or not asked:
        return
    for entry in run.tools.curated:
        if _in_force(entry, run) and any(frozenset(stems(question)) == asked for question in entry.questions):
            run.status = Status.ANSWERED
            run.confidence = 1.0
            sentences = tuple(
                Sentence(text=line, origin=Origin.EDITOR, language=entry.language)
                for line in entry.answer.splitlines()
                if line.strip()
            )
            run.blocks.append(Block(sentences=sentences))
            run.actions.extend(Action(kind="page", label=link.text, url=link.url) for link in entry.links)
            return


def _in_force(entry: CuratedAnswer, run: Run) -> bool:
    today = run.now.date()
    return entry.audience is Audience.PUBLIC and holds_on(today, entry.valid_from, entry.valid_until)
