"""Reads structured opening hours into lines such as "Montag: 8:00–12:00 Uhr".

Their XML names are known from a sibling of XZuFi only (Service-BW), so nothing is guessed: a series with one
entry that isn't understood gives no lines at all, and the office's text stands.
"""

import re
from collections.abc import Iterator

from ingest.reader.characters import one_line
from ingest.xzufi.blocks import code, code_name
from ingest.xzufi.model import HoursSeries
from ingest.xzufi.node import Node

_DAYS = {
    "montag": "Montag",
    "dienstag": "Dienstag",
    "mittwoch": "Mittwoch",
    "donnerstag": "Donnerstag",
    "freitag": "Freitag",
    "samstag": "Samstag",
    "sonnabend": "Samstag",
    "sonntag": "Sonntag",
    "arbeitstag_mo_fr": "Montag bis Freitag",
    "montag bis freitag": "Montag bis Freitag",
}
_POSITIONS = {"": "", "0": "", "jeder": "", "jede_woche": "", "woechentlich": ""}
_ORDINALS = {"erster": "1", "zweiter": "2", "dritter": "3", "vierter": "4", "letzter": "letzten"}
_TIME = re.compile(r"(?:\d{4}-\d\d-\d\dT)?(\d{1,2}):(\d\d)(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:\d\d)?")
_KNOWN = frozenset({"tagestyp", "wochentag", "tag", "tagesposition", "beginn", "ende", "id", "idSekundaer"})


def read_series(node: Node) -> Iterator[HoursSeries]:
    """Read one element of structured hours: a series, or several."""
    for series in node.below("zeitserie", "zeitSerie") or [node]:
        kind = series.first("typ")
        note = one_line(series.value("hinweisText", "hinweis", "zusatz"))
        entries = series.all("regulaereZeiten", "regulaereZeit", "zeit", "zeiten")
        entries = [inner for entry in entries for inner in (entry.all("regulaereZeit", "zeit") or [entry])]
        lines = [_line(entry) for entry in entries]
        name = _shown_name(code_name(kind) or code(kind))
        code(kind)
        complete = tuple(line for line in lines if line)
        if complete and len(complete) == len(lines):
            yield HoursSeries(name=name, note=note, lines=_joined(complete))


def _line(entry: Node) -> str:
    """Give day and times, "" for an entry with anything that isn't understood."""
    if any(child.name not in _KNOWN for child in entry.children):
        return ""
    entry.skip("id", "idSekundaer")
    day_node = entry.first("tagestyp", "wochentag", "tag")
    day = _DAYS.get((code_name(day_node) or code(day_node)).lower(), "")
    code(day_node)
    position = code(entry.first("tagesposition")).lower()
    begin, end = _time(entry.value("beginn")), _time(entry.value("ende"))
    if not day or not begin or not end:
        return ""
    if position in _POSITIONS:
        return f"{day}: {begin}–{end} Uhr"
    ordinal = _ORDINALS.get(position, position)
    if ordinal == "letzten":
        return f"jeden letzten {day} im Monat: {begin}–{end} Uhr"
    return f"jeden {ordinal}. {day} im Monat: {begin}–{end} Uhr" if ordinal in "12345" else ""


def _time(text: str) -> str:
    match = _TIME.fullmatch(text.strip())
    return f"{int(match[1])}:{match[2]}" if match and int(match[1]) <= 24 else ""


def _joined(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Put a day's times on one line: "Montag: 8:00–12:00 Uhr und 14:00–16:00 Uhr"."""
    days: dict[str, list[str]] = {}
    for line in lines:
        name, _, times = line.partition(": ")
        if times not in days.setdefault(name, []):
            days[name].append(times)
    return tuple(f"{name}: {' und '.join(times)}" for name, times in days.items())


def _shown_name(name: str) -> str:
    """Write an enumeration's name as words: "ALLGEMEINE_OEFFNUNGSZEIT" is "Allgemeine Öffnungszeit"."""
    if not re.fullmatch(r"[A-Z_]+", name):
        return name if not name.isdigit() else ""
    words = name.replace("OE", "Ö").replace("_", " ").lower()
    return words.title()
