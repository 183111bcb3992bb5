"""Finds out what is asked: small talk or a question, which aspects, a follow-up or a new topic."""

from bot.answer import Status
from bot.compose.frame import frame_block
from bot.patterns import load_patterns
from bot.reader.question import prepare
from bot.run import Run
from bot.texts import say
from bot.understanding.aspects import aspects_named, find_aspects
from bot.understanding.followup import refer
from bot.understanding.parts import separate_questions
from bot.understanding.spelling import undisguised
from bot.understanding.when import day_meant
from corpus.lexicon import expand, load_lexicon
from corpus.lexicon.offered import services_of
from corpus.records import Document

_NEAREST = 3


def understand(run: Run) -> None:
    """Fill `aspects`, `query`, `official`, `follow_up` and `reading`, or end the run as small talk."""
    talk = _small_talk(run.text)
    if talk:
        run.status = Status.SMALL_TALK
        text = say(f"small_talk.{talk}", run.language, run.question.style, city=run.tools.city.name)
        run.blocks.append(frame_block([text], run.language))
        return
    run.text = undisguised(run.text)
    _take_first(run)
    run.aspects = find_aspects(run.text)
    run.when = day_meant(run.text, run.now.date())
    run.query, run.official = run.text, tuple(expand(run.text))
    _refer_back(run)
    generation, embedder = run.tools.generation, run.tools.reader.embedder
    # The words of another language stand in no German line; their official terms do.
    foreign = bool(run.official) and run.asked_in != "de"
    run.read = " ".join(run.official) if foreign else " ".join([run.query, *run.official])
    run.reading = prepare(run.read, embedder=embedder, rarity=generation.rarity, aspects=run.aspects)


def _take_first(run: Run) -> None:
    """Answer the first of several questions; the others stand ready to be asked."""
    first, *others = separate_questions(run.text)
    if others:
        run.text = first
        run.suggestions.extend(others)
        run.notices.append(say("one_by_one", run.language, run.question.style))


def _refer_back(run: Run) -> None:
    """Put the topic of the last answer to a question that leans on it."""
    topic = _topic(run)
    if topic is None or run.context is None:
        return
    reference = refer(run.text, german=run.asked_in == "de", named=_offered(run), before=services_of(topic))
    run.follow_up, run.stays = reference.leans, reference.stays
    if not reference.leans:
        return
    if not run.aspects:
        run.aspects = aspects_named(run.context.aspects)
    run.added = run.official
    together = expand(f"{topic.title} {run.text}")
    if reference.switches:
        # What is named now goes first; what was asked of the other service may hold for this one, too.
        run.official = tuple(dict.fromkeys([*run.official, *together, topic.title]))
    else:
        run.query = f"{topic.title} {run.text}"
        run.official = tuple(dict.fromkeys([*together, *run.official]))


def _offered(run: Run) -> frozenset[str]:
    """The services that the question names and that one of the first documents found for it is about.

    "war aber in der S-Bahn" makes the lexicon think of tickets; where the city has no page on them, it is no
    new topic.
    """
    named = frozenset(service.key for service in load_lexicon().find(run.text))
    if not named:
        return named
    generation = run.tools.generation
    results = generation.search(run.text, official=run.official, limit=_NEAREST)
    found = [generation.document(hit.document_id) for hit in results.documents]
    return named & frozenset(key for document in found if document for key in services_of(document))


def _topic(run: Run) -> Document | None:
    """What the last answer was about, as far as citizens may still see it."""
    for key in run.context.documents[:1] if run.context else ():
        document = run.tools.generation.document(key)
        if document is not None and run.serves(document):
            return document
    return None


def _small_talk(text: str) -> str | None:
    for kind, pattern in load_patterns("bot.understanding", "small_talk.toml").items():
        if pattern.search(text):
            return kind
    return None
