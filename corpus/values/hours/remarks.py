"""Sentences around the times: which of them change nothing, and which limit what is printed."""

import re
from collections.abc import Iterator

from corpus.values.hours.tokens import Uncertain, tokens

_WEEKDAY = (
    r"(?:(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"|täglich|werktags?|feiertag\w*)"
)
_DAY = re.compile(rf"\b(?:{_WEEKDAY}|mo|di|mi|do|fr|sa)\b", re.IGNORECASE)
_TIME = re.compile(r"\b\d{1,2}(?:[:.]\d{2})?\s?(?:uhr|h\b|[-–—]|bis\b|[ap]\.?m\b)|\d[:.]\d\d", re.IGNORECASE)
_LIMITS = re.compile(
    rf"\b{_WEEKDAY}\b|vereinbarung|termin(?!al)|anmeldung|absprache|feiertag|ferien|geschlossen|außer|closed|appointment"
    r"|jede[nrs]?\b|gilt|gelten|abweichend|geändert|nur\b|ausschließlich|\buhr\b|öffnungszeit|sprechzeit|monat"
    r"|januar|februar|märz|april|\bmai\b|juni|juli|august|september|oktober|november|dezember|\d\.\s?\d{1,2}\."
    r"|\b(?:sommer|winter)(?:zeit|saison|halbjahr|monate\w*|öffnung\w*|pause)?\b|saison|woche|vormittag|nachmittag|weiteres|derzeit|vorübergehend|ausnahm|verkürzt|eingeschränkt"
    r"|entfällt|entfallen|ruhetag|schließ|fasching|karneval|rosenmontag|brückentag|silvester|weihnacht"
    r"|zurzeit|zur zeit|momentan|(?:publikums|partei|besuchs)verkehr"
    r"|betriebs(?:ferien|ausflug|versammlung)|besetzt"
    r"|\bfällt\b.*\baus\b|\bausfall|\burlaub|streik|witterung|\bwetter|markttag|versuchsweise|pflicht\b"
    r"|vorher\b|vorab\b|im voraus|reservier|\bbuchen\b|zeitfenster",
    re.IGNORECASE,
)
# "15 Minuten vor Ende der Öffnungszeit": it says when to come, not when it is open.
_LAST_ENTRY = (
    r"(?:letzter?\s(?:einlass|eintritt|annahme|aufruf|ausgabe|anlieferung|abgabe|zutritt)|annahmeschluss|einlassschluss"
    r"|kassenschluss|einlass|wartemarken|last (?:admission|entry))"
)
_TRAILING_LAST_ENTRY = re.compile(
    rf"[,;(–-]?\s*\b{_LAST_ENTRY}\b(?![^,;()\n]*\b(?:nur|ausschließlich|ohne)\b)[^,;()\n]*\)?", re.IGNORECASE
)
_HARMLESS = re.compile(
    rf"\b{_LAST_ENTRY}\b|termin\w*\s(?:ist|sind)\s(?:hierfür\s|dafür\s|dazu\s)?nicht|kein(?:en|e)?\s(?:vorherige\s)?termin"
    r"|ohne\s(?:vorherige[nr]?\s)?(?:termin|anmeldung|voranmeldung)|no appointment"
    r"|(?:empfehlen|empfohlen|empfiehlt|ratsam|sinnvoll|recommend)"
    r"|online[- ]termin\w* (?:buchen|vereinbaren)$|termin (?:online )?(?:buchen|vereinbaren)$"
    r"|barrierefrei|parkpl",
    re.IGNORECASE,
)
_APPOINTMENT = re.compile(
    r"termin(?!al)|vereinbarung|absprache|\b(?:vor)?anmeldung|voranmeldung|appointment", re.IGNORECASE
)
_MORE_TERMS = re.compile(
    r"^(?:weitere|andere|zusätzliche|sonstige|sowie|und|oder|außerhalb|darüber hinaus|ansonsten|auch"
    r"|zusätzlich)\b",
    re.IGNORECASE,
)
# "An den übrigen Tagen nach Vereinbarung": of the printed hours it says nothing.
_OF_OTHER_TIMES = re.compile(
    r"\b(?:übrige|ander|restlich|sonstige)\w*\s(?:wochen|werk)?(?:tage?n?|zeiten)\b"
    r"|\baußerhalb (?:der|dieser|unserer|von|den)\b",
    re.IGNORECASE,
)
# "Ohne Termin ist kein Einlass möglich", "Einlass nur mit Termin".
_NOT_WITHOUT = re.compile(
    r"\bohne\s(?:\w+\s)?(?:termin\w*|(?:vor)?anmeldung)\b.*\b(?:nicht|kein\w*)\b"
    r"|\b(?:nicht|kein\w*)\b.*\bohne\s(?:\w+\s)?(?:termin\w*|(?:vor)?anmeldung)\b"
    rf"|\b{_LAST_ENTRY}\b.*\b(?:nur|ausschließlich)\b.*(?:termin(?!al)|anmeldung|vereinbarung|reservierung)",
    re.IGNORECASE,
)
_REQUIRED = re.compile(
    r"(?:(?:eine|vorherige|telefonische|online)[- ])*"
    r"(?:termin(?:vereinbarung|absprache|buchung)?|(?:vor)?anmeldung)"
    r" (?:ist )?(?:zwingend |unbedingt |immer )?(?:erforderlich|notwendig|nötig)"
    r"|keine? offenen? (?:sprechzeit(?:en)?|sprechstunden?)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[a-zäöüß)]{2})[.!]\s+(?=[A-ZÄÖÜ])")
