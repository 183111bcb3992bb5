"""Weekdays in a text, in full, abbreviated, and as ranges."""

import re

from corpus.values.value import BLANK, Found, Value, ValueKind

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_FULL = {
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonnabend": 5,
    "sonntag": 6, "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6,
}  # fmt: skip
_SHORT = {"Mo": 0, "Di": 1, "Mi": 2, "Do": 3, "Fr": 4, "Sa": 5, "So": 6}
_ENGLISH_SHORT = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
_NAME = r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)"
_ENGLISH = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_LONG = rf"\b(?:(?i:{_NAME}|{_ENGLISH})s?)(?=\b|vor|nach|abend|früh)"
_ABBREVIATED = r"\b(?:Mo|Di|Mi|Do|Fr|Sa|So)\b\.?"
_TO = r"\s?(?:-|–|—|bis|to)\s?"
_RANGE = re.compile(rf"(?P<first>{_LONG}|{_ABBREVIATED}){_TO}(?P<last>{_LONG}|{_ABBREVIATED})")
_SINGLE = re.compile(_LONG)
# "So" and "Do" are words too: alone an abbreviation counts before a time, a colon or another abbreviation.
_LONELY = re.compile(
    rf"{_ABBREVIATED}(?=\s?(?::|,?\s?(?:auch\s|von\s)?\d{{1,2}}(?:[:.–-]|\s(?:bis|Uhr))|\s?{BLANK}|"
    rf"(?:,|\+|/|&|\s?und|\s?u\.)\s?(?:Mo|Di|Mi|Do|Fr|Sa|So)\b))|"
    rf"(?<=Mo|Di|Mi|Do|Fr|Sa|So)(?:(?:,|\+|/|&)\s?)(?P<listed>{_ABBREVIATED})|"
    rf"\b(?:Mo|Di|Mi|Do|Fr|Sa|So)\.(?=\s)"
)


def find_weekdays(text: str) -> list[Found]:
    """Weekdays in `text` as "Mo" … "Su"; "Mo–Fr" states five, "täglich" none."""
    found: list[Found] = []
    for match in _RANGE.finditer(text):
        days = days_between(day_number(match["first"]), day_number(match["last"]))
        found.append(Found(match.start(), match.end(), tuple(map(_value, days))))
    for pattern in (_SINGLE, _LONELY):
        for match in pattern.finditer(text):
            if not any(match.start() < other.end and other.start < match.end() for other in found):
                name = match.groupdict().get("listed") or match[0]
                found.append(Found(match.start(), match.end(), (_value(day_number(name)),)))
    return found


def day_number(name: str) -> int:
    """0 for Monday to 6 for Sunday from a German or English name or abbreviation ("Mo.", "montags", "Thurs").

    Raises `KeyError` for other words.
    """
    bare = name.rstrip(".")
    if bare in _SHORT:
        return _SHORT[bare]
    bare = bare.lower()
    if bare.removesuffix("s") in _FULL:
        return _FULL[bare.removesuffix("s")]
    if len(bare) > 5:
        raise KeyError(name)
    return _ENGLISH_SHORT[bare[:3]]


def days_between(first: int, last: int) -> list[int]:
    """The days from `first` to `last`, over the end of the week where `last` comes before."""
    return [(first + step) % 7 for step in range((last - first) % 7 + 1)]


def _value(day: int) -> Value:
    return Value(ValueKind.WEEKDAY, DAYS[day])
