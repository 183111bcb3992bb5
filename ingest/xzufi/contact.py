"""An office's addresses and channels as lines."""

from collections.abc import Iterator, Sequence
from datetime import date

from ingest.xzufi.blocks import GERMAN, SIMPLE, valid
from ingest.xzufi.languages import name
from ingest.xzufi.model import Address, Channel, Office

EMAIL, LANDLINE, MOBILE, FAX = "01", "02", "03", "04"
# Machines' or lawyers' mail: a mail from a citizen's usual account doesn't arrive there.
DE_MAIL = "08"
_LABELS = {
    LANDLINE: ("Telefon", "Telephone"),
    MOBILE: ("Mobil", "Mobile"),
    FAX: ("Fax", "Fax"),
    EMAIL: ("E-Mail", "Email"),
    "05": ("Kurznachrichten", "Instant messaging"),
    "07": ("Weiterer Kontakt", "Other contact"),
    "09": ("Internet", "Website"),
    "10": ("Internet (verschlüsselt)", "Secure website"),
    "11": ("Kontaktformular", "Contact form"),
    "12": ("Facebook", "Facebook"),
    "13": ("X", "X"),
    "14": ("Mastodon", "Mastodon"),
    "15": ("Instagram", "Instagram"),
}
_ORDER = {code: position for position, code in enumerate(_LABELS)}
_VISITORS = ("besuch", "haus")
_LETTERS = ("post", "brief", "zustell")


def contact_lines(office: Office, language: str, today: date) -> list[str]:
    """Addresses, then channels, a line each: "Rathausplatz 1, 60999 Musterstadt", "Telefon: 069 …"."""
    visit, letters = sort_addresses(office.addresses)
    lines = [line for address in visit for line in (*address.additions, street_line(address)) if line]
    german = language in {GERMAN, SIMPLE}
    for address in letters:
        line = _letters_line(address)
        if line and line not in lines:
            lines.append(f"{'Postanschrift' if german else 'Postal address'}: {line}")
    return list(dict.fromkeys([*lines, *_channel_lines(office.channels, language, today)]))


def one_line_contact(office: Office, language: str, today: date) -> str:
    """Name, first address to go to, and telephone and mail of an office on one line, separated by commas."""
    visit, letters = sort_addresses(office.addresses)
    place = [street_line(visit[0])] if visit else [_letters_line(one) for one in letters[:1]]
    called = [
        line
        for line in _channel_lines(office.channels, language, today)
        if line.startswith(tuple(_LABELS[code][index] for code in (LANDLINE, EMAIL) for index in (0, 1)))
    ]
    shown = name(office.names, language) or f"Organisationseinheit {office.id.value}"
    return ", ".join(part for part in (shown, *place, *called) if part)


def sort_addresses(addresses: Sequence[Address]) -> tuple[list[Address], list[Address]]:
    """Tell where people go from where letters go: by the type's name where given, else by street or box."""
    visit: list[Address] = []
    letters: list[Address] = []
    for address in addresses:
        kind = address.kind.lower()
        if kind and any(word in kind for word in _VISITORS) and address.street:
            visit.append(address)
        elif (kind and any(word in kind for word in _LETTERS)) or not address.street:
            letters.append(address)
        else:
            visit.append(address)
    visit.sort(key=lambda address: "besuch" not in address.kind.lower())
    return visit, letters


def street_line(address: Address) -> str:
    """Street and town on one line."""
    street = f"{address.street} {address.number}".strip()
    return ", ".join(part for part in (street, _town(address)) if part)


def _letters_line(address: Address) -> str:
    box = f"Postfach {address.box}" if address.box and "postfach" not in address.box.lower() else address.box
    first = box or f"{address.street} {address.number}".strip()
    return ", ".join(part for part in (first, _town(address)) if part) if address.postcode or first else ""


def _town(address: Address) -> str:
    return f"{address.postcode} {address.town}".strip()


def _channel_lines(channels: Sequence[Channel], language: str, today: date) -> Iterator[str]:
    german = language in {GERMAN, SIMPLE}
    usable = [one for one in channels if one.code != DE_MAIL and valid(one.periods, today)]
    for one in sorted(usable, key=lambda one: _ORDER.get(one.code, len(_ORDER))):
        label = _LABELS.get(one.code, _LABELS["07"])[0 if german else 1]
        addition = f" ({one.addition})" if one.addition else ""
        yield f"{label}: {one.address}{addition}"
