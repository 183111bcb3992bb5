"""What of an outcome counts in facts."""

from collections.abc import Callable
from dataclasses import dataclass

from corpus.records import Document
from evaluation.facts.amounts import amounts_of, foreign_amounts
from evaluation.facts.matching import states
from evaluation.outcome import Outcome

READ = 800
"""Characters of the answer in which its facts have to be."""

Documents = Callable[[str], Document | None]


@dataclass(frozen=True)
class FactCase:
    """The gold facts that an answer states and misses, and its amounts that no gold document has.

    `answered` says whether there is an answer that could state a wrong amount.
    """

    id: str
    kind: str
    question: str
    stated: tuple[str, ...]
    missed: tuple[str, ...]
    answered: bool
    foreign: tuple[str, ...]
    text: str


def case_of(outcome: Outcome, documents: Documents) -> FactCase | None:
    """The case; None for a question that counts in reading alone. `documents` finds a document by its id.

    An answer to a question without gold documents has no amount to state: any is foreign.
    """
    question = outcome.question
    if question.only_read:
        return None
    beginning = outcome.text[:READ]
    stated = tuple(fact for fact in question.gold_facts if states(beginning, fact))
    gold = (documents(document_id) for document_id in question.gold_ids)
    known = amounts_of(document for document in gold if document is not None)
    return FactCase(
        question.id,
        question.kind,
        question.question,
        stated,
        tuple(fact for fact in question.gold_facts if fact not in stated),
        outcome.answered,
        foreign_amounts(outcome.text, known) if outcome.answered else (),
        beginning,
    )
