"""Compares areas by their official keys: the ARS (Amtlicher Regionalschlüssel) and the shorter AGS.

An ARS has state 2, region 1, district 2, association 4, municipality 3 digits; the AGS leaves the association
out. A short or zero-filled key is a larger area: "05" a state, "05315" a district, "00" the whole country.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_ARS = (2, 1, 2, 4, 3)
_AGS = (2, 1, 2, 3)


class _Levels(NamedTuple):
    """State, region, district, association, municipality; None where the key doesn't say."""

    parts: tuple[str | None, ...]


@lru_cache(maxsize=50_000)
def specificity(area: str, town: str) -> int | None:
    """How closely an area fits a town: 0 the whole country to 5 the town itself; None if it isn't in it.

    A key that is neither ARS nor AGS says nothing, so it counts as the whole country.
    """
    found, own = _levels(area), _levels(town)
    if found is None or own is None:
        return 0
    depth = 0
    for level, (one, other) in enumerate(zip(found.parts, own.parts, strict=True), start=1):
        if one is None or other is None:
            continue
        if one != other:
            return None
        depth = level
    return depth


def best(areas: Sequence[str], towns: Sequence[str]) -> int | None:
    """The closest fit of any area with any of a town's keys; without areas or towns the whole country."""
    if not areas or not towns:
        return 0
    fits = [fit for area in areas for town in towns if (fit := specificity(area, town)) is not None]
    return max(fits, default=None)


def is_key(area: str) -> bool:
    """Tell whether a key can be compared."""
    return _levels(area) is not None


@lru_cache(maxsize=50_000)
def _levels(area: str) -> _Levels | None:
    # Some suppliers put scheme and key into one string ("…:schluessel:rs:120645410").
    digits = re.sub(r"\s", "", area).rpartition(":")[2]
    if not re.fullmatch(r"\d{1,12}", digits):
        return None
    if len(digits) == sum(_AGS):
        return _Levels((*_cut(digits, _AGS)[:3], None, _cut(digits, _AGS)[3]))
    if len(digits) not in {1, 2, 3, 5, 9, 12}:
        return None
    return _Levels(tuple(_cut(digits, _ARS)))


def _cut(digits: str, widths: tuple[int, ...]) -> list[str | None]:
    """Cut a key into its levels; the zero ones at its end (whole levels only: "10" is Saarland) are None."""
    parts: list[str | None] = []
    for width in widths:
        parts.append(digits[:width] or None)
        digits = digits[width:]
    while parts and (parts[-1] is None or not parts[-1].strip("0")):
        parts.pop()
    return [*parts, *[None] * (len(widths) - len(parts))]
