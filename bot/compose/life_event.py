"""Composes the answer to a life event: its services in order, each with the sentence that matters most."""

import re
from collections.abc import Iterator
from itertools import islice

from bot.answer import Sentence, Style
from bot.compose.frame import frame_sentence
from bot.compose.original.choice import Draft
from bot.compose.original.groups import leans
from bot.compose.translating.translation import translate, translates
from bot.reader.lines import Line, lines_of
from bot.run import Run
from bot.texts import say
from bot.verify.gate import judge, release
from corpus.lexicon.authorities import load_authorities
from corpus.lexicon.events import EventStep, LifeEvent
from corpus.lexicon.offered import is_about
from corpus.records import Document, SectionKind

_LONGEST = 220
_SHORTEST = 25
_STARTS = (SectionKind.DESCRIPTION, SectionKind.PROCEDURE, SectionKind.REQUIREMENTS)
# Only a sentence of a deadline that says until when: the most urgent thing to know.
_UNTIL = re.compile(
    r"\b(?:innerhalb|spätestens|binnen|in den ersten|mindestens \d+|within|no later than)\b", re.IGNORECASE
)
_MOST_ELSEWHERE = 4
_ENDS = (".", "!")


async def compose_event(run: Run) -> None:
    """Fill `blocks` with one list of steps; what the page doesn't carry word for word isn't said."""
    if run.event is None:
        return
    name = run.event.names[run.language if run.language in run.event.names else "de"]
    heading = say("event.steps", run.language, run.question.style, event=name)
    drafts = [Draft(_step(run, run.event, document), heading, "steps") for document in run.event_pages]
    if translates(run):
        await translate(run, drafts)
    else:
        for draft in drafts:
            release(run, draft.sentence, heading=draft.heading, form=draft.form)
    _tell_elsewhere(run)


def _step(run: Run, event: LifeEvent, document: Document) -> Sentence:
    if run.language == "de" and run.question.style is Style.EINFACH:
        return _named(run, event, document)
    told = (one for one in _told(run, document) if judge(run, one).carried)
    return next(told, None) or _named(run, event, document)


def _named(run: Run, event: LifeEvent, document: Document) -> Sentence:
    """What to do in our own words, which are plainer than the page's title."""
    labels = (step.label for step in event.steps if is_about(document, step.service))
    text = next(labels, document.title) if run.language == "de" else document.title
    number = run.sources.cite(document, 0)
    return frame_sentence(text, document.language, citations=[number])


def _tell_elsewhere(run: Run) -> None:
    """The steps that the city has no page about and that another authority is known to be in charge of."""
    heading = say("event.elsewhere", run.language, run.question.style)
    known = ((step, load_authorities().of_service(step.service.key)) for step in run.elsewhere)
    for step, authority in islice(((step, one) for step, one in known if one), _MOST_ELSEWHERE):
        name = authority.names[run.language if run.language in authority.names else "de"]
        sentence = frame_sentence(f"{_what(run, step)}: {name}", run.language)
        release(run, sentence, heading=heading, form="list")


def _what(run: Run, step: EventStep) -> str:
    names = step.service.names.get(run.language)
    text = names[0] if names and run.language != "de" else step.label
    return f"{text[:1].upper()}{text[1:]}"


def _told(run: Run, document: Document) -> Iterator[Sentence]:
    """What can be said of a step, best first: its title with a deadline, or with the first sentence."""
    for line in _telling(document):
        yield Sentence(
            text=f"{document.title}: {line.text}",
            citations=(run.sources.cite(document, line.section),),
            language=document.section_language(line.section),
        )


def _telling(document: Document) -> Iterator[Line]:
    lines = [line for line in lines_of(document) if _whole(line)]
    yield from [line for line in lines if line.kind is SectionKind.DEADLINE and _UNTIL.search(line.text)][:1]
    for kind in _STARTS:
        yield from [line for line in lines if line.kind is kind][:1]


def _whole(line: Line) -> bool:
    fits = _SHORTEST <= len(line.text) <= _LONGEST and line.text.endswith(_ENDS)
    # "Dann springt … ein" says nothing without the sentence before.
    return fits and line.text[0].isupper() and not leans(line.text)
