"""Where pages of the city contradict each other, both are told, with page and date; nobody chooses."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.answer import FactLine, Origin
from bot.compose.frame import frame_sentence
from bot.run import Run
from bot.texts import say
from bot.verify.gate import release
from corpus.records import Audience, Contradiction, Document, Fact, FactKind, Stated
from corpus.values.hours import BERLIN

# A period means nothing without the sentence that it stands in.
_PERIODS = frozenset({FactKind.DEADLINE, FactKind.DURATION})
_LONGEST = 200


def contradictions_of(run: Run, document: Document, kinds: Iterable[FactKind]) -> list[Contradiction]:
    """What public pages state differently from `document`, for facts of `kinds`."""
    wanted = set(kinds)
    found = run.tools.generation.contradictions(document.id, Audience.PUBLIC)
    return [one for one in found if one.kind in wanted]


def is_contradicted(fact: Fact, document: Document, found: Sequence[Contradiction]) -> bool:
    """Whether a fact is a side of one of the contradictions: it isn't told alone, then."""
    return any(
        side.document_id == document.id and (side.words, side.value) == (fact.words, fact.value)
        for one in found
        for side in one.sides
        if one.kind is fact.kind
    )


def sides_of(run: Run, found: Sequence[Contradiction]) -> list[FactLine]:
    """A line for each side: what is stated, on which page, of which date, with that page as its source."""
    lines = [line for one in found for side in one.sides for line in _line(run, one, side)]
    return list(dict.fromkeys(lines))


def doubt(run: Run, found: Sequence[Contradiction]) -> None:
    """Say once for each kind that the pages differ, and whom to ask."""
    what = dict.fromkeys(_kind(run, one) for one in found)
    asked = next((one for one in run.contact if one.telephone), None)
    if not what or asked is None:
        return
    text = say(
        "contradiction",
        run.language,
        run.question.style,
        what=", ".join(what),
        name=asked.name,
        telephone=asked.telephone or "",
    )
    if text not in run.notices:
        run.notices.append(text)


def doubt_what_is_shown(run: Run) -> None:
    """Where a sentence of the explanation states one side, tell the others, too."""
    document = run.document
    if document is None or run.ended:
        return
    shown = [s.text for block in run.blocks for s in block.sentences if s.origin is not Origin.FRAME]
    told = {fact.value for fact in run.facts}
    found = [
        one
        for one in contradictions_of(run, document, FactKind)
        if not all(side.value in told or side.words in told for side in one.sides)
        and any(
            side.document_id == document.id and side.value in text for side in one.sides for text in shown
        )
    ]
    for line in sides_of(run, found):
        text = f"{line.label}: {line.value}"
        release(run, frame_sentence(text, run.language, citations=[line.citation]), form="list")
    doubt(run, found)


def _line(run: Run, one: Contradiction, side: Stated) -> list[FactLine]:
    document = run.tools.generation.document(side.document_id)
    if document is None or document.audience is not Audience.PUBLIC:
        return []
    sections = (f.section for f in document.facts if (f.words, f.value) == (side.words, side.value))
    value = side.words if one.kind in _PERIODS and len(side.words) <= _LONGEST else side.value
    label = f"{one.label or _kind(run, one)}, {_page(run, side)}"
    return [
        FactLine(
            kind=one.kind, label=label, value=value, citation=run.sources.cite(document, next(sections, 0))
        )
    ]


def _page(run: Run, side: Stated) -> str:
    style = run.question.style
    if side.modified is None:
        return say("contradiction.page", run.language, style, title=side.title)
    date = _printed(side.modified, run.language)
    return say("contradiction.page_dated", run.language, style, title=side.title, date=date)


def _printed(moment: datetime, language: str) -> str:
    """The day as it is written in the language: 03.02.2026, in English and Arabic 2026-02-03."""
    return moment.astimezone(BERLIN).strftime("%Y-%m-%d" if language in {"en", "ar"} else "%d.%m.%Y")


def _kind(run: Run, one: Contradiction) -> str:
    return say(f"fact.{one.kind.value}", run.language, run.question.style)
