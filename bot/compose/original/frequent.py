"""Of a page of frequent questions, the one that is asked: its answer alone is the answer."""

import re

from bot.run import Run
from corpus.analysis.tokens import stems
from corpus.records import Document, DocumentKind

_FREQUENT = re.compile(
    r"\bhäufige?\w* (?:gestellte )?fragen|\bfaqs?\b|\bfragen und antworten\b", re.IGNORECASE
)
_LEAST_SHARE = 0.4
_FEWEST = 3


def frequent_question(run: Run, document: Document) -> int | None:
    """The section whose heading asks what is asked; None where none does, or it is another kind of page."""
    if not _is_frequent(document):
        return None
    own = set(stems(run.text))
    asked = {stem: weight for stem, weight in run.reading.stems.items() if stem in own}
    whole = sum(asked.values())
    if not whole:
        return None
    shares = [
        sum(asked.get(one, 0.0) for one in set(stems(part.heading))) / whole if part.text.strip() else 0.0
        for part in document.sections
    ]
    best = max(range(len(shares)), key=shares.__getitem__, default=None)
    return best if best is not None and shares[best] >= _LEAST_SHARE else None


def _is_frequent(document: Document) -> bool:
    questions = sum(part.heading.endswith("?") for part in document.sections)
    return questions >= _FEWEST and (
        document.kind is DocumentKind.FAQ or bool(_FREQUENT.search(document.title))
    )
