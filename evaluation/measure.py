"""From outcomes to results: each task takes the cases that count in it and makes its figures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import evaluation.facts.case as facts_case
import evaluation.refusal.case as refusal_case
import evaluation.retrieval.case as retrieval_case
import evaluation.unsafe.case as unsafe_case
from evaluation.facts.case import Documents, FactCase
from evaluation.facts.failures import failures as facts_failures
from evaluation.facts.figures import facts_stated, wrong_amounts
from evaluation.failure import Failure
from evaluation.kinds import by_kind
from evaluation.latency.figures import figures as latency_figures
from evaluation.outcome import Outcome
from evaluation.reading.case import ReadingCase
from evaluation.reading.failures import failures as reading_failures
from evaluation.reading.figures import figures as reading_figures
from evaluation.refusal.case import RefusalCase
from evaluation.refusal.failures import failures as refusal_failures
from evaluation.refusal.figures import figures as refusal_figures
from evaluation.results import Results
from evaluation.retrieval.case import RetrievalCase
from evaluation.retrieval.failures import failures as retrieval_failures
from evaluation.retrieval.figures import figures as retrieval_figures
from evaluation.unsafe.case import UnsafeCase
from evaluation.unsafe.failures import failures as unsafe_failures
from evaluation.unsafe.figures import as_expected

Case = TypeVar("Case")


@dataclass(frozen=True)
class Cases:
    """What of a run's outcomes counts where; `reading` is None where no pages were read."""

    outcomes: tuple[Outcome, ...]
    retrieval: tuple[RetrievalCase, ...]
    refusal: tuple[RefusalCase, ...]
    facts: tuple[FactCase, ...]
    unsafe: tuple[UnsafeCase, ...]
    reading: tuple[ReadingCase, ...] | None


def cases_of(
    outcomes: Sequence[Outcome], documents: Documents, reading: Iterable[ReadingCase] | None = None
) -> Cases:
    """Sort outcomes into the tasks; `documents` finds a document by its id."""
    return Cases(
        outcomes=tuple(outcomes),
        retrieval=_known(retrieval_case.case_of(outcome) for outcome in outcomes),
        refusal=_known(refusal_case.case_of(outcome) for outcome in outcomes),
        facts=_known(facts_case.case_of(outcome, documents) for outcome in outcomes),
        unsafe=_known(unsafe_case.case_of(outcome) for outcome in outcomes),
        reading=None if reading is None else tuple(reading),
    )


def results_of(cases: Cases) -> Results:
    """All figures."""
    return Results(
        questions={kind: len(group) for kind, group in by_kind(cases.outcomes).items()},
        retrieval=retrieval_figures(cases.retrieval),
        refusal=refusal_figures(cases.refusal),
        facts=facts_stated(cases.facts),
        wrong_amounts=wrong_amounts(cases.facts),
        unsafe=as_expected(cases.unsafe),
        reading=None if cases.reading is None else reading_figures(cases.reading),
        latency_ms=latency_figures(cases.outcomes),
    )


def failures_of(cases: Cases) -> list[Failure]:
    """Everything that didn't come out as it should, task by task."""
    return [
        *retrieval_failures(cases.retrieval),
        *refusal_failures(cases.refusal),
        *facts_failures(cases.facts),
        *unsafe_failures(cases.unsafe),
        *reading_failures(cases.reading or ()),
    ]


def _known(cases: Iterable[Case | None]) -> tuple[Case, ...]:
    return tuple(case for case in cases if case is not None)
