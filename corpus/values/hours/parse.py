"""From printed opening hours to OpenStreetMap's syntax."""

import re
from collections.abc import Sequence

import opening_hours

from corpus.values.hours.grammar import read_schedule
from corpus.values.hours.remarks import has_times, plain
from corpus.values.hours.tokens import Uncertain

_TELEPHONE = re.compile(
    r"^\W*(?:tel\.?|telefon|fon|phone)\s*[:.]?\s*[\d+(]|telefonzeit|telefonsprech|telefonische[rn]?\s(?:erreichbarkeit|sprech|service|auskunft|beratung|öffnungs)"
    r"|telefonisch\b(?!\S*\s(?:vereinbarung|termin|absprache|anmeldung))|hotline"
    r"|rufbereitschaft|\banruf|am telefon|servicetelefon|bürgertelefon"
    r"|home-?office|\bvideo(?:sprech|beratung|termin)|online-?(?:sprech|beratung)"
    r"|per e-?mail|\bnotruf|notdienst"
    r"|bereitschaftsdienst|phone (?:hours|line)|by (?:tele)?phone|telefonisch erreichbar",
    re.IGNORECASE,
)


def by_telephone(text: str) -> bool:
    """Whether `text` says when one can call, not when one can come."""
    return bool(_TELEPHONE.search(text))


def parse_hours(lines: Sequence[str]) -> str | None:
    """The opening hours that `lines` state, in OpenStreetMap syntax, or None unless every word is certain.

    Reads tables and lines such as "Mo–Fr 8–12 Uhr, Do auch 14–18 Uhr", "jeden 1. Samstag im Monat 9–12 Uhr",
    "April bis September: täglich außer Mo 10–18 Uhr", "Mittwoch geschlossen", "in den Ferien geschlossen".
    What is open by appointment only, or perhaps ("werktags" of a Saturday), is `unknown` with a comment, so
    that it is never taken for open. Hours by telephone are no opening hours and give None. Anything else (a
    summer without months, a day named twice with other hours) gives None for all of it.
    Syntax: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
    """
    if any(by_telephone(line) and has_times(line) for line in lines):
        return None
    try:
        printed = read_schedule([text for line in lines for text in plain(line)]).osm()
    except Uncertain:
        return None
    return printed if printed and opening_hours.validate(printed) else None
