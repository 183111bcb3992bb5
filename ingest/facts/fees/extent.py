"""What belongs to an amount's value before and behind it: bounds, units, surcharges."""

import re
from dataclasses import dataclass

_BOUND = re.compile(
    r"(?<!\w)(?P<word>ab|mindestens|höchstens|maximal|max\.|min\.|von|from|zwischen|between|etwa|ca\.?"
    r"|circa|rund"
    r"|ungefähr|in der regel|meist(?:ens)?|normalerweise|üblicherweise|durchschnittlich"
    r"|im (?:durchschnitt|schnitt)|voraussichtlich|bis(?: zu)?|up to|about|at least"
    r"|zusätzlich|weitere|(?:gebühr )?(?:plus|zuzüglich|zzgl\.))"
    r"(?:\s(?:jedoch|aber|also))?\s*$",
    re.IGNORECASE,
)
_ADDS = re.compile(r"plus|zuzüglich|zzgl\.", re.IGNORECASE)
_MONEY = re.compile(r"\d\s?(?:€|Euro|EUR)|(?:€|EUR)\s?\d", re.IGNORECASE)
_ALONE = frozenset({"von", "from"})
_SURCHARGE = re.compile(
    r"\s+(?:Aufpreis|Zuschlag|Aufschlag|extra|zusätzlich|hinzu|dazu|mehr|teurer|pro Prozentpunkt)\b",
    re.IGNORECASE,
)
_PLUS = re.compile(
    r",?\s+(?:zzgl\.?|zuzüglich|plus)\s+[^\d;,.()]{2,40}?(?=[;,.()]|$|\s(?:an|erhoben"
    r"|fällig))",
    re.IGNORECASE,
)
_PLUS_AMOUNT = re.compile(r",?\s+(?:zzgl\.?|zuzüglich|plus)\s", re.IGNORECASE)
_TIME = r"(?:Jahr|Halbjahr|Quartal|Monat|Woche|Tag|Nacht|Stunde|Kalenderjahr|year|month|week|day|hour)"
_UNIT = re.compile(
    rf"\s*(?:/\s?(?:{_TIME}|Person|Stück|Blatt|Seite|m²|qm|[A-Z][a-zäöü]+)\b"
    r"|\s(?:je|pro|per)\s(?:angefangene\s|volle\s)?[\d.]+\s(?:€|Euro|EUR)(?:\s(?:der\s|des\s)?[A-ZÄÖÜ]\w+)?"
    rf"|\s(?:je|pro|per)\s(?:(?:angefangene[rnsm]?|weitere[rnsm]?|volle[rnsm]?|lfd\.|laufende[rnsm]?)\s)*"
    rf"[\w²³-]+(?:\s[A-ZÄÖÜ][\wäöü-]+)?(?:(?:\s(?:und|and)|,)\s(?:je\s|pro\s)?{_TIME}\b)?"
    rf"|\s(?:im|in der|am)\s{_TIME}\b|\s(?:halb|viertel)?(?:jährlich|monatlich|wöchentlich|täglich)\b"
    r"|\s(?:a|an|per)\s(?:year|month|week|day|hour)\b)",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Extent:
    """From where to where a value reaches, and whether its amount is what is to be paid."""

    start: int
    end: int
    certain: bool


def widen(text: str, extent: Extent) -> Extent:
    """Take in what bounds an amount or adds to it (both make it uncertain), and the unit it counts for."""
    start, end, certain = extent.start, extent.end, extent.certain
    bound = _BOUND.search(text[:start])
    # A lone "von" leads to the amount ("eine Gebühr von 12 Euro"), before a range it opens that.
    # "10 Euro zuzüglich 2 Euro für …": what is added has an amount of its own.
    is_addition = bound and _ADDS.fullmatch(bound["word"]) and _MONEY.search(text, 0, bound.start())
    if bound and not is_addition and not (bound["word"].lower() in _ALONE and certain):
        start, certain = bound.start(), False
    if unit := _UNIT.match(text, end):
        end = unit.end()
    if surcharge := _SURCHARGE.match(text, end):
        end, certain = surcharge.end(), False
    if plus := _PLUS.match(text, end):
        end, certain = plus.end(), False
    elif _PLUS_AMOUNT.match(text, end):
        certain = False
    return Extent(start, end, certain=certain)
