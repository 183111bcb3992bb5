"""Changes of values: amounts, numbers, dates, times, weekdays, telephone numbers, addresses, paragraphs."""

import re
from random import Random

from corpus.values.normalise import find_values, values_in
from corpus.values.value import Found, ValueKind

_DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
_WORDS = ("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"\b20[12]\d\b")


def changed_value(text: str, kinds: frozenset[ValueKind], rng: Random) -> str | None:
    """`text` with one of its values of `kinds` changed to another of the kind; None where it has none."""
    places = [one for one in find_values(text) if any(value.kind in kinds for value in one.values)]
    rng.shuffle(places)
    for place in places:
        printed = text[place.start : place.end]
        other = _other(place, printed, rng)
        if other is not None and not values_in(other) & values_in(text):
            return text[: place.start] + other + text[place.end :]
    return None


def outdated_year(text: str, rng: Random) -> str | None:
    """A year of `text` moved by one to three years."""
    match = _YEAR.search(text)
    if match is None:
        return None
    year = int(match[0]) - rng.choice((1, 2, 3))
    return text[: match.start()] + str(year) + text[match.end() :]


def _other(place: Found, printed: str, rng: Random) -> str | None:
    match place.values[0].kind:
        case ValueKind.WEEKDAY:
            return _swapped_name(printed, _DAYS, rng)
        case ValueKind.EMAIL:
            return rng.choice(("info", "service", "kontakt", "post")) + "@" + printed.partition("@")[2]
        case ValueKind.LINK:
            return re.sub(r"[\w-]+(?=\.(?:de|example|org|com|eu|net)\b)", "stadt-service", printed, count=1)
        case ValueKind.TELEPHONE:
            return printed[:-1] + str((int(printed[-1]) + rng.randint(1, 9)) % 10)
        case ValueKind.DATE:
            return _swapped_name(printed, _MONTHS, rng) if rng.random() < 0.5 else _counted_on(printed, rng)
        case _:
            return _counted_on(printed, rng)


def _swapped_name(printed: str, names: tuple[str, ...], rng: Random) -> str | None:
    here = [name for name in names if re.search(rf"\b{name}", printed, re.IGNORECASE)]
    if not here:
        return None
    old = rng.choice(here)
    new = rng.choice([name for name in names if name not in here])
    return re.sub(
        rf"\b{old}",
        lambda match: new if match[0][0].isupper() else new.lower(),
        printed,
        count=1,
        flags=re.IGNORECASE,
    )


def _counted_on(printed: str, rng: Random) -> str | None:
    """Another number in the same spelling: digits or a word."""
    digits = list(_DIGITS.finditer(printed))
    if digits:
        chosen = rng.choice(digits)
        number = int(chosen[0])
        new = max(0, number + rng.choice((-2, -1, 1, 2, 10)))
        new = new if new != number else number + 1
        return printed[: chosen.start()] + str(new).zfill(len(chosen[0])) + printed[chosen.end() :]
    for word in _WORDS:
        if re.search(rf"\b{word}\b", printed, re.IGNORECASE):
            new_word = rng.choice([other for other in _WORDS if other != word])
            return re.sub(rf"\b{word}\b", new_word, printed, count=1, flags=re.IGNORECASE)
    return None
