"""Checks a generated sentence against the source lines that it names.

Rule-based, without a second model. One cited line must carry the whole claim: every value, noun and link, the
same negations, conditions and modal verbs, and most of the other content words. Where that line says several
things of one kind, each must keep its own words. What can't be shown to be carried is not released.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.verify.claims import claims, contrasts, is_plain, several_values
from bot.verify.marks import (
    WORD,
    Mark,
    MarkKind,
    Statement,
    is_common,
    is_turning,
    read_statement,
    subject_words,
)
from bot.verify.markup import has_foreign_markup
from bot.verify.verdict import Verdict
from corpus.analysis.tokens import grams, stem, stems, stopwords, words
from corpus.values.normalise import carries

_LONGEST = 300
_VERB_FIRST = re.compile(r"\s*\w+\s+Sie\b")
_ADDRESS = frozenset({"sie", "ihr", "ihre", "ihren", "ihrem", "ihrer", "ihnen"})
_CONTENT_SHARE = 0.75
_GRAM_SHARE = 0.6


def verify_sentence(sentence: str, sources: Sequence[str]) -> Verdict:
    """Check `sentence` against the lines that it cites; no cited line carries nothing."""
    source = "\n".join(sources)
    if not sources or not sentence.strip():
        return Verdict(False, "no source" if not sources else "empty")
    if len(sentence) > _LONGEST:
        return Verdict(False, "too long")
    if has_foreign_markup(sentence, source):
        return Verdict(False, "markup or link")
    missing = carries(source, sentence)
    if missing:
        return Verdict(False, f"value {missing[0].kind}")
    said = read_statement(sentence)
    return _best(_against_line(said, line, source) for line in _nearest_first(sentence, sources))


def _against_line(said: Statement, line: str, source: str) -> Verdict:
    whole, *items = claims(line)
    return _best(
        [
            _carried(said, whole, source, part=False),
            *(_carried(said, one, source, part=True) for one in items),
        ]
    )


def _best(verdicts: Iterable[Verdict]) -> Verdict:
    """The first that carries, else the first of all."""
    tried: list[Verdict] = []
    for verdict in verdicts:
        if verdict.carried:
            return verdict
        tried.append(verdict)
    return tried[0]


def _nearest_first(sentence: str, sources: Sequence[str]) -> list[str]:
    asked = set(stems(sentence))
    lines = sorted(sources, key=lambda line: -len(asked & set(stems(line))))
    # Lines that only name things ("Personalausweis", "Passfoto") can't contradict each other.
    if len(lines) > 1 and all(is_plain(read_statement(line)) for line in lines):
        lines.append("\n".join(sources))
    return lines


def _carried(said: Statement, claim: Statement, source: str, *, part: bool) -> Verdict:
    """Whether `claim` (a line, or with `part` an item of it) carries all that is said."""
    missing = carries(claim.text, said.text)
    if missing:
        return Verdict(False, f"value {missing[0].kind}")
    for kind in (MarkKind.NEGATION, MarkKind.CONDITION):
        if said.count(kind) != claim.count(kind):
            return Verdict(False, kind.value)
    if set(said.count(MarkKind.MODAL)) != set(claim.count(MarkKind.MODAL)):
        return Verdict(False, "modal")
    content = _content_carried(said.text, claim.text, source)
    if not content.carried:
        return content
    return _joined_alike(said, claim, part=part)


def _joined_alike(said: Statement, claim: Statement, *, part: bool) -> Verdict:
    """Whether each value and negation stays with the words that it has in `claim`."""
    if contrasts(claim) and said.marks != claim.marks:
        return Verdict(False, "order")
    own, kept = subject_words(claim.text), subject_words(said.text)
    if several_values(claim) and [word for word in kept if word in own] != own:
        return Verdict(False, "order")
    if part and (_unordered(said.marks) != _unordered(claim.marks) or not set(own) <= set(kept)):
        return Verdict(False, "part")
    return Verdict(True)


def _unordered(marks: Sequence[Mark]) -> list[str]:
    return sorted(mark.text for mark in marks)


def _content_carried(sentence: str, claim: str, source: str) -> Verdict:
    own, cited = _Vocabulary.of(claim), _Vocabulary.of(source)
    content = carried = 0
    verb_first = _VERB_FIRST.match(sentence) is not None
    for index, match in enumerate(WORD.finditer(sentence)):
        printed = match.group()
        folded = words(printed)
        if not folded or folded[0] in stopwords() or folded[0] in _ADDRESS or is_turning(printed):
            continue
        verb = index == 0 and verb_first
        common = is_common(printed)
        ok = own.knows(folded) or (common and cited.knows(folded))
        # A word of another line or item has been put where it doesn't belong.
        if not ok and not common and cited.knows(folded):
            return Verdict(False, "other claim")
        # German writes nouns and names with a capital: an invented one is an invented thing.
        if not ok and printed[0].isupper() and not verb and not (common and index == 0):
            return Verdict(False, "noun")
        content += 1
        carried += ok
    if content and carried / content < _CONTENT_SHARE:
        return Verdict(False, "content")
    return Verdict(True)


@dataclass(frozen=True)
class _Vocabulary:
    """The stems of a text and the 5-grams of its long stems."""

    stems: frozenset[str]
    grams: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "_Vocabulary":
        known = frozenset(stem(word) for word in words(text))
        return cls(known, frozenset(gram for one in known for gram in grams(one)))

    def knows(self, folded: Sequence[str]) -> bool:
        """Whether all parts of a word are known, or nearly, as parts of compounds are."""
        return all(one in self.stems or self._nearly(one) for one in map(stem, folded))

    def _nearly(self, one: str) -> bool:
        parts = grams(one)
        return bool(parts) and sum(gram in self.grams for gram in parts) / len(parts) >= _GRAM_SHARE
