"""What came of one question, in everything that is measured."""

from dataclasses import dataclass

from bot.answer import Citation, Status
from evaluation.questions import GoldQuestion

REFUSED = frozenset({Status.NOT_FOUND.value, Status.DECLINED.value})
ANSWERED = frozenset({Status.ANSWERED.value, Status.PARTLY_ANSWERED.value})


@dataclass(frozen=True)
class Outcome:
    """The answer to a question, the documents found (ids, best first) and the time taken.

    `status` is the answer's, or the problem's code (`too_long` …) of a question that couldn't be taken;
    that counts as refused, too.
    """

    question: GoldQuestion
    status: str
    ranked: tuple[str, ...]
    text: str
    citations: tuple[Citation, ...]
    milliseconds: float

    @property
    def kind(self) -> str:
        """The question's kind."""
        return self.question.kind

    @property
    def refused(self) -> bool:
        """Whether it was refused: not found, declined, or not even taken."""
        return self.status in REFUSED or self.status not in set(Status)

    @property
    def clarified(self) -> bool:
        """Whether it was answered with a question."""
        return self.status == Status.CLARIFY.value

    @property
    def answered(self) -> bool:
        """Whether it was answered, wholly or in part."""
        return self.status in ANSWERED
