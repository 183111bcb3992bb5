"""ISO 8601 durations of deadlines and processing times, where the text leaves no doubt."""

import re

_UNITS = {"day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y", "hour": "PT{}H", "minute": "PT{}M"}
_UNCERTAIN = re.compile(
    r"\b(?:etwa|rund|ca|circa|zirka|ungefähr|in der regel|im regelfall|meist\w*|normalerweise"
    r"|\w*durchschnitt\w*"
    r"|üblicherweise|voraussichtlich|frühestens|unverzüglich|mehrere\w*|wenige\w*|einige\w*|je nach"
    r"|abhängig|wenn|falls|sofern"
    r"|mehr als|weniger als|länger|kürzer|about|approximately|around|usually|depend\w*)\b",
    re.IGNORECASE,
)
# What bounds a processing time says nothing of how long it takes; a deadline is a bound itself.
_BOUND = re.compile(
    r"\b(?:bis zu|maximal|max|höchstens|mindestens|innerhalb|binnen|within|up to|at least|spätestens)\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")


def period_of(value: str, *, is_deadline: bool) -> str | None:
    """The duration that a value states ("spätestens zwei Wochen vor Beginn": "P2W"), None unless certain.

    Not certain are ranges, approximations, conditions, working days (ISO 8601 has none) and, for processing
    times, bounds ("bis zu", "innerhalb von").
    """
    from corpus.values.quantities import find_durations

    if _UNCERTAIN.search(value) or (not is_deadline and _BOUND.search(value)):
        return None
    stated = [one.canonical for found in find_durations(_IN_BRACKETS.sub("", value)) for one in found.values]
    if len(stated) != 1:
        return None
    number, _, unit = stated[0].partition(" ")
    return _UNITS[unit].format(number) if unit in _UNITS and number.isdigit() and number != "0" else None
