"""Suggests follow-up questions that the document can really answer."""

from bot.run import Run
from bot.texts import say, texts
from bot.understanding.aspects import all_aspects

_MOST = 3


def suggest(run: Run) -> None:
    """Fill `suggestions` with aspects that the document has a section for and that weren't asked."""
    if run.document is None or run.ended:
        return
    told = {aspect.name for aspect in run.aspects}
    kinds = {section.kind for section in run.document.sections}
    for name, aspect in all_aspects().items():
        if name in told or not aspect.kinds or aspect.kinds[0] not in kinds:
            continue
        if f"suggest.{name}" in texts(run.language) and len(run.suggestions) < _MOST:
            run.suggestions.append(say(f"suggest.{name}", run.language))
