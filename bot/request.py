"""What a citizen asks, checked at the edge."""

import unicodedata
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from bot.answer import Style


class ProblemCode(StrEnum):
    """Why a question can't be taken; the texts are in the catalogue under `problem.<code>`."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    CONTROL_CHARACTERS = "control_characters"
    UNKNOWN_LANGUAGE = "unknown_language"
    FORGED_CONTEXT = "forged_context"
    EXPIRED_CONTEXT = "expired_context"


class QuestionError(Exception):
    """A question that can't be taken, with the code of the sentence that says why."""

    def __init__(self, code: ProblemCode) -> None:
        super().__init__(code.value)
        self.code = code


class Question(BaseModel):
    """A question as it came in; `language` None means: find out."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    language: str | None = None
    style: Style = Style.STANDARD
    context: str | None = None


_WHITE_SPACE = frozenset("\t\n\r\v\f")


def check_text(text: str, *, longest: int) -> str:
    """Return `text` in NFC with white space folded, or raise `QuestionError`.

    Format characters (Unicode category Cf: zero-width, bidirectional) are dropped, apart from the joiners
    that some scripts and emoji need; other control characters are refused.
    """
    if len(text) > longest:
        raise QuestionError(ProblemCode.TOO_LONG)
    if any(unicodedata.category(c) == "Cc" and c not in _WHITE_SPACE for c in text):
        raise QuestionError(ProblemCode.CONTROL_CHARACTERS)
    kept = "".join(
        c for c in text if unicodedata.category(c) not in {"Cf", "Cs", "Co"} or c in "\u200c\u200d"
    )
    folded = " ".join(unicodedata.normalize("NFC", kept).split())
    if not folded:
        raise QuestionError(ProblemCode.EMPTY)
    return folded
