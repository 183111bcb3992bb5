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
# "und für Kinder?", "Was kostet ein Kinderausweis?": one of an age that every class for children holds.
_CHILDREN = re.compile(
    r"\bkind(?!er(?:geld|garten|zuschlag|tages|betreuung))\w*|\bbaby|\bsäugling"
    r"|\bmein(?:e[nr]?)? (?:sohn|tochter)\b|\bchild(?!care)|\bkids?\b|\bmy (?:son|daughter)\b|çocu[kğ]"
    r"|дит(?:ин|ей)|дет(?:и|ей|ям|ск)|ребен|ребён|طفل|أطفال|dzieck|dzieci",
    re.IGNORECASE,
)
_ALSO_ME = re.compile(r"\b(?:mich|mir|uns|wir|ich)\b|\b(?:me|us)\b", re.IGNORECASE)
_CHILD = 10
_FITS = 100.0


def nearest_first(run: Run, found: Sequence[Fact]) -> list[Fact]:
    """`found` with what the question names first: the class of an age, the words of a label.

    Where it tells one age, or asks for children, what is for other ages only is left out; nothing else is.
    The rest keeps the page's order. Where there are too many to show (more than `max_facts`), those go
    before whose words are nearest to the question.
    """
    age = _age(run.text)
    found = _of_age(found, age)
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
    """The age that `text` tells, or that of a child where it asks for children; None where it isn't one."""
    told = {int(one or other) for one, other in _AGE_ASKED.findall(text)}
    if told:
        return told.pop() if len(told) == 1 else None
    both = _ADULTS.search(text) or _ALSO_ME.search(text)
    return _CHILD if _CHILDREN.search(text) and not both else None


def _of_age(found: Sequence[Fact], age: int | None) -> Sequence[Fact]:
    """Without the facts for other ages, where there are some for this one."""
    if age is None or not any(_is_for(fact, age) for fact in found):
        return found
    return [fact for fact in found if _is_for(fact, age) is not False]


def _fits(fact: Fact, age: int | None) -> bool:
    """Whether a fact is for a class of ages that holds `age`."""
    return age is not None and bool(_is_for(fact, age))


def _is_for(fact: Fact, age: int) -> bool | None:
    """Whether a fact is for a class of ages that holds `age`; None where it is for no such class."""
    label = fact.label or fact.words
    if _ADULTS.search(label) and _MINORS.search(label):
        return None
    between, start, end = _BETWEEN.search(label), _FROM.search(label), _BELOW.search(label)
    if between:
        return int(between[1]) <= age <= int(between[2])
    if start or end:
        return (not start or int(start[1]) <= age) and (not end or age < int(end[1]))
    if _ADULTS.search(label) or _MINORS.search(label):
        return bool(_ADULTS.search(label)) == (age >= _ADULT)
    return None


def _shared(run: Run, fact: Fact) -> float:
    """How much of the question a label names, in rarity; what all labels share or "neu" moves nothing."""
    if fact.kind is FactKind.DOCUMENT:
        return 0.0
    # What the page is about is in every label that says the name again ("vorläufiger Personalausweis").
    told = set(stems(fact.label)) - set(stems(run.document.title if run.document else "")) - filler_stems()
    return sum(run.reading.stems.get(stem, 0.0) for stem in told)
