"""Telephone numbers, mail addresses and postal addresses in structured data."""

from dataclasses import dataclass

from ingest.reader.structured.items import Item


@dataclass(frozen=True)
class Contact:
    """How to reach an office; empty where nothing is stated. `address` is street, then postcode and town."""

    telephones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    address: tuple[str, str] | None = None


def contact_of(item: Item) -> Contact:
    """The contact of an office, its contact points included."""
    sources = [item, *item.items("contactPoint", "contactPoints")]
    telephones = dict.fromkeys(text for one in sources for text in one.texts("telephone"))
    emails = dict.fromkeys(
        text.removeprefix("mailto:") for one in sources for text in one.texts("email") if "@" in text
    )
    return Contact(tuple(telephones), tuple(emails), _address(item))


def _address(item: Item) -> tuple[str, str] | None:
    places = item.items("address") or [
        address for place in item.items("location") for address in place.items("address")
    ]
    for place in places:
        street, postcode = place.text("streetAddress"), place.text("postalCode")
        town = place.text("addressLocality")
        if street and town and len(postcode) == 5 and postcode.isdigit():
            return street, f"{postcode} {town}"
    return None
