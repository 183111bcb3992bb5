"""Changes of who and what: offices, roles, list members, invented details, other services, citations."""

import re
from random import Random

from evaluation.verifying.sources import Page, Pool, Source

_OFFICE = re.compile(
    r"\b[A-ZÄÖÜ][a-zäöüß-]*(?:amt|büro|behörde|stelle|kasse|archiv|bibliothek|hof|aufsicht|gericht|jobcenter)\b"
)
_OFFICES = (
    *(
        "Standesamt",
        "Bürgerbüro",
        "Sozialamt",
        "Jugendamt",
        "Ordnungsamt",
        "Bauamt",
        "Steueramt",
        "Finanzamt",
    ),
    *("Gesundheitsamt", "Umweltamt", "Wohnungsamt", "Ausländerbehörde", "Führerscheinstelle", "Stadtkasse"),
)
_ROLES = re.compile(
    r"\b(?:Vermieter\w*|Mieter\w*|Eltern\w*|Kind\w*|Person\w*|Antragsteller\w*|Eigentümer\w*|Halter\w*|Arbeitgeber\w*|"
    r"Stadt|Land|Bund|Behörde|Gemeinde|Schule|Arzt|Ärztin|Betrieb\w*|Unternehmen|Fahrschule\w*|Verein\w*|"
    r"[A-ZÄÖÜ][a-zäöüß-]*(?:amt|büro|behörde|stelle|kasse|präsidium|gericht)|Ehegatte\w*|Bürger\w*|Jugendliche\w*|"
    r"Antrag|Bescheid|Ausweis|Genehmigung|Gebühr|Wohnung|Anmeldung)\b"
)
_LIST = re.compile(
    r"[*\w]*(?:,| und| oder)\s"
    r"(?:(?:im|in|beim|bei|am|an|der|die|das|dem|den|[A-ZÄÖÜ][\w*-]+|und|oder)[\s,]+)*"
)
_DETAILS = (
    " und bekommen dafür einen Gutschein",
    " per Fax",
    " beim Pförtner im Keller",
    " auch am Wochenende",
    " in jedem Supermarkt",
    " mit einem ärztlichen Attest",
    " nach einem Beratungsgespräch bei der Polizei",
    " und legen zwei Zeugen vor",
    " gegen Vorlage eines Führungszeugnisses",
    " innerhalb eines Tages",
    " über die App der Stadt",
    " schriftlich",
    " jährlich",
    " sofort",
    " beim Bürgermeister",
    " in Englisch",
)
_HALVES = re.compile(r"(?:,|;| und| oder| –)\s")
_MEMBERS = re.compile(r"\b([A-ZÄÖÜ][\wäöüß-]{3,}), ([A-ZÄÖÜ][\wäöüß-]{3,})(?=(?:,| und| oder)\s)")
_PAIR = re.compile(r"\b([A-ZÄÖÜ][a-zäöüß-]{3,}) (und|oder) ([A-ZÄÖÜ][a-zäöüß-]{3,})\b")
_NOUN = re.compile(r"(?<=[a-zäöüß] )(?!Ihr|Ihn|Sie\b)[A-ZÄÖÜ][a-zäöüß-]{4,}\b")
_BREAK = 4


def swapped_office(text: str, rng: Random) -> str | None:
    """With another office in the place of the one that it names."""
    found = list(_OFFICE.finditer(text))
    if not found:
        return None
    match = rng.choice(found)
    other = rng.choice([name for name in _OFFICES if name != match[0]])
    return text[: match.start()] + other + text[match.end() :]


def swapped_roles(text: str, rng: Random) -> str | None:
    """With two of those who act or are acted upon changed about."""
    found = list(_ROLES.finditer(text))
    pairs = [
        (one, two)
        for one in found
        for two in found
        if one.end() < two.start()
        and one[0][:4] != two[0][:4]
        and not re.fullmatch(
            r"[\s,/-]*(?:(?:und|oder|sowie)\s)?(?:d\w\w\s|ein\w*\s)?", text[one.end() : two.start()]
        )
        # "Im Fundbüro, im Bürgerbüro" says the same the other way round, and so does any list.
        and not _LIST.fullmatch(text[one.end() : two.start()])
    ]
    if not pairs:
        return None
    one, two = rng.choice(pairs)
    return text[: one.start()] + two[0] + text[one.end() : two.start()] + one[0] + text[two.end() :]


def invented_detail(text: str, rng: Random) -> str | None:
    """With a detail that stands nowhere."""
    return f"{text[:-1]}{rng.choice(_DETAILS)}{text[-1]}"


def changed_member(text: str, pool: Pool, rng: Random) -> str | None:
    """With another thing in the place of one member of a list."""
    match = _MEMBERS.search(text) or _PAIR.search(text)
    other = _NOUN.search(rng.choice(pool.sentences).text)
    if match is None or other is None or other[0] in text:
        return None
    return text[: match.start(1)] + other[0] + text[match.end(1) :]


def mixed_services(source: Source, pool: Pool, rng: Random) -> str | None:
    """Its first half, with the second half of another document's sentence."""
    other = rng.choice(pool.sentences)
    cut, taken = _HALVES.search(source.text, _BREAK), _HALVES.search(other.text, _BREAK)
    if other.document == source.document or cut is None or taken is None:
        return None
    rest = other.text[taken.end() :]
    return None if len(rest.split()) < _BREAK else source.text[: cut.end()] + rest


def wrong_citation(source: Source, page: Page, rng: Random) -> str | None:
    """Another sentence of its page, cited in its place."""
    others = [one.text for one in page.sentences if not _holds(one.text, source.text)]
    return rng.choice(others) if others else None


def _holds(one: str, other: str) -> bool:
    mine, yours = set(one.lower().split()), set(other.lower().split())
    return len(mine & yours) / max(1, len(yours)) > 0.6
