"""Composes the answer to a life event: its services in order, each with the sentence that matters most."""

from collections.abc import Iterator

from bot.answer import Origin, Sentence
from bot.compose.original import Draft
from bot.compose.translating import translate, translates
from bot.reader.lines import Line, lines_of
from bot.run import Run
from bot.texts import say
from bot.verify.gate import judge, release
from corpus.records import Document, SectionKind

_LONGEST = 220
_SHORTEST = 25
_STARTS = (SectionKind.DEADLINE, SectionKind.DESCRIPTION, SectionKind.PROCEDURE, SectionKind.REQUIREMENTS)
_ENDS = (".", "!")


async def compose_event(run: Run) -> None:
    """Fill `blocks` with one list of steps; what the page doesn't carry word for word isn't said."""
    if run.event is None:
        return
    name = run.event.names[run.language if run.language in run.event.names else "de"]
    heading = say("event.steps", run.language, run.question.style, event=name)
    drafts = [Draft(_step(run, document), heading, "steps") for document in run.event_pages]
    if translates(run):
        await translate(run, drafts)
        return
    for draft in drafts:
        release(run, draft.sentence, heading=draft.heading, form=draft.form)


def _step(run: Run, document: Document) -> Sentence:
    told = (one for one in _told(run, document) if judge(run, one).carried)
    return next(told, None) or _title(run, document)


def _title(run: Run, document: Document) -> Sentence:
    number = run.sources.cite(document, 0)
    return Sentence(text=document.title, citations=(number,), origin=Origin.FRAME, language=document.language)


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
    for kind in _STARTS:
        yield from [line for line in lines if line.kind is kind][:1]


def _whole(line: Line) -> bool:
    return _SHORTEST <= len(line.text) <= _LONGEST and line.text.endswith(_ENDS) and line.text[0].isupper()
