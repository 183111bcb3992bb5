"""Durations in a sentence: how long the office takes. How long an appointment or a validity lasts is none."""

import re

from corpus.records import SectionKind
from ingest.facts.times.clauses import LONGEST_WHOLE, clause
from ingest.facts.times.deadlines import misleads
from ingest.facts.times.spans import APPROXIMATELY, SPAN

_DURATION = re.compile(
    rf"(?:(?:innerhalb|binnen|within)(?:\s+von)?\s+)?(?:{APPROXIMATELY}\s+)*{SPAN}"
    r"|\b(?:sofort|umgehend|immediately)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"bearbeitung(?!saufwand|sgebühr|snummer)|lieferzeit|lieferdauer|wartezeit|processing|produktionszeit|herstellungsdauer|\bvergehen\b",
    re.IGNORECASE,
)
# What takes time at an office; courses, terms and journeys take time too.
_TAKES = re.compile(
    r"(?:verfahren|antr[aä]g|ausstellung|genehmigung|erteilung|zustellung|herstellung|produktion|lieferung"
    r"|versand|ausfertigung|prüfung (?:des|der|ihre)|prüfen|bestellung|rückmeldung|entscheidung|einbürgerung"
    r"|anerkennung|eintragung|bescheid\b|\w*pass\b|ausweis\b|führerschein\b|\b(?:das|es)\b|application"
    r"|procedure|\bit\b)[^.;]{0,60}?\b(?:dauer[nt]|takes?)\b|\bdauert es\b",
    re.IGNORECASE,
)
# "Wir entscheiden innerhalb von …": a promise of the office.
_PROMISE = re.compile(
    r"\b(?:wir|die (?:behörde|verwaltung|stadt|gemeinde))\b.{0,60}?\b(?:innerhalb|binnen|in der regel)\b"
    r"|\b(?:bearbeiten|entscheiden|prüfen)\s+wir\b|\bwe (?:process|decide)\b"
    r"|\bwird\b.{0,40}?\binnerhalb\b.{0,60}?\b(?:bearbeitet|entschieden|ausgestellt)",
    re.IGNORECASE,
)
_SPAN_TO = rf"\b(?:nach|in|innerhalb von|binnen|within)\s+(?:{APPROXIMATELY}\s+)*{SPAN}"
_READY = re.compile(
    rf"{_SPAN_TO}(?:(?!\bmuss\b|\bmüssen\b)[^.;]){{0,60}}?\b(?:abgeholt|abholbereit|geliefert|ausgestellt"
    r"|zugestellt|zugesandt|zugeschickt|fertig|ausgehändigt|abholen|zur abholung|(?:bekommen|erhalten) sie)\b"
    rf"|\b(?:abholbereit|fertig|geliefert|ready|sie (?:bekommen|erhalten))\b[^.;]{{0,40}}?{_SPAN_TO}",
    re.IGNORECASE,
)
# "Über den Antrag ist innerhalb von drei Monaten zu entscheiden": a bound of the office, not the citizen's.
_DECIDES = re.compile(
    r"\büber\b.{0,80}\b(?:innerhalb|binnen)\b[^.;]{0,60}"
    r"\b(?:zu entscheiden|zu bescheiden|entscheidet|entschieden)\b",
    re.IGNORECASE,
)
# "Wird er nicht binnen drei Monaten abgeholt, …": what the citizen has to do by then.
_NOT_WITHIN = re.compile(r"\bnicht\s+(?:spätestens\s+)?(?:innerhalb|binnen)\b", re.IGNORECASE)
_AT_ONCE = re.compile(
    r"\b(?:sofort|umgehend)(?= (?:ausgestellt|ausgehändigt|mitgenommen|mitnehmen|erledigt|bearbeitet|fertig"
    r"|erteilt)\b)",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:muss|müssen|ist .* zu|sind .* zu|antworten|zurückruf\w*|zurückgerufen|rufen|melden uns)\b",
    re.IGNORECASE,
)
_OTHER_HEADING = re.compile(
    r"termin|gültig|gilt\b|gelten|geltung|aufbewahr|öffnungsdauer|\bkurs|veranstaltung|aufenthalt|nutzung"
    r"|ruhezeit|ruhefrist|leih|miet|wohndauer|validity|appointment|förder|bewilligung|leistungsdauer"
    r"|bezugsdauer|gespräch|beratung|besuch|führung\b|trauung|probe",
    re.IGNORECASE,
)
_PROCESSING = re.compile(r"bearbeitung|verfahren|processing|wartezeit|lieferzeit", re.IGNORECASE)
_APPOINTMENT = re.compile(
    r"\b(?:vor-ort-)?(?:termine?s?|gespräch|beratung|besuch|appointment|vorsprache)\b.{0,50}?\b(?:dauer[nt]"
    r"|vorgesehen|eingeplant|einplanen|reserviert|takes|lasts|minuten|minutes)\b|\bplanen sie\b"
    r"|\b(?:dauer|länge) des termins\b|\bminuten\b.{0,30}\b(?:termin|einplanen|eingeplant)",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"gültig|\bgilt\b|\bgelten\b|geltungsdauer|\bvalid\b|befristet|aufbewahrt|verlängert werden"
    r"|(?:leihe|kurse?|veranstaltung|fest|führung|fahrt|praktikum|lehrgang|ausbildung|probezeit|amtszeit)"
    r"\b.{0,30}?\bdauer[nt]\b",
    re.IGNORECASE,
)


def is_about_processing(kind: SectionKind, heading: str) -> bool:
    """Tell whether a section about durations is about how long the office takes."""
    if kind is not SectionKind.DURATION:
        return False
    return not is_about_else(heading)


def is_about_else(heading: str) -> bool:
    """Tell whether a heading, or the head of a line, is about how long else something lasts."""
    return bool(_OTHER_HEADING.search(heading)) and not _PROCESSING.search(heading)


def find_duration(sentence: str, *, in_duration: bool) -> str:
    """The duration that a sentence states; "" if none, or if it is of something else.

    A sentence of a section about processing times is given whole; elsewhere its one span, or it whole if it
    has several.
    """
    if _APPOINTMENT.search(sentence) and not _PROCESSING.search(sentence):
        return ""
    if at_once := _AT_ONCE.search(sentence):
        return at_once[0]
    if _LASTS.search(sentence) or _NOT_WITHIN.search(sentence):
        return ""
    if in_duration:
        whole = sentence.rstrip(".") if len(sentence) <= LONGEST_WHOLE else ""
        if _DURATION.search(sentence) and whole:
            return whole
    elif not says_how_long(sentence):
        return ""
    return _one_span(sentence)


def says_how_long(sentence: str) -> bool:
    """Tell whether a sentence speaks of how long the office takes."""
    if (
        _DECIDES.search(sentence)
        or _WORDS.search(sentence)
        or _TAKES.search(sentence)
        or _AT_ONCE.search(sentence)
    ):
        return True
    return not _MUST.search(sentence) and bool(_PROMISE.search(sentence) or _READY.search(sentence))


def _one_span(sentence: str) -> str:
    matches = list(_DURATION.finditer(sentence))
    if not matches or any(misleads(sentence, *match.span()) for match in matches):
        return ""
    if len(matches) > 1:
        return sentence.rstrip(".") if len(sentence) <= LONGEST_WHOLE else ""
    return clause(sentence, *matches[0].span())
