"""Rule-made rewordings that say the same: spellings, synonyms, word order, splits, asides dropped."""

import re
from collections.abc import Callable, Iterator
from random import Random

from corpus.values.number_words import read_number_word
from evaluation.verifying.case import Case
from evaluation.verifying.sources import Pool

_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
_WORDS = {
    "2": "zwei",
    "3": "drei",
    "4": "vier",
    "5": "fünf",
    "6": "sechs",
    "8": "acht",
    "10": "zehn",
    "12": "zwölf",
}
_SYNONYMS = (
    (r"\bbenötigen\b", "brauchen"),
    (r"\bbrauchen\b", "benötigen"),
    (r"\berhalten Sie\b", "bekommen Sie"),
    (r"\bbekommen Sie\b", "erhalten Sie"),
    (r"\bSie erhalten\b", "Sie bekommen"),
    (r"\bSie bekommen\b", "Sie erhalten"),
    (r"\bgebührenfrei\b", "kostenlos"),
    (r"\bkostenlos\b", "kostenfrei"),
    (r"\bkostenfrei\b", "gebührenfrei"),
    (r"\bsowie\b", "und"),
    (r"\bzum Beispiel\b", "etwa"),
    (r"\bsenden\b", "schicken"),
    (r"\bsofern\b", "wenn"),
    (r"\bfalls\b", "wenn"),
    (r"\bWenn\b", "Falls"),
    (r"\bderzeit\b", "zurzeit"),
    (r"\bsofort\b", "gleich"),
    (r"\bmindestens\b", "wenigstens"),
    (r"\bhöchstens\b", "maximal"),
    (r"\bnur\b", "ausschließlich"),
    (r"\berforderlich\b", "nötig"),
    (r"\bnotwendig\b", "erforderlich"),
    (r"\bnötig\b", "notwendig"),
    (r"\bper Post\b", "mit der Post"),
    (r"\betwa (?=\d|zwei|drei|vier|fünf|sechs|acht|zehn)", "ungefähr "),
    (r"\b[Bb]itte ", ""),
)
_NOUNS = (
    ("Personalausweis", "Perso"),
    ("Anschrift", "Adresse"),
    ("Adresse", "Anschrift"),
    ("Kennzeichen", "Autokennzeichen"),
    ("Eheschließung", "Heirat"),
    ("Lichtbild", "Foto"),
    ("Passfoto", "Lichtbild"),
    ("Vordruck", "Formular"),
    ("Fahrzeug", "Auto"),
    ("Kraftfahrzeug", "Fahrzeug"),
    ("Abfall", "Müll"),
    ("Abfälle", "Müll"),
    ("Hauptwohnsitz", "Hauptwohnung"),
    ("Gehweg", "Bürgersteig"),
    ("Kita", "Kindertagesstätte"),
    ("Stadtverwaltung", "Verwaltung"),
    ("Bearbeitungsdauer", "Bearbeitungszeit"),
    ("Sterbefall", "Todesfall"),
    ("Einkünfte", "Einkommen"),
    ("Deutschkurs", "Sprachkurs in Deutsch"),
    ("Erziehungsberechtigte", "Sorgeberechtigte"),
)
_NP = r"(?:d(?:en|ie|as)|Ihr(?:en|e)?|ein(?:en|e)?) [A-ZÄÖÜ][\wäöüß-]+"


def rewordings(pool: Pool, most: int) -> Iterator[Case]:
    """At most `most` sentences for each way of saying the same, always the same ones."""
    for kind, reword in WAYS.items():
        rng = Random(f"{kind} {pool.name}")
        left = most
        for source in rng.sample(pool.sentences, len(pool.sentences)):
            text = reword(source.text, rng)
            if left and text is not None and text != source.text:
                yield Case(kind, text, (source.text,), source.half, pool.name)
                left -= 1


def reworded(text: str, rng: Random) -> str | None:
    """`text` said in one of the ways, None where none fits."""
    ways = list(WAYS.values())
    rng.shuffle(ways)
    return next((said for way in ways if (said := way(text, rng)) is not None and said != text), None)


def _spelled(text: str, rng: Random) -> str | None:
    """Another spelling of its values."""
    changes = (
        (r"(\d+),00 Euro\b", r"\1 Euro"),
        (r"\bEuro\b(?<=\d Euro)", "€"),
        (r"(?<=\d) €", " Euro"),
        (r"\b(\d{1,2}):00(?: Uhr)?(?= bis \d)", r"\1 Uhr"),
        (r"\b(\d{1,2}):00 Uhr\b", r"\1 Uhr"),
        (rf"\b(\d{{1,2}})\. ({'|'.join(_MONTHS)})\b(?: (\d{{4}}))?", "month"),
        (r"\b(zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf)\b(?= [A-ZÄÖÜ])", "digits"),
        (r"\b(2|3|4|5|6|8|10|12)\b(?= (?:Wochen|Tage|Jahre|Monate|Personen|Fotos))", "word"),
    )
    fitting = [(pattern, new) for pattern, new in changes if re.search(pattern, text)]
    if not fitting:
        return None
    pattern, new = rng.choice(fitting)
    special: dict[str, Callable[[re.Match[str]], str]] = {
        "month": lambda m: f"{m[1]}.{_MONTHS.index(m[2]) + 1}.{m[3] or ''}",
        "digits": lambda m: str(read_number_word(m[1])),
        "word": lambda m: _WORDS[m[1]],
    }
    return re.sub(pattern, special.get(new, new), text)


