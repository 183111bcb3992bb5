"""The tokens of printed opening hours; one unknown word makes all of it uncertain."""

import re
from collections.abc import Sequence
from dataclasses import dataclass


class Uncertain(Exception):
    """The lines hold something that can't be read with certainty."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign that means something in opening hours, by its kind."""

    kind: str
    text: str = ""


_MONTH = (
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|January|February|March|May|June|July|October|December|(?:Jan|Feb|Mär|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Oct|Nov|Dez|Dec)\b\.?)"
)
_YEAR = r"(?:\s?20\d\d\b)?"
_DAY_IN_MONTH = r"(?<![\d.,:])(?:0?[1-9]|[12]\d|3[01])\."
_DATE = rf"{_DAY_IN_MONTH}\s?(?:{_MONTH}{_YEAR}|(?:0?[1-9]|1[0-2])\.(?:20\d\d\b)?(?!\d))"
_WEEKDAY = r"(?:Mo|Di|Mi|Do|Fr|Sa|So)"
_LONG_DAY = (
    r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
)
_ENGLISH_DAY = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)"
_ONE = (
    r"(?:Termin(?:e|s)?|Terminvereinbarung(?:en)?|Terminabsprache|Terminvergabe|Terminbuchung|Vereinbarung"
    r"|Absprache|(?:Vor)?anmeldung)"
)
_HOW = (
    r"(?:(?:vorheriger?|vorherigem|telefonischer?|telefonischem|individueller?|persönlicher?|rechtzeitiger?"
    r"|gesonderter?|besonderer?|online|gebuchtem|vereinbartem|oder|elektronischer?|schriftlicher?)\s+)*"
)
_BY_APPOINTMENT = (
    rf"(?:(?:mit|nach|auf)\s+{_HOW}{_ONE}(?:\s+möglich)?|(?:on |by )?(?:prior )?appointments?(?: only)?"
    rf"|by prior arrangement)\b"
)
_MORE = (
    r"(?:und|sowie|oder|bzw\.|beziehungsweise|auch|außerdem|zusätzlich|ansonsten|sonst|darüber hinaus"
    r"|außerhalb dieser Zeiten|weitere|andere|and|or|also|,|;|\s)"
)
_LABEL = (
    r"(?:(?:Unsere\s+|Die\s+|Allgemeine\s+|Reguläre\s+)*(?:Öffnungs|Sprech|Service|Geschäfts|Besuchs|Besucher|Schalter"
    r"|Dienst|Betriebs|Kassen|Büro|Beratungs)(?:zeit(?:en)?|stunden?)"
    r"|Wochentage?|Tage?|Zeit(?:en)?|Uhrzeit(?:en)?|Persönlich|(?:opening|office|business)\s(?:hours|times)|hours)"
)
_TOKENS = re.compile(
    # "Freitag, 9. Mai": dates before weekdays' ordinals and times.
    rf"(?P<dates>{_DAY_IN_MONTH}(?:(?:\s?(?:,|/|u\.|und|sowie|\+)\s?){_DAY_IN_MONTH})+\s?{_MONTH}{_YEAR})"
    rf"|(?P<date>{_DATE})"
    r"|(?P<sundays>Sonn-\s?(?:und|u\.|&|/)\s?Feiertag(?:en|e|s)?\b|Sun-?\s?and\s(?:public\s)?holidays)"
    rf"|(?P<day>{_LONG_DAY}s?\b|{_WEEKDAY}\b\.?|{_ENGLISH_DAY}\b\.?)"
    r"|(?P<daily>täglich\b|tägl\.|daily\b|every day\b|jeden Tag\b)"
    r"|(?P<workday>(?:an\s)?Werktag(?:en|e|s)\b)"
    r"|(?P<holiday>(?:an\s)?(?:gesetzlichen\s)?Feiertag(?:en|e|s)?\b|(?:on\s)?(?:public|bank)\sholidays?\b)"
    r"|(?P<school>(?:in|während)?\s?(?:der|den)?\s?(?:niedersächsischen|bayerischen|hessischen)?\s?"
    r"(?:Schul|Sommer|Oster|Herbst|Weihnachts|Pfingst|Winter)?ferien\b)"
    r"|(?P<except>außer\b|nicht(?=\s(?:in|während)\b)|ausgenommen\b|mit Ausnahme von\b|except\b)"
    rf"|(?P<nth>(?:jede[nrms]?\s|am\s|an\s)*(?:[1-5]\.(?=\s?(?:{_WEEKDAY}|und|u\.|,|sowie|im\s|des\s|\+|&|/))|"
    r"(?:erste|zweite|dritte|vierte|letzte)[nrsm]?\b|(?:1st|2nd|3rd|4th|first|second|third|fourth|last)\b))"
    r"|(?P<monthly>(?:im|des|jeden|eines jeden|of the|of every|in the)\s(?:jeweiligen\s)?(?:Monats?|month)\b)"
    r"|(?P<other>14-?\s?täg(?:ig|lich)|vierzehntäg(?:ig|lich)|zweiwöchentlich|alle (?:zwei|2) Wochen"
    r"|every (?:other|second) week)"
    r"|(?P<even>(?:in\s(?:den\s)?)?geraden?\s(?:Kalender)?Wochen?\b)"
    r"|(?P<odd>(?:in\s(?:den\s)?)?ungeraden?\s(?:Kalender)?Wochen?\b)"
    r"|(?P<always>24\s?Stunden(?:\stäglich)?(?:\sam Tag)?|24/7|rund um die Uhr|jederzeit)"
    r"|(?P<noon>(?:12\s)?(?:noon|mittags)\b)"
    r"|(?P<time>(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?![\d:.]\d|\d|\.\s?[A-ZÄÖÜ])"
    rf"(?:\s?(?:Uhr|h\b)|\s?[ap]\.?m\b\.?(?!\s(?:{_WEEKDAY}|[1-5]\.|erste|letzte)))?(?:\s(?:noon|mittags)\b)?)"
    r"|(?P<dash>-|–|—|−|bis(?:\szum|\szur)?\b|to\b|until\b)"
    rf"|(?P<month>{_MONTH}{_YEAR})"
    r"|(?P<summer>(?:in der\s|im\s)?(?:Sommer|Winter)(?:zeit|saison|halbjahr|öffnungszeit(?:en)?|monate)?\b"
    r"|Saison\b)"
    r"|(?P<morning>(?:am\s)?Vormittags?\b|morgens\b|in the mornings?\b)"
    r"|(?P<afternoon>(?:am\s)?(?:Nachmittags?|Abends?)\b|in the afternoons?\b)"
    r"|(?P<closed>(?:ganztägig\s|ganztags\s)?geschlossen\b|(?:nicht|kein\w*)\s(?:geöffnet|Publikumsverkehr|Sprechzeit(?:en)?"
    r"|Sprechtag|Öffnung|Besuchsverkehr|Parteiverkehr)\b|Ruhetag\b|closed\b|entfällt\b)"
    rf"|(?P<walkin>(?:auch\s|mit\sund\s|mit\soder\s)?ohne\s{_HOW}{_ONE}(?:\smöglich)?\b"
    r"|(?:kein\s)?Termin (?:ist )?nicht (?:erforderlich|nötig|notwendig)"
    r"|without (?:an )?appointment|offene\s(?:Sprechstunde|Sprechzeit(?:en)?)\b)"
    rf"|(?P<only>(?:nur|ausschließlich|only)\s(?:noch\s)?(?:{_BY_APPOINTMENT}|für Terminkund(?:en|innen)\b))"
    rf"|(?P<extra>(?:und|sowie|oder|auch|ansonsten|sonst|außerdem|zusätzlich|darüber hinaus"
    rf"|außerhalb dieser Zeiten|and|or|also)\s(?:{_MORE})*(?:Termine?\s)?{_BY_APPOINTMENT}"
    rf"|(?:weitere|andere|zusätzliche|sonstige)\sTermine?\s{_BY_APPOINTMENT})"
    rf"|(?P<appointment>(?:Termine?\s)?{_BY_APPOINTMENT})"
    r"|(?P<also>auch\b|zusätzlich\b|zudem\b|außerdem\b|also\b|additionally\b)"
    r"|(?P<instead>nur\b|only\b)"
    rf"|(?P<long>langer?\s(?={_LONG_DAY}|{_WEEKDAY}\b))"
    r"|(?P<comma>,)"
    r"|(?P<and>und\b|sowie\b|u\.|and\b|&|\+|/|;|\|)"
    r"|(?P<line>\n)"
    r"|(?P<skip>[\s:()•.]|durchgehend\b|(?:ist|sind|hat|haben|wir|bleibt|von|vom|ab dem|am|an|im|in|der"
    r"|jede[nm]|jeweils|zwischen|Uhr|geöffnet|offen|zugänglich|open|from|on|the|the office is|is|are|we"
    r"|für (?:Sie da|Besucher(?:innen)?|(?:das )?Publikum|den Publikumsverkehr|die Öffentlichkeit)"
    r"|zu folgenden Zeiten|bedienen wir|Zeitraum)\b"
    r"|\(?langer (?:Dienstleistungs|Behörden|Service|Bürger)\w+\)?"
    rf"|{_LABEL}(?=\s*[:;,\n]|\s+(?:von|ist|sind|are)\b|\s*$)\s*:?)",
    re.IGNORECASE,
)  # fmt: skip
_STRAY_LINE_MARK = re.compile(r"^\s*[-•*·]\s+")


def tokens(lines: Sequence[str]) -> list[Token]:
    """The tokens of all lines; raises `Uncertain` at the first character that is none."""
    text = "\n".join(_STRAY_LINE_MARK.sub("", line.replace("\u00a0", " ")).strip() for line in lines)
    found: list[Token] = []
    at = 0
    while at < len(text):
        match = _TOKENS.match(text, at)
        if match is None:
            raise Uncertain(text[at : at + 20])
        kind = match.lastgroup or ""
        if kind != "skip":
            found.append(Token(kind, match[0]))
        at = match.end()
    return found
