"""Times of day in a text."""

import re

from corpus.values.number_words import NUMBER_WORD, read_number_word
from corpus.values.value import Found, Value, ValueKind

_TIME = r"(?<![\d.,:])(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?!\d|[:.,]\d)"
_MINUTES = r"(?<![\d.,:])(?:[01]?\d|2[0-4])[:.][0-5]\d(?!\d|[:.,]\d)"
_TO = r"\s?(?:-|–|—|bis)\s?"
_LINK = rf"(?:\s?Uhr)?(?:{_TO}|\s?(?:und|oder|sowie|u\.|/|,|;|&)\s?)(?:von\s)?"
_DAY = (
    r"(?:Mo|Di|Mi|Do|Fr|Sa|So|(?i:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)s?)"
)

_CHAIN = re.compile(rf"{_TIME}(?:{_LINK}{_TIME})*\s?(?:Uhr|h)\b(?:\s(?P<past>[0-5]\d)(?![\d.,:]))?")
_COLON = re.compile(r"(?<![\d.,:])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:])")
_SPAN = re.compile(rf"{_MINUTES}{_TO}{_MINUTES}")
_AFTER_DAY = re.compile(
    rf"\b{_DAY}\b\.?:?,?\s?(?:auch\s)?(?:von\s)?"
    rf"(?P<times>{_TIME}{_TO}{_TIME}(?:{_LINK}{_TIME}{_TO}{_TIME})*)"
)
_WORD = re.compile(rf"\b(?P<half>halb\s)?(?P<word>{NUMBER_WORD})(?P<hour>\sUhr\b)?", re.IGNORECASE)
_ENGLISH = re.compile(
    r"\b(?P<hour>1[0-2]|[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b\.?", re.IGNORECASE
)
_ONE = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?")


def find_times(text: str) -> list[Found]:
    """Times of day as "08:30": "8.30 Uhr", "8–12 Uhr", "8:30", "halb neun", "2 pm"; ranges state two."""
    found: list[Found] = []
    for match in _ENGLISH.finditer(text):
        hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
        found.append(Found(match.start(), match.end(), (_value(hour, int(match["minute"] or 0)),)))
    for match in _CHAIN.finditer(text):
        times = _read(match[0])
        if match["past"] and times:
            times[-1] = (times[-1][0], int(match["past"]))
        _add(found, match.start(), match.end(), times)
    for match in _AFTER_DAY.finditer(text):
        _add(found, match.start("times"), match.end("times"), _read(match["times"]))
    for pattern in (_SPAN, _COLON):
        for match in pattern.finditer(text):
            _add(found, match.start(), match.end(), _read(match[0]))
    for match in _WORD.finditer(text):
        hour_word = read_number_word(match["word"]) if match["half"] or match["hour"] else None
        if hour_word is not None and hour_word <= 24:
            time = ((hour_word - 1) % 24, 30) if match["half"] else (hour_word, 0)
            _add(found, match.start(), match.end(), [time])
    return found


def _read(text: str) -> list[tuple[int, int]]:
    bare = re.sub(r"(Uhr\s)\d{2}$", r"\1", text)
    return [(int(match[1]), int(match[2] or 0)) for match in _ONE.finditer(bare)]


def _add(found: list[Found], start: int, end: int, times: list[tuple[int, int]]) -> None:
    if times and not any(start < other.end and other.start < end for other in found):
        found.append(Found(start, end, tuple(_value(hour, minute) for hour, minute in times)))


def _value(hour: int, minute: int) -> Value:
    return Value(ValueKind.TIME, f"{hour:02}:{minute:02}")
