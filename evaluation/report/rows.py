"""Results as tables of texts, whatever draws them."""

from dataclasses import dataclass

from evaluation.kinds import ALL
from evaluation.latency.figures import Percentiles
from evaluation.reading.figures import ReadingScores
from evaluation.refusal.figures import KindRefusal
from evaluation.results import Results

NOTHING = "–"


@dataclass(frozen=True)
class Table:
    """A table; the first column names the row, the others hold numbers."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


KIND_HEADERS = {
    "de": (
        "Art",
        "Fragen",
        "recall@1",
        "recall@5",
        "nDCG@5",
        "abgelehnt",
        "nachgefragt",
        "Fakten",
        "falsche Beträge",
        "p50 ms",
        "p95 ms",
    ),
    "en": (
        "kind",
        "questions",
        "recall@1",
        "recall@5",
        "nDCG@5",
        "refused",
        "asked back",
        "facts",
        "wrong amounts",
        "p50 ms",
        "p95 ms",
    ),
}
READING_HEADERS = {
    "de": ("Seiten", "Fragen", "P", "R", "F1", "„steht hier nicht“ P", "R", "F1"),
    "en": ("pages", "questions", "P", "R", "F1", "“not answered here” P", "R", "F1"),
}
_ALL = {"de": "alle", "en": "all"}


def kinds_table(results: Results, language: str) -> Table:
    """A row for each kind of question and one for all; `language` ("de", "en") is that of the headers.

    "refused" in the last row is the share of answerable questions refused by mistake; the share of
    unanswerable ones refused stands in their own row.
    """
    rows = [_kind_row(kind, results) for kind in results.questions if kind != ALL]
    rows.append((_ALL[language], *_kind_row(ALL, results)[1:]))
    return Table(KIND_HEADERS[language], tuple(rows))


def reading_table(results: Results, language: str) -> Table | None:
    """A row for each split of the set and one for all; None where no pages were read."""
    reading = results.reading
    if reading is None:
        return None
    rows = [_reading_row(name, scores) for name, scores in sorted(reading.splits.items())]
    return Table(READING_HEADERS[language], (*rows, _reading_row(_ALL[language], reading)))


def _kind_row(kind: str, results: Results) -> tuple[str, ...]:
    found = results.retrieval.get(kind)
    refusal = results.refusal.by_kind.get(kind, KindRefusal(n=0, refused=None, clarified=None))
    refused = results.refusal.answerable_refused if kind == ALL else refusal.refused
    latency = results.latency_ms.by_kind.get(kind, Percentiles(p50=None, p95=None))
    return (
        kind,
        str(results.questions[kind]),
        _share(found.recall_at_1 if found else None),
        _share(found.recall_at_5 if found else None),
        _share(found.ndcg_at_5 if found else None),
        _share(refused),
        _share(refusal.clarified),
        _share(results.facts.get(kind)),
        _share(results.wrong_amounts.get(kind)),
        _milliseconds(latency.p50),
        _milliseconds(latency.p95),
    )


def _reading_row(name: str, scores: ReadingScores) -> tuple[str, ...]:
    return (
        name,
        str(scores.n),
        _share(scores.precision),
        _share(scores.recall),
        _share(scores.f1),
        _share(scores.no_answer_precision),
        _share(scores.no_answer_recall),
        _share(scores.no_answer_f1),
    )


def _share(value: float | None) -> str:
    return NOTHING if value is None else f"{value:.3f}"


def _milliseconds(value: float | None) -> str:
    return NOTHING if value is None else f"{value:.0f}"
