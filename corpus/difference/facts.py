"""Pairs the facts of two versions of a document, so that a new fee stands beside the one it replaces."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from pydantic import BaseModel, ConfigDict, Field

from corpus.records import Document, Fact, FactKind

_DIGITS = re.compile(r"\d+")
_NAMES = {
    FactKind.FEE: "Gebühr",
    FactKind.DEADLINE: "Frist",
    FactKind.DURATION: "Dauer",
    FactKind.DOCUMENT: "Unterlage",
    FactKind.HOURS: "Öffnungszeit",
    FactKind.TELEPHONE: "Telefon",
    FactKind.EMAIL: "E-Mail",
    FactKind.ADDRESS: "Anschrift",
    FactKind.FORM: "Formular",
    FactKind.ONLINE: "Online-Dienst",
    FactKind.PAYMENT: "Zahlungsart",
    FactKind.ACCESSIBILITY: "Barrierefreiheit",
    FactKind.NOTICE: "Hinweis",
}


class FactChange(BaseModel):
    """A value that changed; `old` is None for one that is new, `new` for one that went."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    kind: FactKind
    label: str = ""
    old: str | None = Field(default=None, description="as printed")
    new: str | None = Field(default=None, description="as printed")

    def sentence(self) -> str:
        """The change in German: "Gebühr (ab 24 Jahren): 37,00 Euro → 46,00 Euro"."""
        name = f"{_NAMES[self.kind]} ({self.label})" if self.label else _NAMES[self.kind]
        if self.old is None:
            return f"{name}: neu {self.new}"
        if self.new is None:
            return f"{name}: {self.old} entfällt"
        return f"{name}: {self.old} → {self.new}"


def changed_facts(old: Document, new: Document) -> tuple[FactChange, ...]:
    """The facts in which two versions differ, fees, deadlines and hours before the rest.

    A fact that only moved to another section hasn't changed. What is left of the old ones is paired with what
    is left of the new ones by what they are about: kind and label, then the words around the value, then the
    place, where a section has one of a kind before and after.
    """
    before, after = _without_common(old.facts, new.facts)
    pairs: list[tuple[Fact, Fact]] = []
    for key in (_by_label, _by_words, _by_place(old, new)):
        pairs.extend(_paired(before, after, key))
    changes = [
        FactChange(kind=new.kind, label=new.label, old=_shown(old), new=_shown(new)) for old, new in pairs
    ]
    changes.extend(FactChange(kind=one.kind, label=one.label, new=_shown(one)) for one in after)
    changes.extend(FactChange(kind=one.kind, label=one.label, old=_shown(one)) for one in before)
    order = list(FactKind)
    return tuple(sorted(changes, key=lambda change: order.index(change.kind)))


def _without_common(old: Iterable[Fact], new: Iterable[Fact]) -> tuple[list[Fact], list[Fact]]:
    before, after = list(old), list(new)
    common = Counter(map(_meaning, before)) & Counter(map(_meaning, after))
    return _left(before, common), _left(after, common)


def _left(facts: Iterable[Fact], common: Counter[tuple[object, ...]]) -> list[Fact]:
    taken = common.copy()
    rest = []
    for fact in facts:
        if taken[_meaning(fact)]:
            taken[_meaning(fact)] -= 1
        else:
            rest.append(fact)
    return rest


def _meaning(fact: Fact) -> tuple[object, ...]:
    return (fact.kind, fact.label, fact.value, fact.amount, fact.osm, fact.url, fact.reduced,
            fact.valid_from, fact.valid_until)  # fmt: skip


_Key = Callable[[Fact], tuple[object, ...] | None]


def _by_label(fact: Fact) -> tuple[object, ...] | None:
    return (fact.kind, fact.label, fact.reduced) if fact.label else None


def _by_words(fact: Fact) -> tuple[object, ...] | None:
    return (fact.kind, _DIGITS.sub("0", fact.words))


def _by_place(old: Document, new: Document) -> _Key:
    headings = {id(fact): _heading(document, fact) for document in (old, new) for fact in document.facts}
    return lambda fact: (fact.kind, headings[id(fact)])


def _heading(document: Document, fact: Fact) -> str:
    if fact.section >= len(document.sections):
        return ""
    section = document.sections[fact.section]
    return f"{section.kind} {section.heading}"


def _paired(before: list[Fact], after: list[Fact], key: _Key) -> Iterator[tuple[Fact, Fact]]:
    """Take out and give the pairs whose key occurs exactly once on both sides."""
    unique_before, unique_after = _unique(before, key), _unique(after, key)
    for found in [one for one in unique_before if one in unique_after]:
        pair = unique_before[found], unique_after[found]
        before[:] = [one for one in before if one is not pair[0]]
        after[:] = [one for one in after if one is not pair[1]]
        yield pair


def _unique(facts: Iterable[Fact], key: _Key) -> dict[tuple[object, ...], Fact]:
    keyed = [(found, fact) for fact in facts if (found := key(fact)) is not None]
    count = Counter(found for found, _ in keyed)
    return {found: fact for found, fact in keyed if count[found] == 1}


def _shown(fact: Fact) -> str:
    if fact.kind in (FactKind.FORM, FactKind.ONLINE) and fact.url:
        return f"{fact.value} ({fact.url})"
    return fact.value
