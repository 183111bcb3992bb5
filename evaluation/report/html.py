"""A page for the browser: figures, and each failed question with what was found, the worst first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import jinja2

from corpus.records import Document
from evaluation.errors import EvaluationError
from evaluation.outcome import Outcome
from evaluation.report.rows import Table, kinds_table, reading_table
from evaluation.session import Finished
from evaluation.worst.cause import cause
from evaluation.worst.question import Bad, worst_first

_FOUND = 5

Documents = Callable[[str], Document | None]


@dataclass(frozen=True)
class Found:
    """A document that was found: its place, title, address and whether it is a right one."""

    place: int
    title: str
    url: str
    right: bool


@dataclass(frozen=True)
class Entry:
    """A failed question as the page shows it."""

    id: str
    kind: str
    question: str
    before: tuple[str, ...]
    status: str
    wrong: tuple[str, ...]
    why: str
    found: tuple[Found, ...]
    missing: tuple[Found, ...]
    text: str


def report_page(finished: Finished) -> str:
    """The page, whole in one file: no script, nothing fetched from elsewhere."""
    entries = [_entry(bad, finished.document) for bad in worst_first(finished.cases)]
    results = finished.run.results
    tables: list[Table] = [kinds_table(results, "de")]
    if (reading := reading_table(results, "de")) is not None:
        tables.append(reading)
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("evaluation.report"), autoescape=True, undefined=jinja2.StrictUndefined
    )
    return environment.get_template("report.html").render(
        measured=finished.run.measured,
        started=finished.run.started,
        questions=len(finished.cases.outcomes),
        entries=entries,
        kinds=sorted({entry.kind for entry in entries}),
        tables=tables,
    )


def write_report(path: Path, finished: Finished) -> None:
    """Write the page to `path`; raises `EvaluationError`."""
    try:
        path.write_text(report_page(finished), encoding="utf-8")
    except OSError as error:
        raise EvaluationError(
            f"Der Fehlerbericht lässt sich nicht nach {path} schreiben ({error.strerror}). Bitte nennen Sie "
            "mit --html eine Datei in einem beschreibbaren Ordner."
        ) from None


def gold_and_first(bad: Bad, document: Documents) -> tuple[list[Document], Document | None]:
    """The right documents of a question, and the one that was found first."""
    gold = (document(one) for one in bad.outcome.question.gold_ids)
    first = document(bad.outcome.ranked[0]) if bad.outcome.ranked else None
    return [one for one in gold if one is not None], first


def _entry(bad: Bad, document: Documents) -> Entry:
    outcome = bad.outcome
    gold, first = gold_and_first(bad, document)
    return Entry(
        id=outcome.question.id,
        kind=outcome.kind,
        question=outcome.question.question,
        before=tuple(turn.content for turn in outcome.question.history if turn.role == "user"),
        status=outcome.status,
        wrong=tuple(mistake.german for mistake in bad.mistakes),
        why=cause(bad, gold, first),
        found=_found(outcome, document),
        missing=tuple(
            Found(0, one.title, one.url, right=True) for one in gold if one.id not in outcome.ranked[:_FOUND]
        ),
        text=outcome.text,
    )


def _found(outcome: Outcome, document: Documents) -> tuple[Found, ...]:
    places: Sequence[str] = outcome.ranked[:_FOUND]
    known = ((place, key, document(key)) for place, key in enumerate(places, start=1))
    return tuple(
        Found(place, one.title, one.url, right=key in outcome.question.gold_ids)
        for place, key, one in known
        if one is not None
    )
