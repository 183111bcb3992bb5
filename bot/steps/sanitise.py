"""Checks the question at the edge and opens the follow-up context."""

import re

from bot.request import ProblemCode, QuestionError, check_text
from bot.run import Run

# Scripts are nothing for people, nor is what stands in another role's mouth; comments may hold ">".
_MARKUP = re.compile(
    r"<(script|style|system|developer|assistant|instructions?)\b[^>]*>.*?</\1\s*>|<!--.*?-->|<[a-z/!][^<>]{0,300}>",
    re.IGNORECASE | re.DOTALL,
)
# Where nothing else is said, what stands in the other role's mouth is declined as what it is.
_TAG = re.compile(
    r"</?(?:system|developer|assistant|instructions?|context)\b[^>]*>|<(script|style)\b.*",
    re.IGNORECASE | re.DOTALL,
)


def sanitise(run: Run) -> None:
    """Fill `text` and `context`; raises `QuestionError` for what can't be taken."""
    question, tools = run.question, run.tools
    text = check_text(question.text, longest=tools.settings.max_question)
    if question.language is not None and question.language not in tools.city.languages:
        raise QuestionError(ProblemCode.UNKNOWN_LANGUAGE)
    # Markup is nothing that a person asks; what stands between the tags may be.
    run.text = " ".join((_MARKUP.sub(" ", text).strip() or _TAG.sub(" ", text)).split())
    if not run.text:
        raise QuestionError(ProblemCode.EMPTY)
    if question.context:
        run.context = tools.tokens.open(question.context, city=tools.city.id)
