"""JSON-LD (schema.org) for some offices: real websites have it here and there."""

import json
import re
from collections.abc import Iterator

from markupsafe import Markup

from corpus.musterstadt.addresses import address
from corpus.musterstadt.blocks import day_and_times, variant
from corpus.musterstadt.content import Entry
from corpus.musterstadt.front_matter import OfficeFront

_DAYS = {
    "Montag": "Monday",
    "Dienstag": "Tuesday",
    "Mittwoch": "Wednesday",
    "Donnerstag": "Thursday",
    "Freitag": "Friday",
    "Samstag": "Saturday",
    "Sonntag": "Sunday",
}
_SPAN = re.compile(r"(\d{1,2})[:.](\d{2})\s*(?:–|-|bis)\s*(\d{1,2})[:.](\d{2})")


def office_data(entry: Entry, base_url: str) -> Markup | None:
    """A script's content for every second office; None for all other pages."""
    front = entry.front
    if entry.folder != "offices" or not isinstance(front, OfficeFront) or variant(entry.stem, 2):
        return None
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "GovernmentOffice",
        "name": front.title,
        "url": base_url + address(entry),
        "telephone": front.telephone,
        "email": front.email,
    }
    if front.address:
        data["address"] = {
            "@type": "PostalAddress",
            "streetAddress": front.address.street,
            "postalCode": front.address.postcode,
            "addressLocality": front.address.city,
            "addressCountry": "DE",
        }
    hours = list(_hours(front.hours))
    if hours:
        data["openingHoursSpecification"] = hours
    text = json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 (JSON, with "<" escaped)


def _hours(lines: tuple[str, ...]) -> Iterator[dict[str, object]]:
    """The opening hours of single weekdays; other lines are left to the text."""
    for line in lines:
        day, times = day_and_times(line)
        for span in _SPAN.finditer(times) if day in _DAYS else ():
            opens, closes = f"{int(span[1]):02d}:{span[2]}", f"{int(span[3]):02d}:{span[4]}"
            yield {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": f"https://schema.org/{_DAYS[day]}",
                "opens": opens,
                "closes": closes,
            }
