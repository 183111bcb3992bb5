"""Says for the day that a question names whether the office is open, and from when to when."""

import re
from dataclasses import dataclass
from datetime import date

from bot.answer import FactLine
from bot.compose.asked import asked
from bot.compose.facts.contradictions import contradictions_of
from bot.compose.facts.notices import notice_citation
from bot.opening import OpenDay, is_usual_day_in_print, notices_in_force, open_on
from bot.run import Run
from bot.texts import say
from corpus.records import Document, DocumentKind, FactKind

_COMES = re.compile(
    r"\b(?:kommen|vorbei\w*|hingehen|abholen|da sein|jemand da|erreichbar)\b"
    r"|\b(?:come|visit|pick up|drop by)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class DayLine:
    """The line to show first; `certain` where it says all about the day."""

    line: FactLine
    certain: bool


def day_line(run: Run, document: Document) -> DayLine | None:
    """The hours of the office in charge on the day asked for; None where neither day nor hours are asked.

    None, too, on a usual day where nothing is known but printed hours that couldn't be read: they stand below
    and say more ("Montag geschlossen") than that it isn't certain.
    """
    if run.when is None or not _asks(run, document):
        return None
    office = next(iter(_offices(run, document)), None)
    if office is None or not any(fact.kind is FactKind.HOURS for fact in office.facts):
        return None
    doubtful = bool(contradictions_of(run, office, [FactKind.HOURS]))
    state = run.tools.city.state.value
    told = OpenDay(None) if doubtful else open_on(office, state, run.when)
    if told.is_open is None and (line := _notice(run, office, run.when)):
        return DayLine(line, certain=True)
    if told.is_open is None and not doubtful and is_usual_day_in_print(office, state, run.when):
        return None
    section = next(fact.section for fact in office.facts if fact.kind is FactKind.HOURS)
    line = FactLine(
        kind=FactKind.HOURS,
        label=office.title,
        value=_text(run, run.when, told),
        citation=run.sources.cite(office, section),
    )
    return DayLine(line, told.is_open is not None)


def _notice(run: Run, office: Document, day: date) -> FactLine | None:
    """The notice that holds on the day: it goes before the hours, and says what they can't."""
    for notice in notices_in_force(office, day):
        number = notice_citation(run, office, notice)
        if number is not None:
            return FactLine(kind=FactKind.NOTICE, label=office.title, value=notice.value, citation=number)
    return None


def _asks(run: Run, document: Document) -> bool:
    if any(aspect.name == "hours" for aspect in asked(run)):
        return True
    return bool(_COMES.search(run.text)) or (document.kind is DocumentKind.OFFICE and not run.aspects)


def _offices(run: Run, document: Document) -> tuple[Document, ...]:
    return (document,) if document.kind is DocumentKind.OFFICE else run.tools.generation.office_for(document)


def _text(run: Run, day: date, told: OpenDay) -> str:
    style = run.question.style
    named = f"{say('opening.days', run.language).split('|')[day.weekday()]}, {day:%d.%m.%Y}"
    if told.is_open is None:
        # Why that is ("nur mit Termin") stands on the page in German.
        reason = f" ({told.hint})" if told.hint else ""
        return say("opening.call", run.language, style, day=named) + reason
    if not told.is_open:
        return say("opening.holiday" if told.holiday else "opening.closed", run.language, style, day=named)
    spans = [
        say("opening.from", run.language, style, start=f"{start:%H:%M}", end=f"{end:%H:%M}")
        for start, end in told.spans
    ]
    times = say("opening.and", run.language, style).join(spans)
    return say("opening.open", run.language, style, day=named, times=times)
