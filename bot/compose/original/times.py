"""Times that aren't asked for: validity or processing, paying or applying, an appointment's length."""

import re

from bot.compose.asked import asked, says_validity
from bot.reader.lines import Line
from bot.run import Run
from corpus.records import Section, SectionKind

_APPOINTMENT = re.compile(r"\btermins?\b|\bappointment", re.IGNORECASE)
_PAYS = re.compile(r"\b(?:be)?zahl(?:en|t|ung\w*)\b|\bfällig|\büberweis|\bpay\b|\bdue\b", re.IGNORECASE)
_BY_WHEN = re.compile(
    r"\bfällig|\b\d{1,2}\. ?(?:[A-Z]|\d)|\bspätestens|\binnerhalb|\bbinnen|\bvierteljähr|\bmonatlich|\bdue\b"
)
_TAKES = re.compile(r"\bdauer|\btake\b", re.IGNORECASE)


def is_of_another_time(run: Run, text: str) -> bool:
    """How long a paper is valid is not how long it takes to get one; each is told only to who asks for it.

    By when to pay isn't by when to apply, either.
    """
    if any(aspect.name == "deadline" for aspect in asked(run)) and _PAYS.search(run.text):
        return not (_PAYS.search(text) and _BY_WHEN.search(text))
    if not any(aspect.name == "duration" for aspect in asked(run)):
        return False
    return says_validity(run.text) != says_validity(text)


def is_of_appointment(run: Run, part: Line | Section) -> bool:
    """How long an appointment takes is not how long the service takes, or how long a paper is valid."""
    if part.kind is not SectionKind.DURATION or _APPOINTMENT.search(run.text) or _TAKES.search(run.text):
        return False
    return bool(_APPOINTMENT.search(part.heading) or _APPOINTMENT.search(part.text))
