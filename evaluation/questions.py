"""Question sets: what is asked, and what a right answer rests on and contains."""

from enum import StrEnum
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from evaluation.json_lines import read_lines


class Kind(StrEnum):
    """The kinds of questions that something depends on; a set may have others, which count as they come."""

    PLAIN = "plain"
    COLLOQUIAL = "colloquial"
    LIFE_EVENT = "life_event"
    FOLLOWUP = "followup"
    MULTILINGUAL = "multilingual"
    UNANSWERABLE = "unanswerable"
    UNANSWERABLE_ON_PAGE = "unanswerable_on_page"
    UNSAFE = "unsafe"


class Turn(BaseModel):
    """An earlier question or answer of the conversation."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    role: Literal["user", "assistant"]
    content: str


class GoldQuestion(BaseModel):
    """A question with what is known of its right answer; unknown fields are ignored.

    `gold_ids` are documents, best first, empty where none answers. `gold_lines` are indices (from 0) into
    `page_lines`, the lines of the page `page_id`; empty where the page doesn't answer.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)

    id: str = Field(min_length=1)
    kind: str = Field(min_length=1)
    question: str
    lang: str = "de"
    history: tuple[Turn, ...] = ()
    gold_ids: tuple[str, ...] = ()
    gold_facts: tuple[str, ...] = ()
    aspect: str | None = None
    expect: str | None = None
    page_id: str | None = None
    page_lines: tuple[str, ...] | None = None
    gold_lines: tuple[int, ...] = ()
    split: str | None = None

    @model_validator(mode="after")
    def _lines_exist(self) -> Self:
        count = len(self.page_lines or ())
        wrong = [index for index in self.gold_lines if not 0 <= index < count]
        if wrong:
            raise ValueError(f"„gold_lines“ nennt die Zeile {wrong[0]}, „page_lines“ hat aber nur {count}")
        return self

    @property
    def answerable(self) -> bool:
        """Whether a document of the corpus answers it."""
        return bool(self.gold_ids)

    @property
    def only_read(self) -> bool:
        """Whether it counts in reading alone: its page doesn't answer it, another one may."""
        return self.kind == Kind.UNANSWERABLE_ON_PAGE


def read_questions(path: Path) -> tuple[GoldQuestion, ...]:
    """All questions of a file of JSON lines; raises `EvaluationError`."""
    return tuple(question for _, question in read_lines(path, GoldQuestion))
