"""How people with disabilities get into an office and about in it."""

import re
from collections.abc import Iterator

from corpus.records import Fact, FactKind, Section, SectionKind
from ingest.facts.lines import is_item, lines, statements, without_mark

_HEADING = re.compile(
    r"barrierefrei|rollstuhl|zugänglich|behinderten(?:gerecht|parkpl)|accessib|disabled access|step-free",
    re.IGNORECASE,
)
_NOT_OFFICE = re.compile(
    r"web-?(?:site|seite|auftritt|angebot)|internet|\bBITV\b|erklärung zur barriere|barriere melden"
    r"|bauen|wohn"
    r"|leichte sprache|dokumente?\b|\bpdf\b|formular|schlichtung|digital",
    re.IGNORECASE,
)
_FACILITY = re.compile(
    r"stufenlos|stufenfrei|ebenerdig|barrierefrei(?:e[rsnm]?)?\b.{0,40}\b(?:zugang|zugänglich|eingang"
    r"|erreichbar|wc|toilette|parkpl\w*"
    r"|haltestelle|gebäude)|(?:zugang|zugänglich|eingang|erreichbar|wc|toiletten?|gebäude"
    r"|räume)\b.{0,40}\bbarrierefrei"
    r"|\brollstuhl|\baufz(?:ug|üge)|\bfahrst(?:uhl|ühle)|\blift\b|\brampe\b|behindertengerecht"
    r"|behinderten-?(?:parkpl|wc|toilette)"
    r"|induktions|höranlage|gebärden(?:sprach)?(?:dolmetsch|kommunikation)|gebärdensprache|blindenleit"
    r"|leitsystem|taktil"
    r"|braille|automatische tür|wheelchair|step-free|elevator|hearing loop|sign language"
    r"|accessible (?:entrance|toilet)",
    re.IGNORECASE,
)
# "Sie dürfen auf Behindertenparkplätzen parken" is about a permit.
_ABOUT_ELSE = re.compile(
    r"\b(?:dürfen|berechtigt|ausnahmegenehmigung|parkausweis|merkzeichen|antrag|beantrag|förder"
    r"|zuschuss|einbau|rollstuhlsport)",
    re.IGNORECASE,
)
_OFFICE = frozenset({SectionKind.CONTACT, SectionKind.HOURS})
_LONGEST = 160


def find_accessibility(section: Section, index: int) -> Iterator[Fact]:
    """Find what is said of access, lifts, toilets, parking, induction loops, sign language, in its words.

    Under a heading about access every line counts, elsewhere short ones that name a facility. The
    accessibility of a website is none of it.
    """
    if _NOT_OFFICE.search(section.heading):
        return
    is_headed = bool(_HEADING.search(section.heading))
    for line in lines(section):
        for statement in statements(line):
            if _tells(statement, section, is_headed=is_headed):
                yield Fact(
                    kind=FactKind.ACCESSIBILITY, value=without_mark(statement), words=statement, section=index
                )


def _tells(statement: str, section: Section, *, is_headed: bool) -> bool:
    if len(statement) > _LONGEST or _NOT_OFFICE.search(statement):
        return False
    if is_headed:
        return is_item(statement) or bool(_FACILITY.search(statement))
    if _ABOUT_ELSE.search(statement):
        return False
    return bool(_FACILITY.search(statement)) and section.kind in _OFFICE | {SectionKind.DESCRIPTION}
