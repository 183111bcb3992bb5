"""Telephone numbers, mail addresses and postal addresses."""

import re
from collections.abc import Iterator

import phonenumbers

from corpus.records import Fact, FactKind, Section, SectionKind
from ingest.facts.lines import is_item, lines, without_mark

_PHONE_WORDS = re.compile(
    r"\btel\b|telefon|\bfon\b|\bphone\b|rufnummer|hotline|anruf|durchwahl|mobil|☎|☏|servicenummer|\bcall\b|zentrale\b",
    re.IGNORECASE,
)
_NO_PHONE = re.compile(
    r"\bIBAN\b|\bBIC\b|konto(?:nummer)?\b|aktenzeichen|steuernummer|kassenzeichen|\bISBN\b|gläubiger|ust-?id|az\.",
    re.IGNORECASE,
)
# "Telefon/Fax" is both.
_FAX = re.compile(
    r"(?<!/)(?<!/ )(?<!und )(?:tele)?fax(?:nummer)?\s*[:.]?\s*$|(?<!/)(?<!/ )(?<!und )\bfax\b[^\d;,]{0,15}$",
    re.IGNORECASE,
)
_SHORT_NUMBERS = re.compile(
    r"\b(?:Telefon|Tel\.|Behördennummer|Behördenrufnummer|Rufnummer|Nummer|Notruf|dial)\D{0,25}?\b(115|116\s?117|110|112)\b"
)
_AT = r"(?:\s?[(\[{<](?:at|ät|@|a)[)\]}>]\s?|_at_)"
_DOT = r"\s?[(\[{<](?:dot|punkt|\.)[)\]}>]\s?"
_EMAIL = re.compile(
    rf"[\w.+-]+?(?:@|{_AT})[\w-]+(?:(?:\.|{_DOT})[\w-]+)*(?:\.|{_DOT})[a-z]{{2,}}", re.IGNORECASE
)
_STREET_END = (
    r"(?:str(?:aße|asse|\.)|weg|platz|allee|gasse|ring|damm|ufer|markt|hof|steig|graben|berg|tor|garten"
    r"|promenade|chaussee|wall|pfad|winkel|wiese|feld)"
)
_STREET = re.compile(
    rf"(?:(?:Am|An|Auf|Im|In|Zum|Zur|Hinter|Vor|Unter|Alte[rs]?|Neue[rs]?|Große[rs]?|Kleine[rs]?)\s(?:dem\s|der\s|den\s)?)?"
    rf"(?:[A-ZÄÖÜ][\wäöüß.]*[-\s]){{0,4}}[A-ZÄÖÜ]?[\wäöüß.-]*?{_STREET_END}(?:\s|(?<=\.))(?:\d{{1,4}}\s?[a-z]?\b(?:\s?[-–/]\s?\d{{1,4}}\s?[a-z]?\b)?)",
    re.IGNORECASE | re.UNICODE,
)
# The squares of Mannheim have no streets: "E 5, 1".
_PLAIN_STREET = re.compile(
    r"^(?:[A-ZÄÖÜ][\wäöüß. -]{2,40}\s\d{1,4}\s?[a-zA-Z]?(?:\s?[-–/+]\s?\d{1,4}\s?[a-z]?)?"
    r"|[A-U]\s?\d{1,2},\s?\d{1,2}[a-z]?)$"
)
_BOX = re.compile(r"\bpostfach\b|\bp\.?\s?o\.?\s?box\b", re.IGNORECASE)
_TOWN = re.compile(
    r"\b(?:D-)?(\d{5})\s+[A-ZÄÖÜ][\wäöüß]+(?:(?:[-\s/]|\s(?:am|an|im|in|ob|bei)\s(?:der\s)?)[A-ZÄÖÜ][\wäöüß.]+){0,3}"
)
_PHONE_LEAD = re.compile(
    r"\b(?:telefon(?:nummer)?|tel|fon|phone|rufnummer|hotline|mobil|handy)\b\.?\s*:?\s*$", re.IGNORECASE
)
_LEAD = re.compile(
    r"^(?:(?:haus|besucher|post|liefer)?(?:adresse|anschrift)|anschrift|address|standort|ort)\s*:?\s*",
    re.IGNORECASE,
)


def find_telephones(section: Section, index: int) -> Iterator[Fact]:
    """Find telephone numbers (no fax): E.164 and as printed."""
    for line in lines(section):
        if _NO_PHONE.search(line):
            continue
        if short := _SHORT_NUMBERS.search(line):
            yield Fact(
                kind=FactKind.TELEPHONE, value=short[1], words=line, section=index, label=section.heading
            )
        if section.kind is not SectionKind.CONTACT and not _PHONE_WORDS.search(line) and "+49" not in line:
            continue
        for match in phonenumbers.PhoneNumberMatcher(line, "DE"):
            if _FAX.search(line[: match.start]):
                continue
            yield Fact(
                kind=FactKind.TELEPHONE,
                value=match.raw_string.strip(),
                words=line,
                section=index,
                label=_label(line[: match.start], _name_in_item(line, section.heading)),
                e164=phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164),
            )


def find_emails(section: Section, index: int) -> Iterator[Fact]:
    """Find mail addresses, also written with "(at)"; `url` holds the plain form as mailto."""
    for line in lines(section):
        for match in _EMAIL.finditer(line):
            plain = re.sub(_AT, "@", match[0], flags=re.IGNORECASE)
            plain = re.sub(_DOT, ".", plain, flags=re.IGNORECASE)
            yield Fact(
                kind=FactKind.EMAIL,
                value=match[0],
                words=line,
                section=index,
                label=_name_in_item(line, section.heading),
                url=f"mailto:{plain}",
            )


def find_addresses(section: Section, index: int) -> Iterator[Fact]:
    """Find postal addresses: a street with number and a postcode with town, on one line or on two.

    A post office box is none: nobody can go there.
    """
    all_lines = lines(section)
    for position, line in enumerate(all_lines):
        town = _TOWN.search(line)
        if town is None:
            continue
        street = _last_street(line[: town.start()])
        if street:
            words = line
        elif position:
            street = _last_street(all_lines[position - 1]) or _whole_street(all_lines[position - 1])
            words = f"{all_lines[position - 1]}\n{line}"
        if street and not _BOX.search(street):
            yield Fact(
                kind=FactKind.ADDRESS,
                value=f"{street}, {town[0]}",
                words=words,
                section=index,
                label=_name_in_item(words, section.heading),
            )


def _last_street(text: str) -> str:
    found = list(_STREET.finditer(text))
    if found:
        return _LEAD.sub("", found[-1][0].strip(" ,:"))
    text = text.rstrip(" ,")
    return _whole_street(text.rpartition(", ")[2]) or _whole_street(", ".join(text.split(", ")[-2:]))


def _whole_street(line: str) -> str:
    text = _LEAD.sub("", without_mark(line)).strip(" ,")
    return text if _PLAIN_STREET.match(text) else ""


def _name_in_item(line: str, heading: str) -> str:
    """Give the name that a list item about an office begins with ("- Bürgerbüro Mitte, Markt 1, …")."""
    name, comma, _ = without_mark(line).partition(", ")
    return name if comma and is_item(line) and len(name) <= 80 and not re.search(r"\d", name) else heading


def _label(before: str, heading: str) -> str:
    """Give the name in front of a number ("Standesamt, Telefon:") or the section's heading."""
    text = _PHONE_LEAD.sub("", without_mark(before).strip(" :,;")).strip(" :,;–-")
    is_name = 2 < len(text) <= 60 and not re.search(r"\d{3}|[.;:!?]\s|/", text)
    return text if is_name else heading
