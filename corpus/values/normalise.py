"""All values of a text in canonical form, and which of a sentence's values its source carries."""

from collections.abc import Callable
from functools import lru_cache

from corpus.values.addresses import find_addresses, find_telephones
from corpus.values.amounts import amount_value, find_amounts, find_free
from corpus.values.dates import date_carried, find_dates
from corpus.values.numbers import find_numbers
from corpus.values.paragraphs import find_paragraphs, paragraph_carried
from corpus.values.quantities import duration_in_least_unit, find_durations, find_measures, find_percents
from corpus.values.times import find_times
from corpus.values.value import BLANK, Found, Value, ValueKind
from corpus.values.weekdays import find_weekdays


def find_values(text: str) -> list[Found]:
    """Every value that `text` states and where, in order; no character belongs to two."""
    found: list[Found] = []
    rest = text
    for finder in _finders():
        new = finder(rest)
        found.extend(new)
        for one in new:
            rest = rest[: one.start] + BLANK * (one.end - one.start) + rest[one.end :]
    return sorted(found, key=lambda one: one.start)


@lru_cache(maxsize=4096)
def found_in(text: str) -> tuple[Found, ...]:
    """What `find_values` finds, remembered: for texts that are looked at again and again."""
    return tuple(find_values(text))


@lru_cache(maxsize=4096)
def values_in(text: str) -> frozenset[Value]:
    """The values that `text` states: "37 €", "37,00 Euro" and "siebenunddreißig Euro" give the same."""
    return frozenset(value for one in found_in(text) for value in one.values)


def carries(source: str, sentence: str) -> list[Value]:
    """The values of `sentence` that `source` does not state, in order; empty if all are carried.

    A source carries what it says or implies by being more exact: "1. Dezember 2025" carries "Dezember" and
    "2025", "§ 17 Abs. 1 BMG" carries "§ 17". A week is seven days and a year twelve months (§ 188 BGB); other
    units don't carry each other, and neither do working days.
    """
    known = values_in(source)
    stated = dict.fromkeys(value for one in found_in(sentence) for value in one.values)
    return [value for value in stated if not _carried(value, known)]


def _carried(value: Value, known: frozenset[Value]) -> bool:
    if value in known:
        return True
    match value.kind:
        case ValueKind.DATE:
            return any(date_carried(value.canonical, date) for date in _of(known, ValueKind.DATE))
        case ValueKind.PARAGRAPH:
            return any(paragraph_carried(value.canonical, one) for one in _of(known, ValueKind.PARAGRAPH))
        case ValueKind.DURATION:
            return duration_in_least_unit(value) in {
                duration_in_least_unit(one) for one in known if one.kind is ValueKind.DURATION
            }
        case ValueKind.NUMBER:
            # A year is carried by a date in it.
            return len(value.canonical) == 4 and any(
                date.startswith(value.canonical) for date in _of(known, ValueKind.DATE)
            )
        case _:
            return False


def _of(known: frozenset[Value], kind: ValueKind) -> list[str]:
    return [value.canonical for value in known if value.kind is kind]


def _finders() -> tuple[Callable[[str], list[Found]], ...]:
    """From the most special to plain numbers; each sees only what those before it left."""
    return (
        find_addresses,
        find_paragraphs,
        find_dates,
        _find_amounts,
        find_free,
        find_percents,
        find_times,
        find_telephones,
        find_durations,
        find_measures,
        find_weekdays,
        find_numbers,
    )


def _find_amounts(text: str) -> list[Found]:
    return [Found(one.start, one.end, (amount_value(one.value, one.currency),)) for one in find_amounts(text)]
