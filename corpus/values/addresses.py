"""Telephone numbers, e-mail addresses, links and bank account numbers in a text."""

import re

import phonenumbers

from corpus.values.value import Found, Value, ValueKind

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(
    r"\bhttps?://[^\s<>\"“”»«]+|\bwww\.[^\s<>\"“”»«]+|"
    r"\b(?:[a-z0-9-]+\.)+(?:de|com|org|eu|net|info|bayern|example)\b"
    r"(?:/[^\s<>\"“”»«]*)?",
    re.IGNORECASE,
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?\d{4}){3,7}(?: ?\d{1,4})?\b")
_TELEPHONE = re.compile(r"(?<![\w,.:/-])(?:\+|00|\(?0)[\d\s()/\u00a0\u2011–-]{5,24}\d(?![\d,.:]\d|\w)")
_LABELLED = re.compile(
    r"\b(?:Tel|Telefon|Fax|Telefax|Mobil|Durchwahl|Handy|phone)\b[.:]*\s*(?P<number>\d[\d\s/–-]{3,18}\d)",
    re.IGNORECASE,
)


def find_addresses(text: str) -> list[Found]:
    """E-mail addresses, links (without scheme, "www." and final slash) and IBANs in `text`."""
    found = [
        _one(match.start(), match.end(), ValueKind.EMAIL, match[0].lower()) for match in _EMAIL.finditer(text)
    ]
    found += [
        _one(match.start(), match.end(), ValueKind.IBAN, match[0].replace(" ", ""))
        for match in _IBAN.finditer(text)
    ]
    for match in _LINK.finditer(text):
        printed = match[0].rstrip(".,;:!?)\u2026")
        end = match.start() + len(printed)
        if not any(match.start() < other.end and other.start < end for other in found):
            bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", printed, flags=re.IGNORECASE).rstrip("/")
            found.append(_one(match.start(), end, ValueKind.LINK, bare.lower()))
    return found


def find_telephones(text: str) -> list[Found]:
    """Telephone numbers in `text` in E.164 ("+498923396000"), read as in Germany.

    Numbers without area code count after a word such as "Telefon", by their digits.
    """
    found = [
        _one(match.start(), match.end(), ValueKind.TELEPHONE, number)
        for match in _TELEPHONE.finditer(text)
        if (number := read_telephone(match[0]))
    ]
    for match in _LABELLED.finditer(text):
        start, end = match.span("number")
        if not any(start < other.end and other.start < end for other in found):
            digits = re.sub(r"\D", "", match["number"])
            found.append(_one(start, end, ValueKind.TELEPHONE, digits))
    return found


def read_telephone(printed: str) -> str | None:
    """The number in E.164 if `printed` is a possible German or international telephone number, else None."""
    try:
        number = phonenumbers.parse(printed.replace("(0)", ""), "DE")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _one(start: int, end: int, kind: ValueKind, canonical: str) -> Found:
    return Found(start, end, (Value(kind, canonical),))
