"""What kind of answer a question wants, and which values of a line could be one."""

import re
from functools import lru_cache

_QUESTIONS = {
    "who": r"\bwer\b|\bwem\b|\ban wen\b|\bwen\b|\bwessen\b",
    "for_whom": r"\bfür (?:wen|welche|welches|welchen)\b|\bwer (?:kann|darf|hat|muss|bekommt|erhält|gilt)\b"
    r"|\bzielgruppe|\bvoraussetzung|\banspruch\b|\bwelche (?:personen|kinder|menschen)\b",
    "where": r"\bwo\b|\bwohin\b|\bwoher\b|\badresse|\banschrift"
    r"|\bin welche[nmrs]? (?:stadt|orte?|straße|gebäude)",
    "when": r"\bwann\b|\bbis wann\b|\buhrzeit|\böffnungszeit"
    r"|\bwelche[mnr]? (?:tag|zeit|datum|monat)|\bfrist\b",
    "how_long": r"\bwie lange?\b|\bdauer|\bgültig",
    "how_many": r"\bwie ?viele?\b|\bwie hoch\b|\bwie groß\b|\banzahl\b|\bwie oft\b|\bhöhe\b",
    "cost": r"\bkoste[nt]?\b|\bpreis|\bgebühr|\bwie teuer|\bkostenlos|\bbezahl|\bgeld\b"
    r"|\bwie ?viel .*(?:euro|zahl)",
    "age": r"\balter|\bwie alt\b|\bab welchem\b|\bab wann\b|\bjahrgang",
    "which": r"\bwelche[nmrs]?\b|\bwas für\b",
    "what_is": r"^\W*was (?:ist|sind|bedeutet|versteht|beinhaltet|heißt|umfasst|macht)\b",
    "difference": r"\bunterschied",
    "how": r"\bwie (?:kann|muss|läuft|funktioniert|bekomm|erhalt|find|melde|beantrag|werd|komm)\w*",
    "why": r"\bwarum\b|\bweshalb\b|\bwieso\b|\bgründe?\b|\bwozu\b|\bzweck\b|\bziel\b",
    "yes_no": r"^\W*(?:kann|darf|muss|gibt|ist|sind|hat|haben|bietet|braucht|bekomm\w*|übernimmt|werden"
    r"|wird|soll)\b",
    "contact": r"\btelefon|\bnummer\b|\be-?mail|\bkontakt|\berreich|\bansprech|\bwenden\b|\bhilfe\b"
    r"|\bunterstütz",
    "documents": r"\bunterlagen|\bdokumente?\b|\bpapiere\b|\bmitbring|\bnachweis",
    "offer": r"\bangebot|\bbiete[nt]\b|\baktivität|\bthemen\b|\bleistungen\b|\bmöglichkeit"
    r"|\baufgaben\b|\barten?\b",
    "consequence": r"\bpassiert\b|\bgeschieht\b|\bfolge|\bstrafe|\bkonsequenz|\bwenn\b",
}
_VALUES = {
    "amount": r"\d[\d.,]*\s*(?:€|euro\b|eur\b)|€\s*\d|kosten(?:los|frei)|gebührenfrei|unentgeltlich"
    r"|gratis|prozent|%",
    "number": r"\d",
    "time": r"\b\d{1,2}[.:]\d{2}\b|\buhr\b|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)",
    "date": r"\b\d{1,2}\.\s?(?:\d{1,2}\.|januar|februar|märz|april|mai|juni|juli|august|sept|okt|nov|dez)"
    r"|\b(?:19|20)\d{2}\b|spätestens|innerhalb|unverzüglich|\bfrist|\bjedes jahr",
    "duration": r"\b(?:\d+|ein\w*|zwei|drei|vier|fünf|sechs|acht|zwölf)\s+"
    r"(?:minut|stund|tag|woch|monat|jahr|werktag|arbeitstag)",
    "telephone": r"\btel\b|telefon|\b0\d{2,5}\s?[/ -]?\s?\d{3,}|\+49",
    "email": r"\S@\S",
    "link": r"https?:|www\.|»»|\bhier\b|website|webseite|homepage",
    "address": r"\b\d{5}\b|stra(?:ß|ss)e\s+\d|str\.|platz\s+\d|\ballee\s+\d|\bweg\s+\d",
    "age": r"\b\d{1,2}(?:\.|\s*(?:-|–|bis)\s*\d{1,2})?\s+(?:jahre|lebensjahr|jährig)|jährig|volljährig|alter",
    "whom": r"\bfür wen\b|\bpersonen\b|\bmenschen\b|\bkinder\b|\bjugendliche|\bfrauen\b"
    r"|\bfamilien\b|\bgeflüchtete"
    r"|\balle\b|\bwer\b|\berwachsene",
    "office": r"amt\b|amtes\b|büro|stelle\b|stellen\b|zentrum|verein|e\.\s?v\.|behörde|agentur"
    r"|jobcenter|caritas"
    r"|\bawo\b|diakonie|center|gmbh",
    "may": r"\bkönnen\b|\bkann\b|\bmüssen\b|\bmuss\b|\bdürfen\b|\bdarf\b|\bsollte",
    "defines": r"\b(?:ist|sind|bedeutet|heißt|bezeichnet|versteht)\b",
    "paper": r"ausweis|\bpass\b|urkunde|nachweis|bescheinigung|formular|antrag|vertrag|zeugnis|bestätigung",
    "because": r"\bweil\b|\bdenn\b|\bda\b|\bdamit\b|\bum\b.{3,60}\bzu\b|\bdeshalb\b|\bziel\b|\bgrund\b",
    "condition": r"\bwenn\b|\bfalls\b|\bvoraussetzung|\bsofern\b|\bnur\b",
    "helps": r"\bberat|\bunterstütz|\bhilf|\bhelfen\b|\bangebot|\bbiete|\binformier",
}
_FITTING = {
    "who": ("office", "whom"),
    "for_whom": ("whom", "age", "condition"),
    "where": ("address", "office", "link"),
    "when": ("time", "date", "condition"),
    "how_long": ("duration", "date"),
    "how_many": ("number",),
    "cost": ("amount",),
    "age": ("age", "duration"),
    "what_is": ("defines",),
    "why": ("because",),
    "contact": ("telephone", "email", "office", "address", "helps"),
    "documents": ("paper",),
    "offer": ("helps",),
    "how": ("may", "office", "paper"),
    "consequence": ("condition",),
    "yes_no": ("may",),
}
QUESTION_KINDS = tuple(_QUESTIONS)
VALUE_KINDS = tuple(_VALUES)
_QUESTION_PATTERNS = {name: re.compile(text, re.IGNORECASE) for name, text in _QUESTIONS.items()}
_VALUE_PATTERNS = {name: re.compile(text, re.IGNORECASE) for name, text in _VALUES.items()}


def kinds_of(question: str) -> frozenset[str]:
    """The kinds (of `QUESTION_KINDS`) of answer that `question` wants; several are possible, and none."""
    return frozenset(name for name, pattern in _QUESTION_PATTERNS.items() if pattern.search(question))


@lru_cache(maxsize=5_000)
def kinds_of_heading(heading: str) -> frozenset[str]:
    """`kinds_of` a page's heading: the same few stand on every page."""
    return kinds_of(heading)


@lru_cache(maxsize=50_000)
def values_in(text: str) -> frozenset[str]:
    """The kinds (of `VALUE_KINDS`) of values that `text` states."""
    return frozenset(name for name, pattern in _VALUE_PATTERNS.items() if pattern.search(text))


def wanted_values(kinds: frozenset[str]) -> frozenset[str]:
    """The kinds of values that could be an answer to a question of these kinds."""
    return frozenset(value for kind in kinds for value in _FITTING.get(kind, ()))
