"""The day that a question is about: "habt ihr morgen offen?"."""

import re
from datetime import date, timedelta

_WORDS = (
    (re.compile(r"\b(?:übermorgen|uebermorgen)\b", re.IGNORECASE), 2),
    (
        re.compile(
            r"(?<!guten )(?<!jeden )\bmorgen\b(?!s)|\btomorrow\b|\byarın\b|\bзавтра\b|غدا|\bjutro\b",
            re.IGNORECASE,
        ),
        1,
    ),
    (
        re.compile(
            r"\b(?:heute|heut|jetzt|gerade|today|right now|bugün|şimdi|сегодня|сейчас|сьогодні|зараз|dzisiaj"
            r"|dziś|teraz)\b|اليوم|الآن",
            re.IGNORECASE,
        ),
        0,
    ),
)
_DAYS = (
    r"montag|monday|pazartesi|понедельник|понеділок|الاثنين|poniedzia[łl]ek",
    r"dienstag|tuesday|salı|вторник|вівторок|الثلاثاء|wtorek",
    r"mittwoch|wednesday|çarşamba|сред[ау]|серед[ау]|الأربعاء|środ[aę]",
    r"donnerstag|thursday|perşembe|четверг|четвер|الخميس|czwartek",
    r"freitag|friday|\bcuma\b|пятниц[ау]|п.ятниц[юя]|الجمعة|piątek",
    r"samstag|sonnabend|saturday|cumartesi|суббот[ау]|субот[ау]|السبت|sobot[aę]",
    r"sonntag|sunday|\bpazar\b|воскресенье|неділ[юя]|الأحد|niedziel[aę]",
)


def day_meant(text: str, today: date) -> date | None:
    """The day that `text` names, today or later; None where it names none.

    A weekday is the next of its name, today included; "samstags" is every Saturday and so no day.
    """
    for pattern, days in _WORDS:
        if pattern.search(text):
            return today + timedelta(days=days)
    for weekday, names in enumerate(_DAYS):
        if re.search(rf"(?<!\w)(?:{names})(?!s\b)(?!\w*s\b)", text, re.IGNORECASE):
            return today + timedelta(days=(weekday - today.weekday()) % 7)
    return None
