"""Durations ("zwei Wochen"), measures ("100 Liter") and percentages in a text."""

import re
from decimal import Decimal

from corpus.values.number_words import CHAIN, NUMERAL, plain, read_numeral
from corpus.values.value import Found, Value, ValueKind

_DURATIONS = {
    "second": r"Sekunden?|seconds?",
    "minute": r"Minuten?|Min\.|minutes?",
    "hour": r"Stunden?|Std\.|hours?",
    "working day": r"Arbeitstag(?:e[ns]?)?|working days?",
    "weekday": r"Werktag(?:e[ns]?)?",
    "day": r"(?:Kalender)?tag(?:e[ns]?)?|days?",
    "week": r"Wochen?|weeks?",
    "month": r"(?:Kalender)?monat(?:e[ns]?|s)?|months?",
    "quarter": r"Quartal(?:e[ns]?|s)?",
    "year": r"(?:Kalender)?jahr(?:e[ns]?|s)?|-?jährig\w{0,2}|years?",
}
_MEASURES = {
    "mm": r"mm|Millimetern?",
    "cm": r"cm|Zentimetern?",
    "km/h": r"km/h|Stundenkilometern?",
    "km": r"km|Kilometern?",
    "m2": r"m²|qm|m2|Quadratmetern?",
    "m3": r"m³|cbm|Kubikmetern?",
    "m": r"m|Metern?",
    "g": r"g|Gramm",
    "kg": r"kg|Kilogramm|Kilo",
    "t": r"t|Tonnen?",
    "l": r"l|Litern?",
    "kW": r"kW",
    "MB": r"MB|Megabyte",
    "°C": r"°C|Grad",
}
_HALVES = {"halb": Decimal("0.5"), "anderthalb": Decimal("1.5"), "eineinhalb": Decimal("1.5")}
_HALF = re.compile(
    r"\b(?P<half>halb|anderthalb|eineinhalb)(?:e[mnrs]?)?\s(?P<unit>Jahr|Stunde|Monat|Tag|jahres|jährig)\w{0,2}\b",
    re.IGNORECASE,
)
_SMALLER = {"week": (7, "day"), "quarter": (3, "month"), "year": (12, "month")}
_NUMERAL = re.compile(NUMERAL, re.IGNORECASE)
_PERCENT = re.compile(rf"(?P<chain>{CHAIN})\s?(?:%|Prozent\b|v\.\s?H\.|percent\b)", re.IGNORECASE)


def _pattern(units: dict[str, str]) -> re.Pattern[str]:
    choice = "|".join(f"(?P<u{number}>{unit})" for number, unit in enumerate(units.values()))
    return re.compile(
        rf"(?P<chain>{CHAIN})(?:[\s\u00a0]|-)?(?:(?:volle[nrs]?|ganze[nrs]?)\s)?(?:{choice})(?![\w²³])",
        re.IGNORECASE,
    )


_DURATION = _pattern(_DURATIONS)
_MEASURE = _pattern(_MEASURES)


def find_durations(text: str) -> list[Found]:
    """Durations and ages: "zwei Wochen" is "2 week", "16-jährig" is "16 year".

    Days, weekdays (with Saturday) and working days differ, and so do 14 days and two weeks.
    """
    found = [_found(match, ValueKind.DURATION, _DURATIONS) for match in _DURATION.finditer(text)]
    for match in _HALF.finditer(text):
        unit = {"jahr": "year", "stun": "hour", "mona": "month", "tag": "day", "jähr": "year"}[
            match["unit"].lower()[:4]
        ]
        value = Value(ValueKind.DURATION, f"{_HALVES[match['half'].lower()]} {unit}")
        found.append(Found(match.start(), match.end(), (value,)))
    return [one for one in found if one.values]


def duration_in_least_unit(value: Value) -> Value:
    """A duration in days instead of weeks and in months instead of years, others as they are."""
    number, _, unit = value.canonical.partition(" ")
    factor, smaller = _SMALLER.get(unit, (1, unit))
    return Value(ValueKind.DURATION, f"{plain(Decimal(number) * factor)} {smaller}")


def find_measures(text: str) -> list[Found]:
    """Lengths, areas, volumes, weights and the like: "100 Liter" is "100 l"."""
    found = [_found(match, ValueKind.MEASURE, _MEASURES) for match in _MEASURE.finditer(text)]
    return [one for one in found if one.values]


def find_percents(text: str) -> list[Found]:
    """Percentages: "10 Prozent" is "10"."""
    return [
        Found(
            match.start(), match.end(), tuple(Value(ValueKind.PERCENT, number) for number in _numbers(match))
        )
        for match in _PERCENT.finditer(text)
    ]


def _found(match: re.Match[str], kind: ValueKind, units: dict[str, str]) -> Found:
    unit = next(name for number, name in enumerate(units) if match[f"u{number}"])
    values = tuple(Value(kind, f"{number} {unit}") for number in _numbers(match))
    return Found(match.start(), match.end(), values)


def _numbers(match: re.Match[str]) -> list[str]:
    numerals = _NUMERAL.finditer(match.string, match.start("chain"), match.end("chain"))
    numbers = (read_numeral(numeral[0]) for numeral in numerals)
    return [plain(number) for number in numbers if number is not None]
