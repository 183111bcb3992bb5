"""Opening hours: the lines as printed, and OpenStreetMap syntax where all of them are certain."""

import re
from collections.abc import Iterator

from corpus.records import Fact, FactKind, Section, SectionKind
from ingest.facts.strands import Strand, hours_strands

_OPEN = re.compile(
    r"geöffnet|\boffen\b|öffnungszeit|sprechzeit|sprechstunde|servicezeit|besuchszeit|schalterzeit"
    r"|\bopen\b|opening hours|office hours",
    re.IGNORECASE,
)
_ENOUGH_LINES = 2


def find_hours(section: Section, index: int) -> Iterator[Fact]:
    """Find the hours of a section: a fact for each office or manner (in person, by telephone) it names.

    In sections about something else only lines count that say that something is open, or a whole table of
    hours. Everything that limits hours ("nach Vereinbarung", "in den Ferien geschlossen") goes to the parser
    too, so that it gives a syntax only if nothing is left over.
    """
    in_hours = section.kind is SectionKind.HOURS
    for strand in hours_strands(section, everything=in_hours):
        osm = strand.osm()
        if in_hours or section.kind is SectionKind.CONTACT or _says_open(section, strand, osm):
            text = "\n".join(strand.printed)
            yield Fact(
                kind=FactKind.HOURS,
                value=text,
                words=text,
                section=index,
                label=strand.label or section.heading,
                osm=osm,
            )


def _says_open(section: Section, strand: Strand, osm: str | None) -> bool:
    """Tell whether lines outside of sections about hours and contact are opening hours."""
    if _OPEN.search("\n".join([section.heading, strand.label, *strand.printed])):
        return True
    return osm is not None and strand.stated >= _ENOUGH_LINES
