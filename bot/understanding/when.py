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


_HOLIDAYS = (
    (
        r"\bheilig\w*abend\w*|christmas eve|noel arifesi|сочельник|святвечір|ليلة عيد الميلاد|wigili",
        12,
        24,
    ),
    (r"\bsilvester|new year.?s eve|yılbaşı gecesi|ليلة رأس السنة|sylwest", 12, 31),
    (r"\bneujahr|new year.?s day|yılbaşı|нов(?:ый|ий) (?:год|рік)|رأس السنة|now(?:y|ego) rok", 1, 1),
    (r"\bzweite\w* weihnacht|\b2\. weihnacht|boxing day", 12, 26),
    (
        r"\bweihnacht(?!sferien|smarkt|sbaum)|christmas|noel\b|рождеств|різдв|عيد الميلاد|boże narodzeni",
        12,
        25,
    ),
    (r"\b(?:tag der deutschen einheit|german unity day)", 10, 3),
    (r"\b(?:erste[rn]? mai|tag der arbeit|labou?r day)", 5, 1),
    (r"\b(?:heilige\w* drei könige|dreikönig)", 1, 6),
    (r"\ballerheiligen", 11, 1),
    (r"\breformationstag", 10, 31),
)
_AFTER_EASTER = (
    (r"\bgründonnerstag", -3),
    (r"\bkarfreitag|good friday", -2),
    (r"\bostersamstag|\bkarsamstag", -1),
    (r"\bostermontag|easter monday", 1),
    (r"\b(?:christi )?himmelfahrt\w*|\bvatertag|ascension day", 39),
    (r"\bpfingstmontag|whit monday", 50),
    (r"\bfronleichnam|corpus christi", 60),
)
_MONTHS = ["januar", "februar", "märz", "april", "mai", "juni"]
_MONTHS += ["juli", "august", "september", "oktober", "november", "dezember"]
_DATE = re.compile(
    rf"\b(\d{{1,2}})\.\s?(?:(\d{{1,2}})\.(?:\s?(\d{{4}}))?|({'|'.join(_MONTHS)})\b(?:\s(\d{{4}}))?)",
    re.IGNORECASE,
)


def day_meant(text: str, today: date) -> date | None:
    """The day that `text` names, today or later; None where it names none.

    A weekday is the next of its name, today included; "samstags" is every Saturday and so no day.
    """
    if named := _dated(text, today) or _holiday(text, today):
        return named
    for pattern, days in _WORDS:
        if pattern.search(text):
            return today + timedelta(days=days)
    for weekday, names in enumerate(_DAYS):
        if re.search(rf"(?<!\w)(?:{names})(?!s\b)(?!\w*s\b)", text, re.IGNORECASE):
            return today + timedelta(days=(weekday - today.weekday()) % 7)
    return None


def _dated(text: str, today: date) -> date | None:
    """The day of a printed date; without a year the next of its kind. None where there is no such day."""
    match = _DATE.search(text)
    if match is None:
        return None
    month = int(match[2]) if match[2] else _MONTHS.index(match[4].lower()) + 1
    year = match[3] or match[5]
    try:
        if year:
            day = date(int(year), month, int(match[1]))
            return day if day >= today else None
        return _next(today, month, int(match[1]))
    except ValueError:
        return None


def _holiday(text: str, today: date) -> date | None:
    for pattern, month, day in _HOLIDAYS:
        if re.search(pattern, text, re.IGNORECASE):
            return _next(today, month, day)
    for pattern, days in _AFTER_EASTER:
        if re.search(pattern, text, re.IGNORECASE):
            this_year = _easter(today.year) + timedelta(days=days)
            return this_year if this_year >= today else _easter(today.year + 1) + timedelta(days=days)
    return None


def _next(today: date, month: int, day: int) -> date:
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


def _easter(year: int) -> date:
    """Easter Sunday, reckoned back from the public holiday on the Monday after it."""
    import holidays

    named: dict[date, str] = dict(holidays.country_holidays("DE", years=year, language="de"))
    return next(day for day, name in named.items() if name == "Ostermontag") - timedelta(days=1)
