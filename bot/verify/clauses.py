"""The clauses of a text, with what each states: words, values with their limits, negations, modal verbs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.verify.marks import MarkKind, blanked, is_turning, read_statement
from bot.verify.synonyms import is_light
from corpus.analysis.tokens import stem, stopwords, words
from corpus.values.normalise import found_in
from corpus.values.quantities import duration_in_least_unit
from corpus.values.value import Found, Value, ValueKind

_CUT = re.compile(
    r"[.;?!](?=\s|$)|,(?=\s)(?!\s(?:wann|wo|wie|was|warum|ob|wer|wem|wen|dass)\b)|\s[-–—]\s|"
    r"\s(?:und|oder|sowie|aber|sondern|jedoch|während|wenn|falls)\s"
)
_RANGE = re.compile(r"\s?(?:bis(?: zu| einschließlich)?|–|-|—)\s?(?:zum?\s)?(?:einschließlich\s)?|\sund\s")
_LIMIT = re.compile(
    r"\b(ab|unter|über|bis(?: zu| zum)?|mindestens|wenigstens|höchstens|maximal|spätestens|frühestens|"
    r"mehr als|weniger als|länger als|kürzer als|älter als|jünger als|innerhalb|binnen|vor|nach|"
    r"seit)\s(?:\w+\s){0,2}$|\b(in)\s$",
    re.IGNORECASE,
)
_ALIKE = {
    "wenigstens": "mindestens",
    "maximal": "höchstens",
    "binnen": "innerhalb",
    "bis zu": "bis",
    "bis zum": "bis",
}
_LISTED = re.compile(r"\s(?:und|oder|sowie)\s")
_ASKING = re.compile(r"\b(?:wann|wo|wie|was|warum|ob|wer|wem|wen)$")
_NAMES = re.compile(
    r"[\s,.;]*(?:(?:und|oder|sowie)\s)?(?:(?:d(?:er|ie|as|en|em|es)|ein(?:e[nmrs]?)?|Ein(?:e[nmrs]?)?|Ihr(?:e[nmrs]?)?)\s)?"
    r"(?:[a-zäöüß]+e[nmrs]?\s)?[A-ZÄÖÜ][\wäöüß-]+"
)
_WITHOUT = "without"
_COUNTED = re.compile(r"\s([A-ZÄÖÜ][\wäöüß-]+)")
_WORD = re.compile(r"[A-Za-zÄÖÜäöüß][\wäöüß-]*")


@dataclass(frozen=True, slots=True)
class ValueMark:
    """A value, or both ends of a range, with the limit before it ("unter" 24 years).

    `counts` is the stem of what a bare number counts ("28 Wahllokale"), empty for other values.
    """

    kind: ValueKind
    values: tuple[Value, ...]
    limit: str
    counts: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """What a clause says: stems of its words (`names`: with a capital), and what turns their meaning.

    `words` and `names` may be those of the clause before; `own` are the words of this one. It goes on with
    what the one before it says (`joined`) where "und" or "oder" stands between.
    """

    words: frozenset[str]
    own: frozenset[str]
    names: frozenset[str]
    values: tuple[ValueMark, ...]
    negated: bool
    modals: frozenset[str]
    joined: bool


@lru_cache(maxsize=2048)
def clauses_of(text: str) -> tuple[Clause, ...]:
    """The clauses of `text`; one without a name of its own goes on with those of the one before it."""
    places = _joined(text, found_in(text))
    clauses: list[Clause] = []
    for start, end in _spans(text, places):
        clause = _clause(text, start, end, places)
        if clause.words or clause.values:
            if not clause.names and clauses:
                before = clauses[-1].names
                clause = replace(clause, words=clause.words | before, names=before)
            clauses.append(clause)
    return tuple(clauses)


def crowded(text: str) -> bool:
    """Whether a clause of `text` states several values of a kind, which only their order keeps apart."""
    return any(len({mark.kind for mark in one.values}) < len(one.values) for one in clauses_of(text))


def content_stems(text: str) -> frozenset[str]:
    """The stems of the words of `text` that say something; without values, modal verbs and light words."""
    return frozenset(
        one
        for word in _WORD.findall(text)
        if not is_turning(word)
        for part in words(word)
        if part not in stopwords() and not is_light(one := stem(part))
    )


def _clause(text: str, start: int, end: int, places: list[Found]) -> Clause:
    inside = [one for one in places if start <= one.start < end]
    marks = tuple(_value_mark(text, one, places) for one in inside)
    bare = blanked(text[start:end], inside, start=start)
    statement = read_statement(text[start:end])
    found = content_stems(bare)
    names = frozenset(stem(part) for word in _WORD.findall(bare) if word[0].isupper() for part in words(word))
    return Clause(
        words=found,
        own=found,
        names=names & found,
        values=marks,
        # "Ohne Ausweis" negates its noun and not what is said in the clause.
        negated=any(name != _WITHOUT for name in statement.count(MarkKind.NEGATION)),
        modals=frozenset(statement.count(MarkKind.MODAL)),
        joined=bool(_LISTED.match(text, start)),
    )


def _value_mark(text: str, one: Found, places: Sequence[Found]) -> ValueMark:
    # "Ab 24 Jahren 46 Euro": the limit is of the first value.
    before = max([one.start - 40, 0, *(other.end for other in places if other.end <= one.start)])
    match = _LIMIT.search(text[before : one.start])
    limit = (match[1] or match[2]).lower() if match else ""
    values = tuple(_comparable(value) for value in one.values)
    counted = _COUNTED.match(text, one.end) if one.values[0].kind is ValueKind.NUMBER else None
    counts = " ".join(stem(part) for part in words(counted[1])) if counted else ""
    return ValueMark(one.values[0].kind, values, _ALIKE.get(limit, limit), counts)


def _comparable(value: Value) -> Value:
    return duration_in_least_unit(value) if value.kind is ValueKind.DURATION else value


def _joined(text: str, found: Sequence[Found]) -> list[Found]:
    """`found` with both ends of a range as one place: "zwischen 10 und 20 Euro"."""
    joined: list[Found] = []
    for one in found:
        last = joined[-1] if joined else None
        if last is not None and last.values[0].kind is one.values[0].kind:
            between = _RANGE.fullmatch(text, last.end, one.start)
            zwischen = re.search(r"\bzwischen\s$", text[: last.start])
            if between and (zwischen or "und" not in between[0]):
                joined[-1] = Found(last.start, one.end, last.values + one.values)
                continue
        joined.append(one)
    return joined


def _spans(text: str, places: list[Found]) -> list[tuple[int, int]]:
    cuts: list[int] = []
    for match in _CUT.finditer(text):
        if _ASKING.search(text, last := cuts[-1] if cuts else 0, match.start()):
            continue
        inside = any(one.start <= match.start() < one.end for one in places)
        # "Papier und Gelbe Tonne holen wir …" is one clause.
        listing = _LISTED.fullmatch(match[0]) and _NAMES.fullmatch(text, last, match.start())
        if not inside and not (listing and not any(last <= one.start < match.start() for one in places)):
            cuts.append(match.start())
    return list(zip([0, *cuts], [*cuts, len(text)], strict=True))
