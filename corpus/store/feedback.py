"""What citizens said of answers: whether they helped, and why not; each entry expires."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from pydantic import Field
from sqlalchemy import Engine, delete, select

from corpus.records import Record
from corpus.store.engine import reading, writing
from corpus.store.tables import FeedbackRow


class Rating(StrEnum):
    """Whether an answer helped."""

    HELPFUL = "helpful"
    NOT_HELPFUL = "not_helpful"


class Reason(StrEnum):
    """What was wrong with an answer."""

    WRONG = "wrong"
    INCOMPLETE = "incomplete"
    OUTDATED = "outdated"
    UNCLEAR = "unclear"
    OTHER_TOPIC = "other_topic"
    OTHER = "other"


class Feedback(Record):
    """One citizen's word on one answer.

    `question` is there only if the citizen let the editors see it; personal data in it and in the `comment`
    is masked before it is stored. `documents` are the ids of those that answered. Only the day is kept.
    """

    city: str
    answer: str = Field(description="random id of the answer")
    on: date
    expires: date
    rating: Rating
    reason: Reason | None = None
    comment: str = ""
    question: str = ""
    language: str = "de"
    documents: tuple[str, ...] = ()


class FeedbackStore:
    """Keeps feedback until it expires; safe to use from many threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def save(self, feedback: Feedback, *, today: date) -> None:
        """Keep `feedback`, instead of what was said of the same answer before; forget what has expired.

        Raises `StoreError` if the database can't be written.
        """
        with writing(self._engine) as session:
            session.execute(delete(FeedbackRow).where(FeedbackRow.expires <= today))
            session.merge(
                FeedbackRow(
                    city=feedback.city,
                    answer=feedback.answer,
                    on=feedback.on,
                    expires=feedback.expires,
                    body=feedback.model_dump_json(),
                )
            )

    def all(self, city: str, *, today: date) -> Iterator[Feedback]:
        """What was said of the answers of `city` and hasn't expired, newest first."""
        query = (
            select(FeedbackRow.body)
            .where(FeedbackRow.city == city, FeedbackRow.expires > today)
            .order_by(FeedbackRow.on.desc(), FeedbackRow.answer)
        )
        with reading(self._engine) as session:
            for body in session.scalars(query):
                yield Feedback.model_validate_json(body)
