"""Which headings of a page tell a reader of an answer anything."""

import re

from corpus.records import SectionKind

# Every page has them; above an answer they are noise.
_GENERAL = re.compile(
    r"(?:(?:allgemeine|weitere|wichtige|grundlegende|nützliche|ergänzende)[sn]?\s)?"
    r"(?:allgemeines|beschreibung|leistungsbeschreibung|kurzbeschreibung|informationen?|hinweise?|infos?"
    r"|übersicht|überblick|einleitung|details?|inhalt|kurztext|volltext|teaser|wissenswertes"
    r"|description|overview|information|details)"
    r"(?:\s(?:zur|zum|zu)\s(?:leistung|thema|dienstleistung|verfahren))?:?",
    re.IGNORECASE,
)


def shown_heading(heading: str, kind: SectionKind, title: str) -> str:
    """The heading to show above lines of a section; "" where it only repeats the title or says nothing."""
    plain = heading.strip()
    if _GENERAL.fullmatch(plain) or plain.casefold() == title.strip().casefold():
        return ""
    return "" if kind is SectionKind.DESCRIPTION and plain.casefold() in title.casefold() else plain
