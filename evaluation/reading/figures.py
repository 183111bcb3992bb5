"""Precision, recall and F1 of the lines taken, and of saying that the page doesn't answer."""

from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict

from evaluation.reading.case import ReadingCase


class ReadingScores(BaseModel):
    """Micro-averaged over all lines of `n` questions; `no_answer_…` over the questions."""

    model_config = ConfigDict(frozen=True)

    n: int
    precision: float
    recall: float
    f1: float
    no_answer_precision: float
    no_answer_recall: float
    no_answer_f1: float


class ReadingFigures(ReadingScores):
    """Over all questions, and for each split of the set: what a reader was trained on scores better."""

    splits: dict[str, ReadingScores]


def figures(cases: Iterable[ReadingCase]) -> ReadingFigures:
    """The figures over all, and by split."""
    everything = list(cases)
    splits: dict[str, list[ReadingCase]] = {}
    for case in everything:
        if case.split:
            splits.setdefault(case.split, []).append(case)
    return ReadingFigures(
        **_scores(everything).model_dump(),
        splits={name: _scores(group) for name, group in splits.items()},
    )


def _scores(cases: Sequence[ReadingCase]) -> ReadingScores:
    lines = _precision_recall(
        hits=sum(len(case.gold & case.read) for case in cases),
        found=sum(len(case.read) for case in cases),
        wanted=sum(len(case.gold) for case in cases),
    )
    none = _precision_recall(
        hits=sum(not case.gold and not case.read for case in cases),
        found=sum(not case.read for case in cases),
        wanted=sum(not case.gold for case in cases),
    )
    return ReadingScores(
        n=len(cases),
        precision=lines[0],
        recall=lines[1],
        f1=lines[2],
        no_answer_precision=none[0],
        no_answer_recall=none[1],
        no_answer_f1=none[2],
    )


def _precision_recall(*, hits: int, found: int, wanted: int) -> tuple[float, float, float]:
    """Precision, recall and F1; 0.0 where there is nothing to divide by."""
    precision = hits / found if found else 0.0
    recall = hits / wanted if wanted else 0.0
    f1 = 2 * hits / (found + wanted) if found + wanted else 0.0
    return round(precision, 4), round(recall, 4), round(f1, 4)
