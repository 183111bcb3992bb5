"""Tells apart whose hours a section prints: several offices, in person or by telephone, with appointment."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.records import Section
from corpus.values.hours import by_telephone, has_times, limits, parse_hours, sentences, understood
from ingest.facts.lines import lines

_GENERIC = re.compile(
    r"(?:(?:unsere|die|allgemeine|reguläre|aktuelle|persönliche)\s)*(?:\w*(?:öffnungs|sprech|service|geschäfts|besuchs|besucher"
    r"|schalter|dienst|betriebs|büro)(?:zeit(?:en)?|stunden?)|zeit(?:en)?|uhrzeit(?:en)?|tage?|wochentage?|persönlich"
    r"|(?:opening|office|business)\s(?:hours|times)|hours|day|time|wann|geöffnet)\b"
    r"(?:\s(?:für publikum|des amtes|der verwaltung|der stadtverwaltung|im überblick))?",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:amt|ämter|service|büro|stelle|rathaus|kasse|hof|archiv|bücherei|bibliothek|bad|museum|behörde|verwaltung|center|zentrum|schalter"
    r"|abteilung|fachbereich|sachgebiet|dienst|registratur|zulassung|schule|halle|haus|galerie|standort|info(?:rmation)?)"
    r"(?:\s[A-ZÄÖÜ][\wäöüß-]*){0,2}$",
    re.IGNORECASE,
)
_APPOINTMENT = re.compile(
    r"\b(?:nur |ausschließlich )?mit (?:vorheriger )?(?:termin|anmeldung)", re.IGNORECASE
)
_WITHOUT = re.compile(r"\bohne (?:vorherige )?(?:termin|anmeldung)", re.IGNORECASE)
# These belong to the hours themselves, before a colon too: "Vormittags:", "April bis September:".
_OF_HOURS = re.compile(
    r"\d|\b(?:mo|di|mi|do|fr|sa|so|vormittags?|nachmittags?|morgens|abends|täglich|werktags?|sommer\w*|winter\w*|\w*ferien"
    r"|\w*wochen?|geschlossen|feiertag\w*|jan\w*|feb\w*|mär\w*|apr\w*|mai|jun\w*|jul\w*|aug\w*|sep\w*|okt\w*|nov\w*|dez\w*"
    r"|closed|summer|winter|\w+day|von|bis|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\d{1,2}\.\s?(?:\d{1,2}\.|[A-Z][a-zä]{2,})")
# "1." is no list's mark here: "1. und 3. Mittwoch im Monat".
_BULLET = re.compile(r"^[-–•*]\s+")
_NUMBER = re.compile(r"(?:tel\.?|telefon|fon|phone|mobil|fax)\s*[:.]?\s*[\d+(]", re.IGNORECASE)
_HEAD = re.compile(r"^([^:;]{3,60}):\s+(\S.*)$")
# "Schulschwimmen": a line of its own that says no more than what is open, or for whom.
_TITLE = re.compile(r"[A-ZÄÖÜ][\wäöüßÄÖÜ-]{3,}(?:\s[\wäöüßÄÖÜ-]+){0,4}")
# Hours that held before or will hold; "Altes Rathaus" is a place.
_NOT_NOW = re.compile(
    r"\b(?:alte|bisherige|frühere|ehemalige|künftige|zukünftige|neue)[rns]?\s\w*(?:zeit(?:en)?|stunden?)\b|aufgelöst",
    re.IGNORECASE,
)
_LONGEST_LABEL = 60
_LONGEST_SENTENCE = 200


@dataclass
class Strand:
    """Hours of one office and manner: as printed, and the parts of them that the parser reads.

    `label` is as printed, "" where none or only "Öffnungszeiten" is; `stated` counts lines with day and time;
    `title` is an unknown line below the hours, which may say of what those right behind it are.
    """

    label: str = ""
    telephone: bool = False
    appointment: bool = False
    printed: list[str] = field(default_factory=list)
    read: list[str] = field(default_factory=list)
    stated: int = 0
    title: str = ""

    def osm(self) -> str | None:
        """The strand in OpenStreetMap syntax; None by telephone and where it isn't certain."""
        if self.telephone or _NOT_NOW.search(self.label):
            return None
        return parse_hours([*self.read, *(["nur mit Termin"] if self.appointment else [])])

    def print_line(self, line: str) -> None:
        """Keep a line as printed, once."""
        if line not in self.printed[-1:]:
            self.printed.append(line)


