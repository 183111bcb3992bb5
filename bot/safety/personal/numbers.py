"""Numbers that the state, an insurer or a bank gave to one person, with their check digits if they have any.

IBAN: ISO 13616. Tax identification number: § 139b AO. Identity card and passport: ICAO 9303, part 3. Pension
insurance number: § 147 SGB VI, VKVV § 4. Health insurance number: § 290 SGB V. Cards: ISO/IEC 7812 (Luhn).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stdnum import luhn
from stdnum.de import idnr

_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ .-]?[0-9A-Z]{4}){2,7}(?:[ .-]?[0-9A-Z]{1,3})?\b", re.IGNORECASE)
_CARD = re.compile(r"(?<![\d,.-])\d(?:[ -]?\d){12,18}(?![\d-]|[.,]\d)")
_TAX_ID = re.compile(r"(?<![\d,.])\d(?:[ /-]?\d){9,12}(?!\d|[.,]\d)")
_TAX_NUMBER = re.compile(r"(?<![\d/])\d{2,3}/\d{3,4}/\d{4,5}(?![\d/])")
_ID_CARD = re.compile(r"\b[CFGHJKLMNPRTVWXYZ][0-9CFGHJKLMNPRTVWXYZ]{8}(?:\d(?:D|<{0,2})?)?\b", re.IGNORECASE)
_OLD_ID_CARD = re.compile(r"\b[0-9]{10}D\b")
_PENSION = re.compile(
    r"\b\d{2}[ ]?(?:[0-3]\d)[ ]?(?:[01]\d)[ ]?\d{2}[ ]?[A-Z][ ]?\d{2}[ ]?\d\b", re.IGNORECASE
)
_HEALTH = re.compile(r"\b[A-Z]\d{9}\b", re.IGNORECASE)
_PLATE = re.compile(r"\b(?!(?:DIN|ISO|EN|EU|EG|WBS|EC)-)[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[ -]?\d{1,4}[EH]?\b")
# "M XY 987" is a plate where a vehicle is spoken of.
_SPACED_PLATE = re.compile(r"\b(?!(?:DIN|ISO|EN|EU|EG) )[A-ZÄÖÜ]{1,3} [A-Z]{1,2} \d{1,4}[EH]?\b")
_VEHICLE = re.compile(
    r"auto\b|\b(?:pkw|lkw|kfz|wagen|fahrzeug|motorrad|roller|anhänger|car|araba|машин|авто|samoch)",
    re.IGNORECASE,
)
# Vehicle identification number (ISO 3779): seventeen characters without I, O and Q.
_VEHICLE_NUMBER = re.compile(r"\b(?=(?:[A-Z]*\d){4})(?=\d*[A-Z])[A-HJ-NPR-Z0-9]{17}\b", re.IGNORECASE)
_LABELLED_PLATE = re.compile(
    r"\b(?:kennzeichen|nummernschild|plate|plaka\w*|номер авто\w*)\W{1,3}(?:ist |lautet |is )?"
    r"(?P<value>[A-ZÄÖÜ]{1,3}[- ]?[A-Z]{1,2}[ -]?\d{1,4}[ ]?[EH]?)\b",
    re.IGNORECASE,
)
# Numbers that things have, not people.
_IMPERSONAL = (
    "(?:haus|telefon|tel|rufnummer|notruf|formular|artikel|linien|bus|zimmer|raum|flur|wahlkreis"
    "|service|ruf|fax|produkt|leika|gemeinde|postfach)"
)
# The number that an identity card or a contract "has".
_HAS_NUMBER = re.compile(
    r"\b(?:ausweis|pass|perso|karte|konto|vertrag|versicherung|akte|police|führerschein|card|licen[cs]e|account)\b"
    r"[^.!?\n]{0,25}?\b(?:nummer|nr\.?|number|no\.?)\W{0,3}(?:ist |lautet |is )?"
    r"(?P<value>(?=(?:\w*\d){4})\w{5,20})\b",
    re.IGNORECASE,
)
_OCTET = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
# Addresses of machines, IPv4 (RFC 791) and IPv6 (RFC 4291); a date has three parts only.
_INTERNET = re.compile(
    rf"(?<![\w.])(?:{_OCTET}\.){{3}}{_OCTET}(?![\w.]\w)"
    r"|(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4})(?![\w:])|(?<![\w:])(?:[0-9a-f]{1,4}:){1,6}:[0-9a-f:]{1,29}(?![\w:])",
    re.IGNORECASE,
)
# "Mein Passwort fürs Portal ist Sommer!2024": a word with digits or signs in it, not "ist falsch".
_SECRET = re.compile(
    r"\b(?:passwort|password|kennwort|pin|пароль|hasło|parola|şifre\w*|كلمة السر|كلمة المرور)\b"
    r"[^.!?\n:]{0,40}?(?:\b(?:ist|lautet|is|to)\b|:|=|-)\s*(?P<value>(?=\S*[\d!#$%&*+=@^_~])\S{4,})",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\b(?:(?P<id_card>(?:personal)?ausweis(?:nummer|nr\.?)|pass(?:nummer|nr\.?)|passport (?:number|no\.?)"
    r"|id number|seriennummer)"
    r"|(?P<tax>steuer-?(?:id|nummer|nr\.?|identifikationsnummer)|idnr\.?)"
    r"|(?P<insurance>(?:sozial|renten|kranken)?versicher(?:ungs|ten)-?(?:nummer|nr\.?)|sv-?nummer)"
    r"|(?P<file>(?:akten|kassen|geschäfts|buchungs)-?zeichen|az|gz"
    r"|(?:case|file|reference|customer) (?:number|no\.?)"
    rf"|(?!{_IMPERSONAL})[a-zäöüß-]{{2,30}}?-?(?:nummer|nr)"
    r"|номер (?:дела|справи)|numer sprawy|dosya no)"
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
    for match in _LABELLED.finditer(text):
        value = match["value"].rstrip("./-")
        if sum(c.isdigit() for c in value) >= _FEWEST_LABELLED:
            start = match.start("value")
            yield Found(start, start + len(value), _label(match))
    for pattern, kind in _SURE:
        for match in pattern.finditer(text):
            yield Found(*match.span("value" if "value" in pattern.groupindex else 0), kind)
    for pattern, kind, is_right in _CHECKED:
        for match in pattern.finditer(text):
            if is_right(match.group()):
                yield Found(*match.span(), kind)
    if _VEHICLE.search(text):
        for match in _SPACED_PLATE.finditer(text):
            yield Found(*match.span(), "plate")


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


def is_card_number(text: str) -> bool:
    """Whether the digits of `text` pass Luhn's check, as those of credit and debit cards do."""
    return bool(luhn.is_valid(re.sub(r"\D", "", text)))


def _has_digits(text: str) -> bool:
    return sum(c.isdigit() for c in text) >= _FEWEST_DIGITS


_SURE = (
    (_IBAN, "iban"),
    (_TAX_NUMBER, "tax"),
    (_PENSION, "insurance"),
    (_OLD_ID_CARD, "id_card"),
    (_PLATE, "plate"),
    (_LABELLED_PLATE, "plate"),
    (_VEHICLE_NUMBER, "plate"),
    (_SECRET, "secret"),
    (_HAS_NUMBER, "id_card"),
    (_INTERNET, "internet"),
)
_CHECKED = (
    (_CARD, "card", is_card_number),
    (_TAX_ID, "tax", is_tax_id),
    (_HEALTH, "insurance", is_health_number),
    (_ID_CARD, "id_card", _has_digits),
)