def _synonym(text: str, rng: Random) -> str | None:
    """A common word for another one."""
    fitting = [(pattern, new) for pattern, new in _SYNONYMS if re.search(pattern, text)]
    if not fitting:
        return None
    pattern, new = rng.choice(fitting)
    return _sentence(re.sub(pattern, new, text, count=1))


def _noun(text: str, rng: Random) -> str | None:
    """A noun for one that means the same; the lexicon's thesaurus doesn't tell: it widens searches."""
    fitting = [(old, new) for old, new in _NOUNS if re.search(rf"\b{old}\b", text)]
    if not fitting:
        return None
    old, new = rng.choice(fitting)
    return re.sub(rf"\b{old}\b", new, text, count=1)


def _reordered(text: str, rng: Random) -> str | None:
    """The condition at the other end, or the object first."""
    if match := re.fullmatch(r"Wenn ([^,;:]+), (?:dann )?(\w+) Sie ([^,;:]+)\.", text):
        return f"Sie {match[2]} {match[3]}, wenn {match[1]}."
    if match := re.fullmatch(r"Sie (\w+) ([^,;:]+), wenn ([^,;:]+)\.", text):
        return f"Wenn {match[3]}, {match[1]} Sie {match[2]}."
    if match := re.fullmatch(rf"Sie (müssen|können|dürfen|sollten) ({_NP}) ([^,;:]+)\.", text):
        return f"{match[2][0].upper()}{match[2][1:]} {match[1]} Sie {match[3]}."
    if match := re.fullmatch(rf"((?:{_NP})) (\w+) Sie ([^,;:]+)\.", text, re.IGNORECASE):
        return f"Sie {match[2]} {match[1][0].lower()}{match[1][1:]} {match[3]}."
    if match := re.fullmatch(
        r"((?:Im|Am|Beim|In|Mit|Nach|Für|Bei) [^,;:.]+?) "
        r"(können|müssen|dürfen|erhalten|bekommen) Sie ([^,;:]+)\.",
        text,
    ):
        return f"Sie {match[2]} {match[1][0].lower()}{match[1][1:]} {match[3]}."
    return None


def _split(text: str, rng: Random) -> str | None:
    """Two sentences for one, or the first of two main clauses."""
    first, mark, second = text.partition("; ")
    if not mark or len(first.split()) < 4 or len(second.split()) < 3:
        return None
    return f"{first}. {second[0].upper()}{second[1:]}" if rng.random() < 0.6 else f"{first}."


def _without_aside(text: str, rng: Random) -> str | None:
    """Without what stands in brackets, or an example at the end."""
    if match := re.search(
        r" \((?![^()]*\b(?:bis|ab|nur|auch|außer|unter|über|nicht|ohne|kein\w*|mindestens|höchstens|wenn|"
        r"sollte|bei)\b)[^()\d]{3,}\)",
        text,
    ):
        return text[: match.start()] + text[match.end() :]
    if match := re.search(r", (?:zum Beispiel|etwa|beispielsweise|insbesondere) [^,;:]+\.$", text):
        return text[: match.start()] + "."
    return None


def _plain(text: str, rng: Random) -> str | None:
    """Plainer constructions: "Es ist nötig, …", "zu", nouns made of verbs."""
    rules = (
        (
            r"^(?P<np>Der|Die|Das) (?P<n>[A-ZÄÖÜ]\w+) ist (?P<rest>gebührenfrei|kostenlos)\.$",
            r"\g<np> \g<n> kostet nichts.",
        ),
        (r"\bist nicht möglich\b", "geht nicht"),
        (r"\bSie haben die Möglichkeit,? (.+?) zu (\w+en)\.", r"Sie können \1 \2."),
        (r"\bbeträgt (?=\d)", "liegt bei "),
        (r"\bDie Bearbeitung dauert\b", "Wir brauchen für die Bearbeitung"),
        (r"\bin der Regel\b", "normalerweise"),
        (r"\bWenden Sie sich an\b", "Fragen Sie"),
        (r"^Bringen Sie (?P<rest>[^.;:]+) mit\.$", r"Sie bringen \g<rest> mit."),
        (r"\bfällt(?:en)? (eine Gebühr) an\b", r"entsteht \1"),
        (r"\binnerhalb von\b", "binnen"),
        (r"\bunverzüglich\b", "sofort"),
        (r"\bzu beantragen\b", "beantragt werden"),
        (r"\bBitte (\w+en) Sie\b", r"\1 Sie"),
    )
    fitting = [(pattern, new) for pattern, new in rules if re.search(pattern, text)]
    if not fitting:
        return None
    pattern, new = rng.choice(fitting)
    return _sentence(re.sub(pattern, new, text, count=1))


WAYS: dict[str, Callable[[str, Random], str | None]] = {
    "spelling of values": _spelled,
    "common synonym": _synonym,
    "noun": _noun,
    "word order": _reordered,
    "split": _split,
    "aside dropped": _without_aside,
    "plain": _plain,
}


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
