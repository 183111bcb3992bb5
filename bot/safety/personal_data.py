"""Masks personal data in a question before anything else sees it.

Numbers with check digits are verified (IBAN: ISO 13616; tax identification number: § 139b AO; identity card:
ICAO 9303), so that fees, years and paragraphs stay as they are.
"""

import re
from dataclasses import dataclass

from stdnum import iban
from stdnum.de import idnr


@dataclass(frozen=True)
class Masked:
    """A text whose personal data is replaced by „[…]“, and the kinds that were found."""

    text: str
    kinds: tuple[str, ...]


_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ ]?[0-9A-Z]{4}){2,7}(?:[ ]?[0-9A-Z]{1,3})?\b")
_TAX_NUMBER = re.compile(r"(?<![\d,.])\d(?:[ /-]?\d){9,12}(?![\d,.])")
_ID_CARD = re.compile(r"\b[CFGHJKLMNPRTVWXYZ][0-9CFGHJKLMNPRTVWXYZ]{8}\b", re.IGNORECASE)
_TELEPHONE = re.compile(r"(?<![\w,.])(?<!\d )(?:\+\d{2}|00\d{2}|0)[\d /()-]{5,18}\d(?![\w])")
_BORN = re.compile(
    r"\b(geb(?:oren)?\.?(?: am)?|geburtsdatum:?|born(?: on)?)\s*"
    r"(\d{1,2}\.\s*\d{1,2}\.\s*\d{2,4}|\d{4}-\d{2}-\d{2})",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b(?:[A-ZÄÖÜ][\wäöüß-]*(?:straße|strasse|str\.|weg|gasse|allee|platz|ring|damm|ufer)"
    r"|[a-zäöüß-]+(?:straße|strasse|str\.|weg|gasse|allee))\s+\d{1,4}\s?[a-z]?\b(?:,?\s*\d{5}\s+[A-ZÄÖÜ][\wäöüß-]+)?",
)
_NAME = re.compile(
    r"\b((?i:ich (?:heiße|bin (?:der|die)?)|mein name ist|my name is|name:)\s+)"
    r"([A-ZÄÖÜ][a-zäöüß-]+(?:\s+[A-ZÄÖÜ][a-zäöüß-]+)+)"
)
_PLATE = re.compile(r"\b(?i:kennzeichen:?)\s+([A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2}[ -]?\d{1,4}[EH]?)\b")

MASK = "[…]"


def mask(text: str) -> Masked:
    """Replace what identifies a person; kinds are in the order of first masking."""
    kinds: list[str] = []

    def hide(kind: str, keep: int | None = None) -> "_Hider":
        return _Hider(kind, kinds, keep)

    text = _EMAIL.sub(hide("email"), text)
    text = _IBAN.sub(hide("iban"), text)
    text = _BORN.sub(hide("birth", keep=1), text)
    text = _TELEPHONE.sub(hide("telephone"), text)
    text = _TAX_NUMBER.sub(lambda m: hide("tax")(m) if _is_tax_number(m.group()) else m.group(), text)
    text = _ID_CARD.sub(lambda m: hide("id_card")(m) if _is_id_card(m.group()) else m.group(), text)
    text = _NAME.sub(hide("name", keep=1), text)
    text = _STREET.sub(hide("address"), text)
    text = _PLATE.sub(hide("plate"), text)
    return Masked(text, tuple(dict.fromkeys(kinds)))


class _Hider:
    """Replaces a match by the mask (after the group to keep, where there is one) and notes its kind."""

    def __init__(self, kind: str, kinds: list[str], keep: int | None) -> None:
        self._kind, self._kinds, self._keep = kind, kinds, keep

    def __call__(self, match: re.Match[str]) -> str:
        self._kinds.append(self._kind)
        return f"{match.group(self._keep).strip()} {MASK}" if self._keep else MASK


def _is_tax_number(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    # A zeroed sample number counts too: whoever types eleven digits means one.
    return len(digits) == 11 or bool(idnr.is_valid(digits))


def _is_id_card(text: str) -> bool:
    return sum(c.isdigit() for c in text) >= 4 and not iban.is_valid(text)
