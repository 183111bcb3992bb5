"""What of an outcome counts in refusal."""

from dataclasses import dataclass

from evaluation.outcome import Outcome
from evaluation.questions import Kind


@dataclass(frozen=True)
class RefusalCase:
    """A question that a document answers, or that surely none does, and how it ended."""

    id: str
    kind: str
    question: str
    answerable: bool
    status: str
    refused: bool
    clarified: bool
    text: str


def case_of(outcome: Outcome) -> RefusalCase | None:
    """The case, or None for a question of which neither is known.

    Answerable is what has gold documents, whatever its kind; unanswerable is the kind of that name. An unsafe
    question without gold documents is neither: whether it should be refused, its `expect` says.
    """
    question = outcome.question
    if question.only_read or not (question.answerable or question.kind == Kind.UNANSWERABLE):
        return None
    return RefusalCase(
        question.id,
        question.kind,
        question.question,
        question.answerable,
        outcome.status,
        outcome.refused,
        outcome.clarified,
        outcome.text,
    )
