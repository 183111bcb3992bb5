"""What every office's page lists, whatever is asked of it: what it does, and how to get in."""

import re

from bot.compose.asked import asked
from bot.reader.lines import Line
from bot.run import Run
from corpus.records import DocumentKind

_OFFICE_LISTS = re.compile(
    r"(?:unsere |alle |angebotene )?(?:dienst)?leistungen\b.*|(?:unsere |die )?aufgaben\b.*"
    r"|(?:unser )?angebot\b.*"
    r"|das (?:machen|bieten) wir\b.*|services?\b.*|our services\b.*|zuständigkeiten\b.*",
    re.IGNORECASE,
)
_ACCESS = re.compile(r"barriere|rollstuhl|accessib", re.IGNORECASE)
_WHAT_IT_DOES = re.compile(
    r"\bleistung|\baufgabe|\bwas (?:macht|bietet|kann man|erledigt)\b|\bwofür\b|\bservices?\b|\bwhat does\b",
    re.IGNORECASE,
)


def is_of_every_office(run: Run, line: Line) -> bool:
    """Whether a line is of a list that an office's page has for everybody: what it does, how to get in."""
    if run.document is None or run.document.kind is not DocumentKind.OFFICE:
        return False
    if _ACCESS.search(line.heading):
        return not any(aspect.name == "accessibility" for aspect in asked(run))
    return bool(_OFFICE_LISTS.fullmatch(line.heading)) and not _WHAT_IT_DOES.search(run.text)
