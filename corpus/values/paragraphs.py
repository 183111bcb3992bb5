"""Legal references in a text: "§ 17 Abs. 1 Satz 2 BMG", "Art. 6 Abs. 1 lit. e DSGVO"."""

import re

from corpus.values.value import Found, Value, ValueKind

_NUMBER = r"\d+[a-z]?(?![\w])"
_PARTS = {
    "Abs": r"Abs(?:atz|\.)",
    "S": r"(?:Satz|S\.)",
    "Nr": r"(?:Nummer|Nr\.)",
    "lit": r"(?:Buchstabe|Buchst\.|lit\.)",
}
_PART = rf"(?:\s?,?\s?(?:{'|'.join(_PARTS.values())})\s?(?:\d+[a-z]?|[a-z])(?!\w))"
_LAW = (
    r"(?:SGB\s(?:[IVX]+|\d+)\b|(?=\w*[A-ZÄÖÜ]\w*[A-ZÄÖÜ])[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{1,14}\b(?:-[A-ZÄÖÜ]\w+)?|"
    r"(?:de[rs]\s)?[A-ZÄÖÜ][\wäöüß-]*(?:gesetz(?:es|buch(?:e?s)?)?|ordnung|verordnung|satzung|buch(?:e?s)?))"
)
_ONE = rf"{_NUMBER}{_PART}*"
_REFERENCE = re.compile(
    rf"(?P<mark>§{{1,2}}|\bArt(?:ikel|\.))\s?(?P<items>{_ONE}(?:\s?(?:,|und|oder|bis|-|–|f\.|ff\.)\s?(?:§\s?)?{_ONE})*)"
    rf"(?:\s?ff?\.)?(?:\s(?P<law>{_LAW}))?"
)
_ITEM = re.compile(_ONE)
_PART_OF = {name: re.compile(rf"{pattern}\s?(\d+[a-z]?|[a-z])(?!\w)") for name, pattern in _PARTS.items()}
# Short names of laws that pages also write out; without the genitive's s.
_SHORT_NAMES = {
    "bundesmeldegesetz": "BMG", "personalausweisgesetz": "PAUSWG", "passgesetz": "PASSG",
    "aufenthaltsgesetz": "AUFENTHG", "staatsangehörigkeitsgesetz": "STAG", "personenstandsgesetz": "PSTG",
    "gewerbeordnung": "GEWO", "straßenverkehrsordnung": "STVO", "fahrerlaubnisverordnung": "FEV",
    "fahrerlaubnis-verordnung": "FEV", "fahrzeug-zulassungsverordnung": "FZV",
    "straßenverkehrsgesetz": "STVG",
    "bürgerliches gesetzbuch": "BGB", "wohngeldgesetz": "WOGG", "bundeszentralregistergesetz": "BZRG",
    "infektionsschutzgesetz": "IFSG", "bundeselterngeld- und elternzeitgesetz": "BEEG", "grundgesetz": "GG",
    "baugesetzbuch": "BAUGB", "abgabenordnung": "AO", "gaststättengesetz": "GASTG", "waffengesetz": "WAFFG",
    "einkommensteuergesetz": "ESTG", "unterhaltsvorschussgesetz": "UHVORSCHG", "asylgesetz": "ASYLG",
    "datenschutz-grundverordnung": "DSGVO", "verwaltungsverfahrensgesetz": "VWVFG", "strafgesetzbuch": "STGB",
}  # fmt: skip


def find_paragraphs(text: str) -> list[Found]:
    """Legal references in `text`: "§ 17 Absatz 1 des Bundesmeldegesetzes" is "§17/Abs1/BMG".

    A range or list states each of its ends. The law is missing where the text doesn't name it.
    """
    return [Found(match.start(), match.end(), _values(match)) for match in _REFERENCE.finditer(text)]


def paragraph_carried(reference: str, by: str) -> bool:
    """Whether reference `by` is the same place as `reference` or a more exact one."""
    head, *parts = reference.split("/")
    source_head, *source_parts = by.split("/")
    return head == source_head and set(parts) <= set(source_parts)


def _values(match: re.Match[str]) -> tuple[Value, ...]:
    mark = "§" if match["mark"].startswith("§") else "Art"
    law = [_law(match["law"])] if match["law"] else []
    values: list[Value] = []
    head, parts = "", list[str]()
    for item in _ITEM.finditer(match["items"]):
        number = item[0] if item[0].isalnum() else item[0].split()[0].rstrip(",.")
        if parts and item[0] == number and match["mark"] != "§§":
            # "§ 5 Abs. 2 und 3" goes on in the last part, "§§ 5 Abs. 2 und 7" doesn't.
            parts = [*parts[:-1], re.sub(r"\d+[a-z]?$", number, parts[-1])]
        else:
            head = f"{mark}{number}"
            parts = [
                f"{name}{found[1]}" for name, part in _PART_OF.items() if (found := part.search(item[0]))
            ]
        values.append(Value(ValueKind.PARAGRAPH, "/".join([head, *parts, *law])))
    return tuple(values)


def _law(name: str) -> str:
    bare = re.sub(r"^de[rs]\s", "", name).lower()
    for form in (bare, bare.removesuffix("s"), bare.removesuffix("es")):
        if form in _SHORT_NAMES:
            return _SHORT_NAMES[form]
    return re.sub(r"\s", "", bare).upper()
