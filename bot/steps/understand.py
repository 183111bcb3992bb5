"""Finds out what is asked: small talk or a question, which aspects, a follow-up or a new topic."""

from bot.answer import Status
from bot.patterns import load_patterns
from bot.reader.question import prepare
from bot.run import Run
from bot.steps.guard import frame_block
from bot.texts import say
from bot.understanding.aspects import aspects_named, find_aspects
from bot.understanding.followup import leans_on_context
from corpus.lexicon import expand


def understand(run: Run) -> None:
    """Fill `aspects`, `official`, `follow_up` and `reading`, or end the run as small talk."""
    talk = _small_talk(run.text)
    if talk:
        run.status = Status.SMALL_TALK
        text = say(f"small_talk.{talk}", run.language, run.question.style, city=run.tools.city.name)
        run.blocks.append(frame_block(text, run.language))
        return
    run.aspects = find_aspects(run.text)
    official = expand(run.text)
    run.official = tuple(official)
    run.follow_up = run.context is not None and leans_on_context(run.text, topic_words=len(official))
    if run.follow_up and run.context and not run.aspects:
        run.aspects = aspects_named(run.context.aspects)
    generation, embedder = run.tools.generation, run.tools.reader.embedder
    # The words of another language stand in no German line; their official terms do.
    run.read = " ".join(official) if official and run.asked_in != "de" else " ".join([run.text, *official])
    run.reading = prepare(run.read, embedder=embedder, rarity=generation.rarity, aspects=run.aspects)


def _small_talk(text: str) -> str | None:
    for kind, pattern in load_patterns("bot.understanding", "small_talk.toml").items():
        if pattern.search(text):
            return kind
    return None