def hours_strands(section: Section, *, everything: bool) -> Iterator[Strand]:
    """Give the strands of a section that state hours.

    With `everything` all lines that may belong to hours are read, else only sentences with a day and times
    and without a date ("am Donnerstag, 3. Dezember, geschlossen" is news, no hours).
    """
    splitter = _Splitter(telephone=by_telephone(section.heading), everything=everything)
    for line in lines(section):
        splitter.add(line)
    for strand in splitter.strands:
        if strand.stated or (strand.read and strand.osm()):
            yield strand


class _Splitter:
    """Takes line by line; `current` is the strand that unlabelled lines belong to."""

    def __init__(self, *, telephone: bool, everything: bool) -> None:
        self.everything = everything
        self.telephone = telephone
        self.current = Strand(telephone=telephone)
        self.strands = [self.current]

    def add(self, line: str) -> None:
        text = _BULLET.sub("", line).strip()
        if _NUMBER.match(text):
            if has_times(text):
                self.by_telephone(line, text)
            return
        if _is_label(text):
            self.begin(text.rstrip(" :"), line)
            return
        head = _HEAD.match(text)
        if head and not _OF_HOURS.search(head[1]) and has_times(head[2]):
            if not _is_generic(head[1]):
                self.begin(head[1], "")
            elif self.current.telephone:
                self.begin("", "")
            self.take(line, head[2])
            return
        if has_times(text):
            for sentence in sentences(text):
                self.sentence(line, sentence)
        else:
            self.take(line, text)

    def begin(self, label: str, line: str) -> None:
        """Begin a strand, or go on with the one of that name."""
        generic = _is_generic(label)
        telephone = by_telephone(label) or (self.telephone and not generic)
        name = "" if generic else label
        known = (one for one in self.strands if one.label == name and one.telephone == telephone)
        strand = next(known, None)
        if strand is None:
            by_appointment = bool(_APPOINTMENT.search(label)) and not _WITHOUT.search(label)
            strand = Strand(name, telephone, by_appointment)
            self.strands.append(strand)
        self.current = strand
        if line and not generic:
            strand.print_line(line)

    def sentence(self, line: str, text: str) -> None:
        if not (by_telephone(text) and has_times(text)) or self.current.telephone:
            self.take(line, text)
        else:
            self.by_telephone(line, text)

    def by_telephone(self, line: str, text: str) -> None:
        """Keep what is said of calls only apart from the hours around it."""
        apart = next((one for one in self.strands if one.telephone), None)
        if apart is None:
            apart = Strand(telephone=True)
            self.strands.append(apart)
        apart.print_line(line)
        apart.read.append(text)
        apart.stated += 1

    def take(self, line: str, text: str) -> None:
        states = has_times(text)
        if self.everything:
            belongs = states or understood(text) or any(limits(one) for one in sentences(text))
        else:
            belongs = states and len(text) <= _LONGEST_SENTENCE and not _DATED.search(text)
        if belongs:
            if states and self.current.title and text not in self.current.read:
                # The hours of two things in one would be those of neither; the title makes them unreadable.
                self.current.read.append(self.current.title)
            self.current.title = ""
            self.current.print_line(line)
            self.current.read.append(text)
            self.current.stated += states
        else:
            self.current.title = text if self.current.stated and _TITLE.fullmatch(text) else ""


def _is_generic(label: str) -> bool:
    """Tell whether a label says only that hours follow: "Öffnungszeiten", not "Telefonsprechzeiten"."""
    return not by_telephone(label) and _GENERIC.fullmatch(label) is not None


def _is_label(text: str) -> bool:
    """Tell whether a line of its own names what the next lines are about."""
    if len(text) > _LONGEST_LABEL or _OF_HOURS.search(text) or text.endswith((".", "!", "?")):
        return False
    name = text.rstrip(" :")
    if text.endswith(":") or _is_generic(name) or by_telephone(name):
        return True
    if understood(name):
        # "mit und ohne Termin" below the times of a day belongs to these.
        return False
    return len(name.split()) <= 4 and bool(_OFFICE.search(name))
