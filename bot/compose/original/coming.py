"""What a page says of appointments, and of who has to come: asked of every service in every city."""

import re

from bot.compose.asked import asked
from bot.compose.linked.actions import is_appointment
from bot.reader.lines import Line
from bot.run import Run
from bot.understanding.aspects import GENERAL
from corpus.records import Document

Found = tuple[Document, Line, float]
"""A line with its page and the reader's score."""
_APPOINTMENT = re.compile(r"\btermine?s?\b|\bappointment", re.IGNORECASE)
_IN_PERSON = re.compile(
    r"\bpersönlich|\bvollmacht|\bbevollmächtig|\bvertret(?:en|ung|er)|\bjemand ander"
    r"|\bandere person|\bin person\b",
    re.IGNORECASE,
)


def about_coming(run: Run, document: Document) -> list[Found]:
    """What the page, or else the office in charge, says of appointments, or of who has to come.

    Only where that alone is asked; of both it takes whole sentences, no links.
    """
    if any(aspect.name not in GENERAL for aspect in asked(run)):
        return []
    if is_appointment(run.text):
        pattern, pages = _APPOINTMENT, (document, *run.tools.generation.office_for(document)[:1])
    elif _IN_PERSON.search(run.text):
        pattern, pages = _IN_PERSON, (document,)
    else:
        return []
    for page in pages:
        lines, reading = run.read_document(page)
        pairs = zip(lines, reading.lines, strict=True)
        said = ((one, score) for one, score in pairs if pattern.search(one.text))
        found = [(page, one, float(score)) for one, score in said if one.text.endswith((".", "!"))]
        if found:
            return found
    return []
