"""What turns the meaning of a statement: its values, negations, conditions and modal verbs, in order."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from corpus.analysis.tokens import stem, stopwords, words
from corpus.values.normalise import found_in
from corpus.values.value import Found, Value, ValueKind


class MarkKind(StrEnum):
    """What a mark does to the statement it stands in."""

    VALUE = "value"
    NEGATION = "negation"
    CONDITION = "condition"
    MODAL = "modal"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as comparable text, such as `modal` "must"."""

    kind: MarkKind
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A text with its marks in order."""

    text: str
    marks: tuple[Mark, ...]
    values: tuple[Value, ...]

    def count(self, kind: MarkKind) -> Counter[str]:
        """How often each mark of `kind` is stated."""
        return Counter(mark.text for mark in self.marks if mark.kind is kind)

    def kinds(self) -> Counter[ValueKind]:
        """How many values of each kind are stated; "Mo–Fr" is five."""
        return Counter(value.kind for value in self.values)


# One class where German says the same in two ways: "keine Gebühr wird erhoben", "Gebühr wird nicht erhoben".
_NEGATIONS = {
    "without": r"ohne",
    "except": r"außer|ausgenommen\w*",
    "not": r"nicht|nichts|kein\w*|nie|niemals|niemand\w*|weder|nirgend\w*|keinesfalls|keineswegs|"
    r"un(?:möglich|zulässig|gültig|vollständig)\w*|fehl(?:t|en|end\w*)|verboten\w*|untersagt\w*|ausgeschlossen\w*",
}
_CONDITIONS = {
    "only": r"nur|ausschließlich\w*|lediglich",
    "at least": r"mindestens|wenigstens",
    "at most": r"höchstens|maximal\w*",
    "from": r"ab",
    "under": r"unter",
    "over": r"über",
    "until": r"bis",
    "if": r"wenn|falls|sofern|soweit|solange",
    "except": r"außer|ausgenommen\w*",
    "latest": r"spätestens",
    "earliest": r"frühestens",
}
_JOINED = "ab|an|auf|aus|bei|durch|ein|fest|her|hin|mit|nach|nieder|über|um|vor|weg|weiter|zurück"
_MODALS = {
    # "Sollte das nicht gelingen, …" is a condition.
    "must": r"muss|muß|musst|müsst|müssen|müsse|müsste\w*|soll|sollst|sollt|sollen|"
    r"(?<![.;:?!] )(?<!^)sollte\w*|"
    r"(?:haben|hat|ist|sind)\b[^.,;:]*?\b"
    rf"(?:(?<!bis )zu\s[a-zäöüß]+(?:en|ern|eln)|(?:{_JOINED})zu[a-zäöüß]+n)",
    # What one may do one can do, and the other way round: officials take one for the other.
    "can": r"kann|kannst|könnt|können|könne|könnte\w*|möglich|geht(?= nicht\b)|"
    r"darf|darfst|dürft|dürfen|dürfe|dürfte\w*|erlaubt|zulässig|gestattet",
}
_PATTERNS = tuple(
    (kind, name, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE))
    for kind, group in (
        (MarkKind.NEGATION, _NEGATIONS),
        (MarkKind.CONDITION, _CONDITIONS),
        (MarkKind.MODAL, _MODALS),
    )
    for name, pattern in group.items()
)
# That something costs nothing turns a statement like a negation, however it is said.
_FREE = (Value(ValueKind.AMOUNT, "0 EUR"),)
WORD = re.compile(r"[A-Za-zÄÖÜäöüß][\wäöüß-]*")
# What names no subject: it may be added or left out without changing whom or what a value belongs to.
_COMMON = frozenset(
    stem(word)
    for word in (
        *(
            "gebuhr",
            "gebuhren",
            "kosten",
            "preis",
            "betrag",
            "hohe",
            "euro",
            "eur",
            "uhr",
            "person",
            "personen",
        ),
        *("jahr", "jahre", "jahren", "jahrig", "monat", "monate", "woche", "wochen", "tag", "tage"),
        *("sie", "ihr", "ihre", "ihren", "ihrem", "ihrer", "ihnen"),
    )
)


@lru_cache(maxsize=4096)
def read_statement(text: str) -> Statement:
    """The marks of `text` in order; "bis" inside a value ("8 bis 12 Uhr") is none."""
    placed: list[tuple[int, Mark]] = []
    found = found_in(text)
    bare = blanked(text, found)
    for one in found:
        placed.extend(
            (one.start, Mark(MarkKind.VALUE, f"{value.kind}:{value.canonical}")) for value in one.values
        )
        if one.values == _FREE:
            placed.append((one.start, Mark(MarkKind.NEGATION, "free")))
    for kind, name, pattern in _PATTERNS:
        placed.extend((match.start(), Mark(kind, name)) for match in pattern.finditer(bare))
    placed.extend((match.start(), noun) for match in WORD.finditer(bare) if (noun := _noun(match.group())))
    marks = tuple(mark for _, mark in sorted(placed, key=lambda entry: entry[0]))
    return Statement(text, marks, tuple(value for one in found for value in one.values))


@lru_cache(maxsize=8192)
def is_common(word: str) -> bool:
    """Whether `word` (as printed) names no subject: "Gebühr", "Jahre", "Sie", "Ausschließlich"."""
    return is_turning(word) or all(part in stopwords() or stem(part) in _COMMON for part in words(word))


@lru_cache(maxsize=8192)
def is_turning(word: str) -> bool:
    """Whether `word` is itself a negation, a condition or a modal verb."""
    return any(pattern.fullmatch(word) for _, _, pattern in _PATTERNS)


def subject_words(text: str) -> list[str]:
    """The stems of the words of `text` that say of whom or what it speaks, in order; without its values."""
    telling = (word for word in WORD.findall(blanked(text, found_in(text))) if not is_common(word))
    return [stem(part) for word in telling for part in words(word)]


def blanked(text: str, places: Iterable[Found], *, start: int = 0) -> str:
    """`text` with blanks in these places of a whole that it begins in at `start`; all else stays in place."""
    for one in places:
        text = text[: one.start - start] + " " * (one.end - one.start) + text[one.end - start :]
    return text


def _noun(printed: str) -> Mark | None:
    if not printed[0].isupper() or is_common(printed):
        return None
    return Mark(MarkKind.NOUN, " ".join(stem(part) for part in words(printed)))
