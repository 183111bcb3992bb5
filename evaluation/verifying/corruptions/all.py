"""Every kind of corruption by name, and the cases that they make of a pool of sentences."""

from collections.abc import Callable, Iterator
from functools import partial
from random import Random

from corpus.values.value import ValueKind
from evaluation.verifying.case import Case
from evaluation.verifying.corruptions import content, logic
from evaluation.verifying.corruptions.values import changed_value, outdated_year
from evaluation.verifying.rewording import reworded
from evaluation.verifying.sources import Page, Pool, Source

Change = Callable[[str, Random], str | None]

_VALUES = {
    "changed amount": {ValueKind.AMOUNT},
    "changed number": {ValueKind.NUMBER, ValueKind.ORDINAL, ValueKind.CODE},
    "changed period or measure": {ValueKind.DURATION, ValueKind.MEASURE, ValueKind.PERCENT},
    "changed date": {ValueKind.DATE},
    "changed time": {ValueKind.TIME},
    "changed weekday": {ValueKind.WEEKDAY},
    "changed telephone number": {ValueKind.TELEPHONE},
    "changed e-mail or link": {ValueKind.EMAIL, ValueKind.LINK},
    "changed paragraph": {ValueKind.PARAGRAPH},
}
_LOGIC: dict[str, Change] = {
    "dropped negation": logic.dropped_negation,
    "added negation": logic.added_negation,
    "dropped condition": logic.dropped_condition,
    "wrong condition": logic.wrong_condition,
    "changed comparison": logic.changed_comparison,
    "changed modality": logic.changed_modality,
    "changed quantifier": logic.changed_quantifier,
    "opposite word": logic.opposite_word,
    "swapped roles": content.swapped_roles,
    "invented detail": content.invented_detail,
}
FACTS = frozenset({*_VALUES, "outdated year", "swapped office"})
"""The kinds that change a fact: a value or the office in charge."""


def corrupted(pool: Pool, most: int) -> Iterator[Case]:
    """At most `most` cases of each kind, always the same ones."""
    for kind, kinds in _VALUES.items():
        yield from _each(kind, pool, most, partial(_changed, frozenset(kinds)))
    yield from _each("outdated year", pool, most, outdated_year)
    yield from _each("swapped office", pool, most, content.swapped_office)
    for kind, change in _LOGIC.items():
        yield from _each(kind, pool, most, change)
    yield from _each("changed list member", pool, most, lambda t, rng: content.changed_member(t, pool, rng))
    yield from _each_source(
        "mixed services", pool, most, lambda s, _, rng: content.mixed_services(s, pool, rng)
    )
    yield from _cited("wrong citation", pool, most, keep=False)
    yield from _cited("useless citation", pool, most, keep=True)


def _changed(kinds: frozenset[ValueKind], text: str, rng: Random) -> str | None:
    return changed_value(text, kinds, rng)


def _each(kind: str, pool: Pool, most: int, change: Change) -> Iterator[Case]:
    """Every other one is a rewording that has been corrupted, where the sentence can be reworded."""

    def of_source(source: Source, _: Page, rng: Random) -> str | None:
        said = reworded(source.text, rng) if rng.random() < 0.5 else None
        return change(said or source.text, rng)

    yield from _each_source(kind, pool, most, of_source)


def _each_source(
    kind: str, pool: Pool, most: int, change: Callable[[Source, Page, Random], str | None]
) -> Iterator[Case]:
    for source, page, rng in _shuffled(kind, pool):
        text = change(source, page, rng)
        if text is not None and _differs(text, source.text):
            yield Case(kind, text, (source.text,), source.half, pool.name)
            most -= 1
        if not most:
            return


def _cited(kind: str, pool: Pool, most: int, *, keep: bool) -> Iterator[Case]:
    """A true sentence that cites another one of its page, in the place of its own or (`keep`) beside it."""
    for source, page, rng in _shuffled(kind, pool):
        other = content.wrong_citation(source, page, rng)
        if other is not None:
            yield Case(kind, source.text, (source.text, other) if keep else (other,), source.half, pool.name)
            most -= 1
        if not most:
            return


def _shuffled(kind: str, pool: Pool) -> Iterator[tuple[Source, Page, Random]]:
    rng = Random(f"{kind} {pool.name}")
    pages = {source: page for page in pool.pages for source in page.sentences}
    for source in rng.sample(pool.sentences, len(pool.sentences)):
        yield source, pages[source], rng


def _differs(one: str, other: str) -> bool:
    return one.casefold().split() != other.casefold().split()
