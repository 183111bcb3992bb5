"""Checks a generated sentence against the source lines that it names.

Rule-based, without a second model: every value (amount, date, time, number, telephone number, paragraph),
every noun, link and negation must be carried by the source, and most of the other content words. What can't
be shown to be carried is not released.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.analysis.tokens import grams, stem, stems, stopwords, words
from corpus.values.normalise import carries

_LONGEST = 300
_MARKUP = re.compile(
    r"<[a-z/!]|\]\(|https?://|www\.|[`{}|\\]|\*\*|[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e]",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(nicht|nichts|kein\w*|nie|niemals|niemand\w*|ohne|weder|außer|ausgenommen|un(?:möglich|zulässig|gültig))\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(nur|ausschließlich|mindestens|höchstens|ab|bis|unter|über|wenn|falls|sofern|spätestens)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-zÄÖÜäöüß][\wäöüß-]*")
_ADDRESS = frozenset({"sie", "ihr", "ihre", "ihren", "ihrem", "ihrer", "ihnen"})
_CONTENT_SHARE = 0.75
_GRAM_SHARE = 0.6


@dataclass(frozen=True)
class Verdict:
    """Whether the sentence is carried; `reason` says what isn't (for figures and tests, not for citizens)."""

    carried: bool
    reason: str = ""


def verify_sentence(sentence: str, sources: Sequence[str]) -> Verdict:
    """Check `sentence` against the lines that it cites; no cited line carries nothing."""
    source = "\n".join(sources)
    if not sources or not sentence.strip():
        return Verdict(False, "no source" if not sources else "empty")
    if len(sentence) > _LONGEST:
        return Verdict(False, "too long")
    if _MARKUP.search(sentence) and not _MARKUP.search(source):
        return Verdict(False, "markup or link")
    missing = carries(source, sentence)
    if missing:
        return Verdict(False, f"value {missing[0].kind}")
    if _negations(sentence) != _nearest_negations(sentence, sources):
        return Verdict(False, "negation")
    if not _conditions(sentence) <= _conditions(source):
        return Verdict(False, "condition")
    return _content_carried(sentence, source)


def _negations(text: str) -> bool:
    return bool(_NEGATION.search(text))


def _nearest_negations(sentence: str, sources: Sequence[str]) -> bool:
    asked = set(stems(sentence))
    nearest = max(sources, key=lambda line: len(asked & set(stems(line))))
    return _negations(nearest)


def _conditions(text: str) -> set[str]:
    return {match.lower() for match in _CONDITION.findall(text)}


def _content_carried(sentence: str, source: str) -> Verdict:
    known = {stem(word) for word in words(source)}
    known_grams = {gram for one in known for gram in grams(one)}
    content = carried = 0
    for index, match in enumerate(_WORD.finditer(sentence)):
        printed = match.group()
        folded = words(printed)
        if not folded or folded[0] in stopwords() or folded[0] in _ADDRESS:
            continue
        ok = all(_known(stem(part), known, known_grams) for part in folded)
        # German writes nouns and names with a capital: an invented one is an invented thing.
        if not ok and index > 0 and printed[0].isupper():
            return Verdict(False, "noun")
        content += 1
        carried += ok
    if content and carried / content < _CONTENT_SHARE:
        return Verdict(False, "content")
    return Verdict(True)


def _known(one: str, known: set[str], known_grams: set[str]) -> bool:
    if one in known:
        return True
    parts = grams(one)
    return bool(parts) and sum(gram in known_grams for gram in parts) / len(parts) >= _GRAM_SHARE
