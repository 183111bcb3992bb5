"""How spans of time and dates are printed: the patterns that deadlines and durations are made of."""

_NUMBER = (
    r"(?:\d{1,3}(?:,5)?|ein(?:e[rsmn]?)? halbe[sn]?|anderthalb|eineinhalb|ein(?:e[rsmn]?)?|zwei|drei"
    r"|vier|fünf|sechs"
    r"|sieben|acht|neun|zehn|elf|zwölf|vierzehn|fünfzehn|zwanzig|dreißig|sechzig|neunzig"
    r"|mehrere[nr]?|wenige[nr]?|einige[nr]?|one|two|three|four|five|six|eight|ten|several|a few|a)"
)
UNIT = (
    r"(?:Minuten?|Stunden?|(?:(?:Werk|Arbeits|Kalender)-?)?tage?n?s?|Wochen?|(?:Kalender|Lebens)?monate?n?s?"
    r"|Quartale?n?s?"
    r"|(?:Kalender)?jahre?n?s?|minutes?|hours?|(?:working |business )?days?|weeks?|months?|years?)"
)
_ONE_SPAN = rf"{_NUMBER}(?:-|\s)?(?:volle[nr]? |ganze[nr]? )?{UNIT}\b"
_TO = r"\s*(?:bis(?: zu)?|[-–—]|oder|to)\s*"
APPROXIMATELY = (
    r"(?:etwa|rund|ca\.?|circa|zirka|ungefähr|in der Regel|im Regelfall|meist(?:ens)?|maximal|max\."
    r"|höchstens|mindestens"
    r"|bis zu|normalerweise|durchschnittlich|im Durchschnitt|üblicherweise|voraussichtlich|derzeit"
    r"|zurzeit|aktuell"
    r"|about|approximately|around|usually|up to|at least)"
)
SPAN = rf"\b(?:{_NUMBER}{_TO}|{_ONE_SPAN}{_TO})?{_ONE_SPAN}(?:\s\({_ONE_SPAN}\))?"
_MONTH = (
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|January|February|March|May|June|July|October|December)"
)
_YEAR = (
    r"(?:\s(?:des|eines|jeden)\s(?:(?:jeden|laufenden|jeweiligen|nächsten|folgenden|Vor|Folge)\s?)?jahres)?"
)
_CLOCK = r"(?:,?\s(?:um\s)?\d{1,2}(?:[:.]\d{2})?\sUhr)?"
_ONE_DATE = (
    rf"(?:\d{{1,2}}\.\s?(?:\d{{1,2}}\.(?:\s?\d{{4}}|\d{{2}})?|{_MONTH}(?:\s\d{{4}})?)"
    rf"|\d{{1,2}}\s{_MONTH}(?:\s\d{{4}})?)"
)
DATE = rf"{_ONE_DATE}{_YEAR}{_CLOCK}"
DATES = (
    rf"{_ONE_DATE}(?:,\s{_ONE_DATE})*"
    rf"(?:,?\s(?:und|oder|sowie|and)\s(?:zum\s|am\s)?{_ONE_DATE})?{_YEAR}{_CLOCK}"
)
#: "15. Januar bis 15. Februar", "zwischen dem 1. und 31. Oktober", "vom 8. bis 19. März".
PERIOD = (
    rf"(?:(?:(?:vom|von|from)\s)?(?:{_ONE_DATE}|\d{{1,2}}\.)\s?(?:bis(?: zum)?|[-–—]|to)\s?{DATE}"
    rf"|(?:zwischen(?: dem)?|between)\s(?:{_ONE_DATE}|\d{{1,2}}\.)\s?(?:und(?: dem)?|and)\s?{DATE})"
)
WEEKDAY = r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)"
