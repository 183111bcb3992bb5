"""When schools may have holidays anywhere in Germany.

There is no dependable calendar of them to ship: the states set them anew each year, and schools add days of
their own. So these are the widest bounds (Kultusministerkonferenz: summer between mid-June and mid-September,
the others around their feasts), inside which nothing is claimed.
"""

from datetime import date, timedelta
from functools import lru_cache

_BOUNDS = (
    ((1, 1), (1, 12)),
    ((1, 24), (3, 8)),
    ((6, 14), (9, 16)),
    ((9, 28), (11, 12)),
    ((11, 14), (11, 23)),
    ((12, 16), (12, 31)),
)
_AROUND_EASTER = ((-22, 17), (36, 72))


def perhaps_school_holidays(day: date) -> bool:
    """Whether `day` may lie in the school holidays of some state, bridging days included."""
    if any(first <= (day.month, day.day) <= last for first, last in _BOUNDS):
        return True
    if (day.month, day.day) in ((4, 30), (5, 2)):
        return True
    sunday = _easter(day.year)
    return any(
        sunday + timedelta(days=first) <= day <= sunday + timedelta(days=last)
        for first, last in _AROUND_EASTER
    )


@lru_cache(maxsize=16)
def _easter(year: int) -> date:
    import holidays

    friday: date = holidays.country_holidays("DE", years=year, language="de").get_named("Karfreitag")[0]
    return friday + timedelta(days=2)
