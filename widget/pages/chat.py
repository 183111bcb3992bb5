"""The chat without JavaScript: forms, answers, and what is said of an answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from widget.pages.rendering import render
from widget.pages.view import Choices, CityView

QUESTION_LIMIT = 500
COMMENT_LIMIT = 1000
REASONS = ("wrong", "incomplete", "outdated", "unclear", "other_topic", "other")
# Of these there is nothing to rate.
_UNRATED = frozenset({"small_talk", "signposted"})


@dataclass(frozen=True)
class Asked:
    """The question that the shown answer is for, and the token that it was asked with.

    The form carries both, so that the same question can be answered in another language or style.
    """

    question: str
    context: str | None = None


@dataclass(frozen=True)
class Said:
    """What was filled in of the feedback on an answer; empty where nothing was."""

    answer: str
    rating: str = ""
    reason: str = ""
    comment: str = ""
    share: bool = False


def render_chat(
    city: CityView,
    answer: Mapping[str, Any] | None = None,
    question: str = "",
    problem: str | None = None,
    *,
    choices: Choices | None = None,
    context: str | None = None,
    asked: Asked | None = None,
    framed: bool = False,
) -> str:
    """`/chat` as HTML, or `/frame`: forms that POST `question`, `context`, `city` and the `choices`.

    `answer` is `Answer.model_dump(mode="json")`, and `asked` what it answers. `question` is what stands in
    the field. A `problem` (one sentence) is tied to the field; `context` is then the token that the failed
    request carried, so that trying again still refers to the answer before. The element replaces the form
    only on a page that shows neither.
    """
    shown = choices or Choices()
    return render(
        "chat.html",
        city,
        shown,
        framed=framed,
        current=None if answer or problem else ("/frame" if framed else "/chat"),
        answer=answer,
        asked=asked or Asked(question),
        question=question,
        problem=problem,
        context=answer.get("context") if answer else context,
        said=_nothing_said(answer),
        unrated=False,
        reasons=REASONS,
        limit=QUESTION_LIMIT,
        comment_limit=COMMENT_LIMIT,
    )


def render_feedback(
    city: CityView,
    said: Said,
    asked: Asked,
    *,
    context: str | None,
    choices: Choices,
    unrated: bool = False,
    problem: str | None = None,
    framed: bool = False,
) -> str:
    """What follows the feedback form: thanks, or the form again with what is wrong tied to its field.

    `context` is the token of the rated answer; a `problem` (one sentence) concerns all of it. A comment of
    more than `COMMENT_LIMIT` characters is complained of here.
    """
    return render(
        "feedback.html",
        city,
        choices,
        framed=framed,
        current=None,
        said=said,
        asked=asked,
        context=context,
        unrated=unrated,
        problem=problem,
        again=unrated or bool(problem) or len(said.comment) > COMMENT_LIMIT,
        reasons=REASONS,
        comment_limit=COMMENT_LIMIT,
    )


def _nothing_said(answer: Mapping[str, Any] | None) -> Said | None:
    return Said(answer=answer["id"]) if answer and answer["status"] not in _UNRATED else None