_SUBJECT = re.compile(
    r"^(?:(?:das|die|der|unsere?|im|in der|ihr)\s[\w äöüÄÖÜß./-]{2,60}?)\s"
    r"(?:(?=(?:ist|sind|hat|haben)\b)|(?:findet|finden|öffnet)\b)",
    re.IGNORECASE,
)
_OFFICE = (
    r"\w*(?:amt|büro|rathaus|hof|bücherei|bibliothek|bad|museum|stelle|verwaltung|archiv|center|zentrum)"
)
_LATE_SUBJECT = re.compile(
    rf"\b(bleib(?:t|en)|ist|sind|hat)\s(?:der|die|das|unsere?)\s{_OFFICE}\s", re.IGNORECASE
)
_WHERE = re.compile(
    r"[,;]?\s*\(?\b(?:Erdgeschoss\b(?!\s?\d)"
    r"|(?:Zimmer|Zi\.|Raum|Zimmer-Nr\.|Etage|Erdgeschoss|EG|\d\. OG)\b\s?[\dA-Z][\w.]*)\)?"
    r"|\s(?:im|in der|in den|auf dem)\s[A-ZÄÖÜ][\wäöüß ,-]{2,40}(?=\sstatt$)|\sstatt$"
)
_OTHER_IN_HOLIDAYS = re.compile(
    r"ferien\b.*\b(?:gelten|gilt|andere|abweichend|geändert|verkürzt|eingeschränkt)|"
    r"\b(?:gelten|gilt|andere|abweichend|geändert|verkürzt|eingeschränkt)\w*\b.*ferien",
    re.IGNORECASE,
)
_CONTAINS_DAY_OR_TIME = re.compile(rf"{_DAY.pattern}|\d", re.IGNORECASE)


def has_times(line: str) -> bool:
    """Whether the line states a day with times."""
    return bool(_DAY.search(line) and _TIME.search(line))


def understood(line: str) -> bool:
    """Whether `line` holds words of opening hours and no others: a day, a time, "vormittags"."""
    try:
        return bool(tokens([line]))
    except Uncertain:
        return False


def limits(sentence: str) -> bool:
    """Whether a sentence may limit the hours that stand around it."""
    if _NOT_WITHOUT.search(sentence):
        return True
    return bool(_LIMITS.search(sentence)) and not _HARMLESS.search(sentence)


def sentences(line: str) -> list[str]:
    """The sentences of a line; a stop after an abbreviated day is no end."""
    return [part.strip() for part in _SENTENCE_END.split(line) if part.strip()]


def without_last_entry(line: str) -> str:
    """Leave out until when one is let in."""
    return _TRAILING_LAST_ENTRY.sub("", line)


def without_subject(sentence: str) -> str:
    """Leave out who is open and where: "Das Bürgerbüro ist montags …" is "ist montags …"."""
    sentence = _LATE_SUBJECT.sub(r"\1 ", _WHERE.sub("", sentence))
    match = _SUBJECT.match(sentence)
    if match and not _CONTAINS_DAY_OR_TIME.search(match[0]):
        return sentence[match.end() :]
    return sentence


def plain(line: str) -> Iterator[str]:
    """A line in the words of the grammar; remarks that change nothing are left out.

    What says that an appointment is needed becomes "nur mit Termin", whoever it addresses.
    """
    for sentence in sentences(line):
        bare = without_subject(without_last_entry(sentence).rstrip(".! "))
        if _REQUIRED.fullmatch(bare) or (_NOT_WITHOUT.search(sentence) and not has_times(sentence)):
            yield "nur mit Termin"
        elif has_times(bare) or not _is_prose(bare) or understood(bare):
            if bare.strip():
                yield bare
        elif _HARMLESS.search(bare):
            continue
        elif _OTHER_IN_HOLIDAYS.search(bare):
            yield "in den Sommerferien"
        elif _APPOINTMENT.search(bare) and _OF_OTHER_TIMES.search(bare):
            continue
        elif _APPOINTMENT.search(bare) and not _MORE_TERMS.search(bare):
            days = _DAY.findall(bare)
            yield f"{', '.join(days)} nur mit Termin" if days else "nur mit Termin"
        elif _LIMITS.search(bare):
            yield bare


def _is_prose(text: str) -> bool:
    """Whether it is a sentence: four words and more that aren't part of a table."""
    return len(re.findall(r"[A-Za-zÄÖÜäöüß]{2,}", text)) > 3
