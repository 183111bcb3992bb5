"""Numbers that the state, an insurer or a bank gave to one person, with their check digits if they have any.

IBAN: ISO 13616. Tax identification number: § 139b AO. Identity card and passport: ICAO 9303, part 3. Pension
insurance number: § 147 SGB VI, VKVV § 4. Health insurance number: § 290 SGB V. Cards: ISO/IEC 7812 (Luhn).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stdnum import luhn
from stdnum.de import idnr

_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ ]?[0-9A-Z]{4}){2,7}(?:[ ]?[0-9A-Z]{1,3})?\b", re.IGNORECASE)
_CARD = re.compile(r"(?<![\d,.-])\d(?:[ -]?\d){12,18}(?![\d-]|[.,]\d)")
_TAX_ID = re.compile(r"(?<![\d,.])\d(?:[ /-]?\d){9,12}(?!\d|[.,]\d)")
_TAX_NUMBER = re.compile(r"(?<![\d/])\d{2,3}/\d{3,4}/\d{4,5}(?![\d/])")
_ID_CARD = re.compile(r"\b[CFGHJKLMNPRTVWXYZ][0-9CFGHJKLMNPRTVWXYZ]{8}(?:\d(?:D|<{0,2})?)?\b", re.IGNORECASE)
_OLD_ID_CARD = re.compile(r"\b[0-9]{10}D\b")
_PENSION = re.compile(r"\b\d{2}[ ]?(?:[0-3]\d)(?:[01]\d)\d{2}[ ]?[A-Z][ ]?\d{2}[ ]?\d\b", re.IGNORECASE)
_HEALTH = re.compile(r"\b[A-Z]\d{9}\b", re.IGNORECASE)
_PLATE = re.compile(r"\b(?!(?:DIN|ISO|EN|EU|EG|WBS|EC)-)[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[ -]?\d{1,4}[EH]?\b")
_LABELLED_PLATE = re.compile(
    r"\b(?:kennzeichen|nummernschild|plate|plaka\w*|номер авто\w*)\W{1,3}(?:ist |lautet |is )?"
    r"(?P<value>[A-ZÄÖÜ]{1,3}[- ]?[A-Z]{1,2}[ -]?\d{1,4}[EH]?)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\b(?:(?P<id_card>(?:personal)?ausweis(?:nummer|nr\.?)|pass(?:nummer|nr\.?)|passport (?:number|no\.?)"
    r"|id number|seriennummer)"
    r"|(?P<tax>steuer-?(?:id|nummer|nr\.?|identifikationsnummer)|idnr\.?)"
    r"|(?P<insurance>(?:sozial|renten|kranken)?versicher(?:ungs|ten)-?(?:nummer|nr\.?)|sv-?nummer)"
    r"|(?P<file>aktenzeichen|kassenzeichen|kundennummer|bg-nummer|bedarfsgemeinschaftsnummer|mitgliedsnummer"
    r"|vorgangsnummer|case number)"
    r"|(?P<secret>passwort|password|kennwort|geheimzahl|pin|puk|tan))\b"
    r"\W{0,3}(?:ist|lautet|is|hat|:|=)?\W{0,3}(?P<value>\w[\w/.-]{0,29}(?:[ ]\d[\w/-]*){0,5})",
    re.IGNORECASE,
)
_FEWEST_DIGITS = 4
_FEWEST_LABELLED = 3


@dataclass(frozen=True)
class Found:
    """A place in a text (`start` and `end` in characters) that identifies a person, and the `kind` of it."""

    start: int
    end: int
    kind: str


def find_numbers(text: str) -> Iterator[Found]:
    """The numbers in `text` that belong to one person; fees, years and paragraphs are none."""
    yield from _all(_IBAN, "iban", text)
    for match in _LABELLED.finditer(text):
        value = match["value"].rstrip("./-")
        if sum(c.isdigit() for c in value) >= _FEWEST_LABELLED:
            start = match.start("value")
            yield Found(start, start + len(value), _label(match))
    for match in _CARD.finditer(text):
        if luhn.is_valid(re.sub(r"\D", "", match.group())):
            yield Found(*match.span(), "card")
    for match in _TAX_ID.finditer(text):
        if is_tax_id(match.group()):
            yield Found(*match.span(), "tax")
    yield from _all(_TAX_NUMBER, "tax", text)
    yield from _all(_PENSION, "insurance", text)
    for match in _HEALTH.finditer(text):
        if is_health_number(match.group()):
            yield Found(*match.span(), "insurance")
    for match in _ID_CARD.finditer(text):
        if sum(c.isdigit() for c in match.group()) >= _FEWEST_DIGITS:
            yield Found(*match.span(), "id_card")
    yield from _all(_OLD_ID_CARD, "id_card", text)
    yield from _all(_PLATE, "plate", text)
    for match in _LABELLED_PLATE.finditer(text):
        yield Found(*match.span("value"), "plate")


def is_tax_id(text: str) -> bool:
    """Whether the digits of `text` can be a tax identification number.

    Eleven digits are one even if the check digit is wrong: whoever types them means one. None begins with 0.
    """
    digits = re.sub(r"\D", "", text)
    return digits[:1] != "0" and (len(digits) == 11 or bool(idnr.is_valid(digits)))


def is_health_number(text: str) -> bool:
    """Whether a letter and nine digits pass the check of a health insurance number (Luhn's)."""
    digits = f"{ord(text[0].upper()) - ord('A') + 1:02d}{text[1:]}"
    total = 0
    for place, digit in enumerate(digits[:-1]):
        value = int(digit) * (1 + place % 2)
        total += value // 10 + value % 10
    return total % 10 == int(digits[-1])


def _label(match: re.Match[str]) -> str:
    return next(kind for kind, word in match.groupdict().items() if word and kind != "value")


def _all(pattern: re.Pattern[str], kind: str, text: str) -> Iterator[Found]:
    for match in pattern.finditer(text):
        yield Found(*match.span(), kind)
