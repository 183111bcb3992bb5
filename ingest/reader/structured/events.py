"""When and where an event takes place, by structured data."""

from dataclasses import dataclass
from datetime import date, datetime

from ingest.reader.structured.items import Item


@dataclass(frozen=True)
class Occasion:
    """An event's first and last day, and lines that say when and where."""

    first: date
    last: date
    lines: tuple[str, ...]


def occasion_of(item: Item) -> Occasion | None:
    """The time and place of an event; None where its start isn't a date or lies after its end."""
    start, end = item.text("startDate"), item.text("endDate")
    first, last = _day(start), _day(end) or _day(start)
    if first is None or last is None or last < first:
        return None
    until = f" bis {last:%d.%m.%Y}" if last != first else ""
    lines = [f"Wann: {first:%d.%m.%Y}{_time(start)}{until}"]
    if place := _place(item):
        lines.append(f"Ort: {place}")
    return Occasion(first, last, tuple(lines))


def _place(item: Item) -> str:
    places = item.items("location")
    if not places:
        return item.text("location")
    address = next(iter(places[0].items("address")), Item())
    town = f"{address.text('postalCode')} {address.text('addressLocality')}".strip()
    return ", ".join(text for text in (places[0].text("name"), address.text("streetAddress"), town) if text)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _time(text: str) -> str:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return ""
    return f", {moment:%H:%M} Uhr" if "T" in text and (moment.hour or moment.minute) else ""
