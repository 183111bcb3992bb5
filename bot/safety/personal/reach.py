"""How somebody is reached and where they live: e-mail, telephone, address, date of birth, name."""

import re
from collections.abc import Iterator

from bot.safety.personal.numbers import Found
from corpus.lexicon import expand, load_lexicon

_DOT = r"(?:\.|\s?[(\[{]\s?(?:dot|punkt)\s?[)\]}]\s?|\s(?:dot|punkt)\s)"
_EMAIL = re.compile(
    r"(?<![\w.+-])(?:[\w.+-]+(?:@|\s?[(\[{]\s?(?:at|ät|@)\s?[)\]}]\s?)[\w-]+(?:\.[\w-]+)+"
    rf"|[\w.+-]+\s?(?:@|[(\[{{]\s?(?:at|ät)\s?[)\]}}]|\s(?:at|ät)\s)\s?[\w-]+{_DOT}(?:de|com|net|org|eu|at|ch|info)\b)",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(r"(?<![\w,.])(?<!\d )(?:\+\d{2}|00\d{2}|0)[\d /()-]{5,18}\d(?![\w])")
_LABELLED_TELEPHONE = re.compile(
    r"\b(?:tel(?:efon)?(?:nummer)?|handy(?:nummer)?|mobil(?:nummer)?|phone|mobile|telefon(?:um|u)?|телефон|هاتف)"
    r"\W{0,3}(?:ist|lautet|is|:)?\W{0,3}(?P<value>\+?\d[\d /()-]{4,18}\d)(?!\w)",
    re.IGNORECASE,
)
# Digit by digit: "null eins sieben …".
_SPOKEN_DIGIT = (
    r"(?:null|eins|zwei|zwo|drei|vier|fünf|fuenf|sechs|sieben|acht|neun"
    r"|zero|oh|one|two|three|four|five|six|seven|eight|nine)"
)
_SPOKEN_TELEPHONE = re.compile(rf"\b{_SPOKEN_DIGIT}(?:[ ,-]+{_SPOKEN_DIGIT}){{5,}}\b", re.IGNORECASE)
_SPOKEN_EMAIL = re.compile(
    r"\b[\w-]+(?:\s(?:punkt|dot|unterstrich|minus|bindestrich|underscore)\s[\w-]+){0,3}\s(?:at|ät|klammeraffe)\s[\w-]+"
    r"(?:\s(?:punkt|dot)\s[\w-]+)+\b",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uar)?|feb(?:ruar)?|märz|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?"
    r"|nov(?:ember)?|dez(?:ember)?|january|february|march|may|june|july|october|december)"
)
_DATE = (
    r"(?:\d{1,2}[./]\s?\d{1,2}[./]\s?(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}"
    rf"|\d{{1,2}}\.?\s?{_MONTH}\.?\s?\d{{4}})"
)
_BORN = re.compile(
    r"(?:\b(?:geb(?:oren)?\.?(?: am)?|geburtsdatum|geburtstag|born(?: on)?|date of birth|dob|doğum tarih\w*"
    r"|дата рождения|дата народження|родил\w*|народив\w*|народил\w*|urodzon\w*|data urodzenia)"
    r"|تاريخ الميلاد|\*)"
    rf"\W{{0,3}}(?:ist|is|:|w dniu)?\W{{0,3}}(?P<value>{_DATE})",
    re.IGNORECASE,
)
_SPOKEN_YEAR = r"(?:neunzehn-?hundert|zweitausend)[a-zäöüß-]*"
_SPOKEN_DATE = rf"(?:\w+(?:ten|sten)\s+{_MONTH}\s+|{_MONTH}\s+)?{_SPOKEN_YEAR}"
_BORN_IN_WORDS = re.compile(
    rf"\b(?P<value>{_SPOKEN_DATE})(?=[^.!?]{{0,15}}\bgeboren\b)"
    rf"|\bgeb(?:oren|\.)?(?: am| im jahr| im)?\s+(?P<after>{_SPOKEN_DATE})",
    re.IGNORECASE,
)
_BORN_AFTER = re.compile(rf"(?P<value>{_DATE})\s+(?:in [A-ZÄÖÜ]\w+ )?(?:geboren|geburtstag)\b", re.IGNORECASE)
_PLACE = r"(?:,?\s*\d{5}\s+[A-ZÄÖÜ][\wäöüß-]+)?"
_STREET = re.compile(
    r"\b(?:[A-ZÄÖÜ][\wäöüß-]*(?:straße|strasse|str\.|weg|gasse|allee|platz|ring|damm|ufer|chaussee|steig|pfad|hof)"
    r"|[A-ZÄÖÜ][\wäöüß-]+(?:er)?[ -](?:Straße|Strasse|Str\.|Weg|Gasse|Allee|Platz|Ring|Damm|Ufer|Chaussee)"
    r"|[a-zäöüß-]+(?:straße|strasse|str\.|weg|gasse|allee)"
    r"|(?:Am|An der|An den|Im|In der|In den|Auf dem|Auf der|Unter den|Zum|Zur|Hinter dem|Beim)"
    r"(?:\s[A-ZÄÖÜ][\wäöüß-]+){1,2})"
    rf"\s+\d{{1,4}}\s?[a-z]?\b{_PLACE}",
)
_LIVES = re.compile(
    r"\b(?:wohne|wohnt|wohnhaft|wohnen|gemeldet|adresse(?: ist)?|anschrift(?: ist)?|address(?: is)?)\W{1,3}"
    r"(?:in |im |am |an |auf |der |dem |bei )*(?P<value>[\wäöüß.-]+(?: [\wäöüß.-]+){0,2} \d{1,4}\s?[a-z]?\b"
    rf"{_PLACE})(?!\s*(?:jahr|monat|woche|tag|person|zimmer|qm|m²|euro|€|kinder))",
    re.IGNORECASE,
)
_NAMED = r"(?:[A-ZÄÖÜÇŞĞİА-ЯЁІЇЄҐĄĆĘŁŃÓŚŹŻ][\w’'-]+)"
_INTRODUCED = re.compile(
    r"(?i:\b(?:ich heiße|ich heisse|mein name ist|mein name:|name:|my name is|i am called|adım|ismim"
    r"|меня зовут|мене звати|nazywam się|mam na imię|hier ist|hier spricht))\s+"
    rf"(?P<value>(?:(?i:herr|frau|dr\.)\s+)?{_NAMED}(?:\s+(?:(?:von|van|de|zu)\s+)?{_NAMED}){{0,2}})"
)
# Typed without capitals, a name goes on until the sentence does.
_LOWER = (
    r"(?!(?:und|ich|wir|was|wie|wo|wann|wer|kann|muss|möchte|will|brauche|habe|bin|es|das|die|der|and|i|how|what|ve"
    r"|jetzt|nun|anders|seit|nach|wieder|so|inzwischen|künftig|bald|damals|früher|nicht|noch|kein\w*|falsch|geändert|zu|auf|im|in|bei|vom|von|mit|für|aus)\b)[^\W\d_][\w’'-]+"
)
_INTRODUCED_LOWER = re.compile(
    r"\b(?:(?:ich heiße|ich heisse|ich heis|mein name ist|mein name:|my name is|hier spricht"
    rf"|nazywam się|меня зовут|мене звати|benim adım)\s+(?P<value>{_LOWER}(?:\s+{_LOWER})?)"
    rf"|hier ist (?:der|die|herr|frau)\s+(?P<both>{_LOWER}\s+{_LOWER}))",
    re.IGNORECASE,
)
_I_AM_ABROAD = re.compile(
    r"(?:^|[.!?,]\s+)(?i:i am|i'm|this is|jestem|я|ben|je suis|soy|sono)\s+"
    rf"(?P<value>{_NAMED}\s+{_NAMED})(?=\W*(?:$|and\b|from\b|,|\.|i\b|и\b|ve\b))"
)
_LABELLED_NAME = re.compile(
    r"(?i:\b(?:absender|absenderin|antragsteller|antragstellerin|unterzeichner|kontaktperson|patient|kunde|kundin))"
    rf"\s*:\s*(?P<value>{_NAMED}(?:\s+{_NAMED}){{0,2}})"
)
_LIVES_ABROAD = re.compile(
    r"\b(?:i live (?:at|in|on)|my address is|живу (?:на|по|в|у)|мешкаю (?:на|в)|проживаю (?:на|по|в)"
    r"|mieszkam (?:na|przy|w)|adresim|adresem)\s+"
    r"(?P<value>(?:\d{1,4}\w?\s+[\w.-]+(?:\s[\w.-]+){0,2}|[\w.-]+(?:\s[\w.-]+){0,3},?\s+\d{1,4}\s?\w?))\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?i:\b(?:mein|meine|unser|unsere|sein|ihre?)\s+\w+\s+(?:heißt|heisst)|\bnamens"
    r"|\b(?:is called|is named|me llamo|mi chiamo|je m.appelle))\s+"
    rf"(?P<value>{_NAMED}(?:\s+{_NAMED}){{0,2}})"
)
_SPEAKING = re.compile(rf"(?:^|[,.!;]\s+)(?P<value>{_NAMED}\s+{_NAMED})\s+(?:hier|here)\b")
_RELATIVE = re.compile(
    r"(?i:\b(?:mein|meine|meinem|meinen|meiner)\s+(?:sohn|tochter|mann|frau|kind|mutter|vater|partner|partnerin"
    r"|oma|opa|bruder|schwester|freund|freundin|nachbar|nachbarin))\s+"
    rf"(?P<value>{_NAMED}\s+{_NAMED})\b"
)
_SIGNED = re.compile(
    r"(?i:\b(?:grüße|grüßen|gruß|gruss|grüsse|lg|mfg|vg|regards))\W{1,3}(?:(?i:ihr|ihre|dein|deine)\s)?"
    rf"(?P<value>{_NAMED}(?:\s+{_NAMED}){{0,2}})(?=\W*$|[,.;])"
)
_ARABIC_NAME = re.compile(r"(?:^|\s)(?:اسمي|انا اسمي)\s+(?P<value>[\u0600-\u06ff]+(?:\s[\u0600-\u06ff]+)?)")
# "Ich bin Erika Mustermann" gives a name, "ich bin Deutscher Staatsbürger" doesn't.
_I_AM = re.compile(
    r"(?i:\bich bin)\s+(?:(?i:die|der|herr|frau)\s+)?"
    r"(?!(?:Deutsch|Ausländ|EU|Rentn|Student|Schüler|Mutter|Vater|Allein|Selb|Türk|Ukrain|Syr|Neu|Staats|Eigent"
    r"|Mieter|Vermieter|Besitz|Bürger|Azubi|Auszub|Angest|Beamt|Witw|Erbe|Kunde|Kundin))"
    r"(?P<value>[A-ZÄÖÜ][a-zäöüß-]+\s+[A-ZÄÖÜ][a-zäöüß-]+)(?=\W*(?:$|und\b|,|\.|aus\b|geb))"
)


