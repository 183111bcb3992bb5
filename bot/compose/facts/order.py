"""Brings the facts that fit the question best to the front; none is left out for not fitting."""

import re
from collections.abc import Sequence

from bot.run import Run
from corpus.analysis.tokens import stems
from corpus.analysis.topic import filler_stems
from corpus.records import Fact, FactKind

_AGE_ASKED = re.compile(
    r"\b(?:bin|ist|wird|werde|mit|über|unter|ab) (\d{1,3})\b(?! ?(?:euro|€|tage|wochen|monate|personen))"
    r"|\b(\d{1,3})[- ]?(?:jähr|jahre alt|years? old|bin\b|ist\b|wird\b|werde\b)",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:ab|über|mindestens|nach vollendung des|aged)\s(?:dem\s)?(\d{1,3})\b", re.IGNORECASE)
_BELOW = re.compile(r"\b(?:unter|bis(?: zum| unter)?|jünger als|under)\s(\d{1,3})\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(\d{1,3})\s?(?:–|-|bis)\s?(\d{1,3})\s(?:jahre|years)", re.IGNORECASE)
_ADULT = 18
_ADULTS = re.compile(r"\berwachsene|\badults?\b|\bvolljährig", re.IGNORECASE)
_MINORS = re.compile(r"\bminderjährig|\bkind(?:er)?\b|\bjugendliche|\bchild", re.IGNORECASE)
_FITS = 100.0


def nearest_first(run: Run, found: Sequence[Fact]) -> list[Fact]:
    """`found` with what the question names first: the class of an age, the words of a label.

    The rest keeps the page's order. Where there are too many to show (more than `max_facts`), those go
    before whose words are nearest to the question.
    """
    age = _age(run.text)
    ranks = [_FITS * _fits(fact, age) + _shared(run, fact) for fact in found]
    if len(found) > run.tools.settings.max_facts and found[0].kind is not FactKind.DOCUMENT:
        question, embedder = run.reading, run.tools.reader.embedder
        cosines = embedder.embed_passages([f"{fact.label} {fact.words}" for fact in found]) @ question.vector
        shown = sorted(range(len(found)), key=lambda i: (-ranks[i], -float(cosines[i])))
        kept = sorted(shown[: run.tools.settings.max_facts])
    else:
        kept = list(range(len(found)))
    return [found[i] for i in sorted(kept, key=lambda i: -ranks[i])]


def _age(text: str) -> int | None:
    match = _AGE_ASKED.search(text)
    return int(match[1] or match[2]) if match else None


def _fits(fact: Fact, age: int | None) -> bool:
    """Whether a fact is for a class of ages that holds `age`."""
    if age is None:
        return False
    label = fact.label or fact.words
    between, start, end = _BETWEEN.search(label), _FROM.search(label), _BELOW.search(label)
    if between:
        return int(between[1]) <= age <= int(between[2])
    if start or end:
        return (not start or int(start[1]) <= age) and (not end or age < int(end[1]))
    if _ADULTS.search(label) or _MINORS.search(label):
        return bool(_ADULTS.search(label)) == (age >= _ADULT)
    return False


def _shared(run: Run, fact: Fact) -> float:
    """How much of the question a label names, in rarity; what all labels share or "neu" moves nothing."""
    if fact.kind is FactKind.DOCUMENT:
        return 0.0
    # What the page is about is in every label that says the name again ("vorläufiger Personalausweis").
    told = set(stems(fact.label)) - set(stems(run.document.title if run.document else "")) - filler_stems()
    return sum(run.reading.stems.get(stem, 0.0) for stem in told)
