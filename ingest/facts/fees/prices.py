"""Prices in a statement, one after the other, with all that belongs to their value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ingest.facts.fees.extent import Extent, widen
from ingest.facts.fees.free import find_free
from ingest.facts.fees.rows import starts_in_condition
from ingest.facts.fees.shares import find_efforts, find_shares

if TYPE_CHECKING:
    from corpus.values.amounts import Amount

_RANGE = re.compile(r"(?:,(?:-{1,2}|–|—))?\s*(?:bis(?: zu)?|und|[-–—]|to)\s*", re.IGNORECASE)
# "siebzig Euro (70,00 Euro)" says one thing twice.
_AGAIN = re.compile(r"\s*\(\s*(?:=\s*)?")
_LARGEST_OUTSIDE = Decimal(20_000)


@dataclass(frozen=True, slots=True)
class Price:
    """What is to be paid, printed from `start` to `end` of a statement; `amount` only where it is certain."""

    start: int
    end: int
    amount: Decimal | None


def find_prices(text: str, *, in_fees: bool) -> list[Price]:
    """Find the prices of a statement, in order: amounts and ranges, what is free, shares, effort.

    Outside a section about fees (`in_fees`) large sums are no fee (a new school costs them), shares mean
    something else, and only a whole predicate ("ist kostenlos") says that something is free.
    """
    found = list(_amounts(text, in_fees=in_fees))
    others = [Price(one.start, one.end, one.amount) for one in find_free(text, in_fees=in_fees)]
    if in_fees:
        others += [Price(start, end, None) for start, end in find_shares(text)]
        if not found and not others:
            others += [Price(start, end, None) for start, end in find_efforts(text)]
    for one in others:
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def _amounts(text: str, *, in_fees: bool) -> Iterator[Price]:
    from corpus.values.amounts import find_amounts

    found: list[Amount] = []
    for one in find_amounts(text):
        if starts_in_condition(text, one.start) or not (in_fees or one.value <= _LARGEST_OUTSIDE):
            continue
        if found and one.value == found[-1].value and _AGAIN.fullmatch(text[found[-1].end : one.start]):
            continue
        found.append(one)
    position = 0
    while position < len(found):
        first = last = found[position]
        following = found[position + 1] if position + 1 < len(found) else None
        if following is not None and _is_range(text, first, following):
            last = following
            position += 1
        extent = widen(text, Extent(first.start, last.end, certain=last is first))
        yield Price(extent.start, extent.end, first.value if extent.certain else None)
        # The unit may hold an amount: "7 Euro je angefangene 1.000 Euro Bausumme".
        position += 1
        while position < len(found) and found[position].start < extent.end:
            position += 1


def _is_range(text: str, first: "Amount", following: "Amount") -> bool:
    between = text[first.end : following.start]
    if not _RANGE.fullmatch(between) or following.value <= first.value:
        return False
    # "42 Euro und 23 Euro" are two; a range with "und" says "zwischen".
    is_pair = between.strip(" ,-–—").casefold() == "und"
    return not is_pair or bool(re.search(r"\bzwischen\s*$", text[: first.start], re.IGNORECASE))