def find_reach(text: str) -> Iterator[Found]:
    """The places of `text` that say who somebody is, how to reach them and where they live."""
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span(match.lastgroup or 0)
            yield Found(start, _end_of_name(text, start, end) if pattern is _RELATIVE else end, kind)


def _end_of_name(text: str, start: int, end: int) -> int:
    """In "mein Nachbar Peter Bürgergeld" only the first word is a name."""
    first, _, last = text[start:end].rpartition(" ")
    return start + len(first.rstrip()) if load_lexicon().find(last) or expand(last) else end


_PATTERNS = (
    ("email", _EMAIL),
    ("birth", _BORN),
    ("birth", _BORN_AFTER),
    ("birth", _BORN_IN_WORDS),
    ("email", _SPOKEN_EMAIL),
    ("telephone", _TELEPHONE),
    ("telephone", _SPOKEN_TELEPHONE),
    ("telephone", _LABELLED_TELEPHONE),
    ("address", _STREET),
    ("address", _LIVES),
    ("address", _LIVES_ABROAD),
    ("name", _INTRODUCED),
    ("name", _INTRODUCED_LOWER),
    ("name", _I_AM_ABROAD),
    ("name", _LABELLED_NAME),
    ("name", _CALLED),
    ("name", _SPEAKING),
    ("name", _RELATIVE),
    ("name", _SIGNED),
    ("name", _ARABIC_NAME),
    ("name", _I_AM),
)
