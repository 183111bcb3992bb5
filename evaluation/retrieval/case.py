"""What of an outcome counts in retrieval."""

from dataclasses import dataclass

from evaluation.outcome import Outcome


@dataclass(frozen=True)
class RetrievalCase:
    """A question with gold documents (best first) and the documents found for it (best first)."""

    id: str
    kind: str
    question: str
    gold: tuple[str, ...]
    ranked: tuple[str, ...]


def case_of(outcome: Outcome) -> RetrievalCase | None:
    """The case, or None for a question that no document answers."""
    question = outcome.question
    if not question.answerable or question.only_read:
        return None
    return RetrievalCase(question.id, question.kind, question.question, question.gold_ids, outcome.ranked)
