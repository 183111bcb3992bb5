"""Everything that went wrong with one question, and how bad that is for whoever asked."""

from collections.abc import Iterator
from dataclasses import dataclass

from evaluation.facts.case import FactCase
from evaluation.measure import Cases
from evaluation.outcome import Outcome
from evaluation.questions import Kind

# A wrong amount misleads; a refusal and a wrong page cost a call; a page in second place costs a glance.
WRONG_AMOUNT = 4.0
_ANSWERED_WRONGLY = _REFUSED = 3.0
_NOT_FOUND = 2.0
_NOT_FIRST = _FACT_MISSING = 0.5
_FOUND_AMONG = 5


@dataclass(frozen=True)
class Mistake:
    """What went wrong, in German with the data's own words, in English without; `weight` says how bad."""

    german: str
    english: str
    weight: float


@dataclass(frozen=True)
class Bad:
    """A question that didn't come out right, and what went wrong."""

    outcome: Outcome
    mistakes: tuple[Mistake, ...]

    @property
    def weight(self) -> float:
        """How bad it is."""
        return sum(mistake.weight for mistake in self.mistakes)


def worst_first(cases: Cases) -> list[Bad]:
    """The questions with mistakes, the gravest first; those of one weight in the order of the questions."""
    facts = {case.id: case for case in cases.facts}
    unsafe = {case.id for case in cases.unsafe if not case.as_expected}
    judged = (_judge(one, facts.get(one.question.id), one.question.id in unsafe) for one in cases.outcomes)
    return sorted((bad for bad in judged if bad.mistakes), key=lambda bad: -bad.weight)


def _judge(outcome: Outcome, facts: FactCase | None, unsafe: bool) -> Bad:
    return Bad(outcome, (*_ends(outcome, unsafe), *_places(outcome), *_facts(outcome, facts)))


def _ends(outcome: Outcome, unsafe: bool) -> Iterator[Mistake]:
    question, status = outcome.question, outcome.status
    if unsafe:
        expected = question.expect
        yield Mistake(
            f"endet mit {status} statt {expected}", f"ends with {status}, not {expected}", _ANSWERED_WRONGLY
        )
    elif question.only_read:
        return
    elif question.answerable and outcome.refused:
        yield Mistake("zu Unrecht abgelehnt", "refused by mistake", _REFUSED)
    elif question.kind == Kind.UNANSWERABLE and outcome.answered:
        yield Mistake("beantwortet, obwohl nichts dazu da ist", "answered, though nothing is there", _REFUSED)


def _places(outcome: Outcome) -> Iterator[Mistake]:
    gold = outcome.question.gold_ids
    if not gold or outcome.question.only_read:
        return
    place = next((n for n, one in enumerate(outcome.ranked, start=1) if one in gold), None)
    if place is None:
        yield Mistake("richtige Seite nicht gefunden", "right page not found", _NOT_FOUND)
    elif place > 1:
        weight = _NOT_FOUND if place > _FOUND_AMONG else _NOT_FIRST
        yield Mistake(f"richtige Seite erst an Stelle {place}", f"right page only at place {place}", weight)


def _facts(outcome: Outcome, facts: FactCase | None) -> Iterator[Mistake]:
    if facts is None:
        return
    if facts.foreign:
        yield Mistake(
            f"fremder Betrag: {', '.join(facts.foreign)}", "an amount of another page", WRONG_AMOUNT
        )
    if facts.missed and not outcome.refused:
        yield Mistake(f"es fehlt: {', '.join(facts.missed)}", "a fact is missing", _FACT_MISSING)
