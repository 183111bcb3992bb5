"""Writes XZuFi messages for tests, as text: what a supplier would send, and what it shouldn't."""

from html import escape

AGENCY = "L199999"
TOWN = "059990001001"


def transfer(*inside: str, version: str = "2_2_0", root: str = "x:transfer.operation.040501") -> bytes:
    """A message; each argument is the content of a `schreibe`, or a whole `loesche`."""
    body = "".join(
        one if one.startswith(("<x:loesche", "<x:schreibe")) else f"<x:schreibe>{one}</x:schreibe>"
        for one in inside
    )
    number = version.replace("_", ".")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns:x="http://xoev.de/schemata/xzufi/{version}" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xzufiVersion="{number}">'
        f"<x:nachrichtenkopf><x:nachrichtUUID>1</x:nachrichtUUID></x:nachrichtenkopf>{body}</{root}>"
    ).encode()


def service(number: str = "1", *inside: str, title: str = "Personalausweis", agency: str = AGENCY) -> str:
    """A service with a citizens' title."""
    named = module("03", title) if title else ""
    return f'<x:leistung><x:id schemeAgencyID="{agency}">{number}</x:id>{named}{"".join(inside)}</x:leistung>'


def module(code: str, *texts: str, **languages: str) -> str:
    """A text module; positional texts are German."""
    said = [("de", text) for text in texts] + list(languages.items())
    contents = "".join(
        f'<x:inhalt languageCode="{name.replace("_", "-")}">{escape(text)}</x:inhalt>' for name, text in said
    )
    return f"<x:modulText><x:leikaTextmodul><code>{code}</code></x:leikaTextmodul>{contents}</x:modulText>"


def described(name: str, text: str = "", structured: str = "", language: str = "de") -> str:
    """A module with elements of its own, such as modulKosten."""
    told = f'<x:beschreibung languageCode="{language}">{escape(text)}</x:beschreibung>' if text else ""
    return f"<x:{name}>{structured}{told}</x:{name}>"


def cost(amounts: str, text: str = "") -> str:
    """A structured fee; `amounts` is the XML within kostenauswahl."""
    told = f'<x:beschreibung languageCode="de">{text}</x:beschreibung>' if text else ""
    return f"<x:kosten><x:kostenauswahl>{amounts}</x:kostenauswahl>{told}</x:kosten>"


def office(number: str = "7", *inside: str, name: str = "Bürgerbüro") -> str:
    """An office with its double name."""
    return (
        f'<x:organisationseinheit xsi:type="x:OrganisationseinheitErweitert">'
        f'<x:id schemeAgencyID="{AGENCY}">{number}</x:id>'
        f'<x:name><x:name languageCode="de">{name}</x:name></x:name>{"".join(inside)}'
        "</x:organisationseinheit>"
    )


def address(
    street: str = "Rathausplatz", number: str = "1", *inside: str, kind: str = "Hausanschrift"
) -> str:
    """A postal address in a town that doesn't exist."""
    typed = f"<x:typ><code>001</code><name>{kind}</name></x:typ>" if kind else ""
    placed = f"<x:strasse>{street}</x:strasse><x:hausnummer>{number}</x:hausnummer>" if street else ""
    return (
        f"<x:anschrift>{typed}{placed}<x:postleitzahl>60999</x:postleitzahl>"
        f"<x:ort>Musterstadt</x:ort>{''.join(inside)}</x:anschrift>"
    )


def channel(code: str, value: str) -> str:
    """A way to reach an office."""
    return (
        f"<x:kommunikation><x:kanal><code>{code}</code></x:kanal><x:kennung>{value}</x:kennung>"
        f"</x:kommunikation>"
    )


def responsible(service_number: str = "1", number: str = "Z1", area: str = TOWN, role: str = "02") -> str:
    """A responsibility, to be nested in an office or wrapped by `own_responsibility`."""
    where = f"<x:gebietID>{area}</x:gebietID>" if area else ""
    return (
        f'<x:zustaendigkeit><x:id schemeAgencyID="{AGENCY}">{number}</x:id>'
        f'<x:leistungID schemeAgencyID="{AGENCY}">{service_number}</x:leistungID>{where}'
        f"<x:rolle><code>{role}</code></x:rolle></x:zustaendigkeit>"
    )


def own_responsibility(owner: str, service_number: str = "1", number: str = "Z9", area: str = TOWN) -> str:
    """A responsibility as an object of its own."""
    return (
        f'<x:zustaendigkeitTransferObjekt><x:uebergeordnetesObjektID schemeAgencyID="{AGENCY}">{owner}'
        f"</x:uebergeordnetesObjektID>{responsible(service_number, number, area)}"
        "</x:zustaendigkeitTransferObjekt>"
    )


def online(
    number: str = "3", url: str = "https://termine.stadt.example/", name: str = "Termin buchen"
) -> str:
    """An online service."""
    return (
        f'<x:onlinedienst><x:id schemeAgencyID="{AGENCY}">{number}</x:id>'
        f'<x:bezeichnung languageCode="de">{name}</x:bezeichnung>'
        f'<x:link languageCode="de"><x:typ><code>01</code></x:typ><x:link>{url}</x:link></x:link>'
        "</x:onlinedienst>"
    )


def deletion(kind: str, number: str) -> str:
    """A `loesche`."""
    return f'<x:loesche klasse="{kind}"><x:id schemeAgencyID="{AGENCY}">{number}</x:id></x:loesche>'
