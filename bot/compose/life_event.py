"""Composes the answer to a life event: its services in order, each with the sentence that matters most."""

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.answer import Sentence, Style
from bot.compose.frame import frame_sentence
from bot.compose.original.choice import Draft
from bot.compose.original.groups import leans
from bot.compose.translating.translation import translate, translates
from bot.reader.lines import Line, lines_of
from bot.run import Run
from bot.texts import say
from bot.verify.gate import judge, release
from corpus.analysis.tokens import index_tokens, stems
from corpus.analysis.topic import filler_stems
from corpus.lexicon.authorities import load_authorities
from corpus.lexicon.events import EventStep, LifeEvent
from corpus.lexicon.offered import is_about
from corpus.records import Document, DocumentKind, SectionKind

_LONGEST = 220
_SHORTEST = 25
_STARTS = (SectionKind.DESCRIPTION, SectionKind.PROCEDURE, SectionKind.REQUIREMENTS)
# Only a sentence of a deadline that says until when: the most urgent thing to know.
_UNTIL = re.compile(
    r"\b(?:innerhalb|spätestens|binnen|in den ersten|mindestens \d+|within|no later than)\b", re.IGNORECASE
)
# What isn't so is no thing to do.
_NOT = re.compile(r"\b(?:kein\w*|no)\b", re.IGNORECASE)
_MOST_ELSEWHERE = 4
_SEARCHED = 4
_ENDS = (".", "!")


async def compose_event(run: Run) -> None:
    """Fill `blocks` with one list of steps; what the page doesn't carry word for word isn't said."""
    if run.event is None:
        return
    name = run.event.names[run.language if run.language in run.event.names else "de"]
    heading = say("event.steps", run.language, run.question.style, event=name)
    labels = _labels(run.event, run.event_pages)
    here, elsewhere = _in_charge(run)
    steps = [_step(run, labels, document) for document in run.event_pages]
    drafts = [Draft(one, heading, "steps") for one in (*steps, *here)]
    if translates(run):
        await translate(run, drafts)
    else:
        for draft in drafts:
            release(run, draft.sentence, heading=draft.heading, form=draft.form)
    heading = say("event.elsewhere", run.language, run.question.style)
    for sentence in elsewhere[:_MOST_ELSEWHERE]:
        release(run, sentence, heading=heading, form="list")


def _labels(event: LifeEvent, pages: Sequence[Document]) -> dict[str, str]:
    """What to do in our own words, by the page's id: each step's label once, for the first page about it."""
    labels: dict[str, str] = {}
    for step in event.steps:
        about = (page for page in pages if page.id not in labels and is_about(page, step.service))
        page = next(about, None)
        if page is not None and step.label not in labels.values():
            labels[page.id] = step.label
    return labels


def _step(run: Run, labels: Mapping[str, str], document: Document) -> Sentence:
    if run.language == "de" and run.question.style is Style.EINFACH:
        return _named(run, labels, document)
    told = (one for one in _told(run, document) if judge(run, one).carried)
    return next(told, None) or _named(run, labels, document)


def _named(run: Run, labels: Mapping[str, str], document: Document) -> Sentence:
    """What to do in our own words, which are plainer than the page's title."""
    text = labels.get(document.id, document.title) if run.language == "de" else document.title
    return frame_sentence(text, document.language, citations=[run.sources.cite(document, 0)])


def _in_charge(run: Run) -> tuple[list[Sentence], list[Sentence]]:
    """The steps that no page of the city is about: those for one of its own offices, and those for others.

    Nothing is said twice: an office that a page shown leads to needs no step of its own.
    """
    here: list[Sentence] = []
    elsewhere: list[Sentence] = []
    led_to = {office.id for page in run.event_pages for office in run.tools.generation.office_for(page)}
    for step in run.elsewhere:
        authority = load_authorities().of_service(step.service.key)
        if authority is None:
            continue
        office = _own_office(run, authority.names["de"])
        if office is None:
            name = authority.names[run.language if run.language in authority.names else "de"]
            elsewhere.append(frame_sentence(f"{_what(run, step)}: {name}", run.language))
        elif office.id not in led_to:
            number = run.sources.cite(office, 0)
            here.append(
                frame_sentence(f"{_what(run, step)}: {office.title}", run.language, citations=[number])
            )
    return here, elsewhere


def _own_office(run: Run, name: str) -> Document | None:
    """The city's own office of this name ("Kfz-Zulassungsstelle (oft beim Landkreis)"), if it has one."""
    wanted = set(stems(name.partition("(")[0]))
    for document_id in run.tools.generation.named(name, limit=_SEARCHED):
        document = run.tools.generation.document(document_id)
        if document is None or document.kind is not DocumentKind.OFFICE or not run.serves(document):
            continue
        if wanted <= set(stems(document.title)):
            return document
    return None


def _what(run: Run, step: EventStep) -> str:
    # "kindergel*" stands for all its endings.
    names = [name for name in step.service.names.get(run.language, ()) if "*" not in name]
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
    subject = set(index_tokens(document.title)) - filler_stems()
    kinds = [section.kind for section in document.sections]
    for kind in _STARTS:
        # What only a later section says, or what names nothing of the service, is beside the point.
        first = kinds.index(kind) if kind in kinds else -1
        said = (line for line in lines if line.section == first and not _NOT.search(line.text))
        yield from [line for line in said if subject & set(index_tokens(line.text))][:1]


def _whole(line: Line) -> bool:
    fits = _SHORTEST <= len(line.text) <= _LONGEST and line.text.endswith(_ENDS)
    # "Dann springt … ein" says nothing without the sentence before.
    return fits and line.text[0].isupper() and not leans(line.text)
