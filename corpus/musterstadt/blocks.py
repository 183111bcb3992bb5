"""The blocks that a page consists of, in the order in which readers see them.

The templates show them and the gold is taken from them, so that both say the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from markdown_it.token import Token

from corpus.musterstadt.content import Content, Entry
from corpus.musterstadt.front_matter import (
    DepartmentFront,
    EventFront,
    Link,
    OfficeFront,
    ServiceFront,
)
from corpus.records import SectionKind

_HOURS = re.compile(r"(?P<day>.*\S):\s+(?P<times>.+)|(?P<day2>[^\d:]*[^\d:\s])\s+(?P<times2>\d.*)")


@dataclass(frozen=True)
class Block:
    """A heading and what stands under it: text, then links, opening hours or contacts.

    `text` has the lines that a reader should find; the rest is for the templates.
    """

    kind: SectionKind
    heading: str
    anchor: str
    text: str
    tokens: tuple[Token, ...] = ()
    links: tuple[Link, ...] = ()
    hours: tuple[str, ...] = ()
    note: str | None = None
    contacts: tuple[Entry, ...] = ()
    lines: tuple[str, ...] = ()


def variant(stem: str, number: int) -> int:
    """Which of `number` ways of showing something a page takes: varied, but always the same."""
    return crc32(stem.encode()) % number


def blocks(entry: Entry, content: Content) -> tuple[Block, ...]:
    """All blocks of an entry's page."""
    found = [Block(part.kind, part.heading, part.anchor, part.text, part.tokens) for part in entry.parts]
    front = entry.front
    if isinstance(front, OfficeFront):
        head = [block for block in found if not block.heading]
        found = [*head, *_office_blocks(entry, front), *(block for block in found if block.heading)]
    if isinstance(front, EventFront):
        found = _with_event(front, found)
    if isinstance(front, ServiceFront | OfficeFront):
        found = _with_links(found, SectionKind.ONLINE, "Online-Dienste", front.online)
        found = _with_links(found, SectionKind.FORMS, "Formulare und Downloads", front.forms)
    if isinstance(front, ServiceFront | DepartmentFront) and front.offices:
        offices = tuple(content.entries[f"offices/{stem}"] for stem in front.offices)
        heading = ("Zuständige Stelle", "Kontakt und Anschrift")[variant(entry.stem, 2)]
        found.append(_contact_block(heading, "zustaendige-stelle", offices))
    return tuple(found)


def contact_lines(entry: Entry) -> Iterator[str]:
    """Name, address and numbers of an office, a line each."""
    yield entry.front.title
    front = entry.front
    if not isinstance(front, OfficeFront):
        return
    if front.building:
        yield front.building
    if front.address:
        yield front.address.street
        yield f"{front.address.postcode} {front.address.city}"
    for label, value in (("Telefon", front.telephone), ("Fax", front.fax), ("E-Mail", front.email)):
        if value:
            yield f"{label}: {value}"
    if front.person:
        yield front.person


def day_and_times(line: str) -> tuple[str, str]:
    """Split a line of opening hours, "Montag: 8:00–12:00 Uhr", into day and times."""
    match = _HOURS.fullmatch(line)
    if match is None:
        return "", line
    return match["day"] or match["day2"], match["times"] or match["times2"]


def _office_blocks(entry: Entry, front: OfficeFront) -> Iterator[Block]:
    if front.hours:
        heading = ("Öffnungszeiten", "Sprechzeiten", "Wann wir für Sie da sind")[variant(entry.stem, 3)]
        text = "\n".join([*front.hours, *([front.hours_note] if front.hours_note else [])])
        yield Block(SectionKind.HOURS, heading, "zeiten", text, hours=front.hours, note=front.hours_note)
    if front.address or front.telephone or front.email:
        yield _contact_block("Kontakt", "kontakt", (entry,))
    if front.directions:
        yield Block(SectionKind.CONTACT, "Anfahrt", "anfahrt", front.directions, lines=(front.directions,))
    if front.accessibility:
        text = "\n".join(f"- {line}" for line in front.accessibility)
        yield Block(
            SectionKind.DESCRIPTION, "Barrierefreiheit", "barrierefrei", text, lines=front.accessibility
        )


def _contact_block(heading: str, anchor: str, offices: tuple[Entry, ...]) -> Block:
    text = "\n".join(line for office in offices for line in contact_lines(office))
    return Block(SectionKind.CONTACT, heading, anchor, text, contacts=offices)


def _with_links(
    found: Sequence[Block], kind: SectionKind, heading: str, links: tuple[Link, ...]
) -> list[Block]:
    """Add links to the block that is about them, or a block of their own."""
    missing = tuple(link for link in links if not any(_links_to(block, link.url) for block in found))
    if not missing:
        return list(found)
    text = "\n".join(f"- {link.text}" for link in missing)
    for index, block in enumerate(found):
        if block.kind == kind and block.heading:
            joined = Block(kind, block.heading, block.anchor, f"{block.text}\n{text}", block.tokens, missing)
            return [*found[:index], joined, *found[index + 1 :]]
    return [
        *found,
        Block(
            kind,
            heading,
            {SectionKind.FORMS: "downloads", SectionKind.ONLINE: "online-dienste"}[kind],
            text,
            links=missing,
        ),
    ]


def _links_to(block: Block, url: str) -> bool:
    return any(
        child.type == "link_open" and child.attrGet("href") == url
        for token in block.tokens
        for child in token.children or ()
    )


def _with_event(front: EventFront, found: Sequence[Block]) -> list[Block]:
    lines = (when(front), f"Ort: {front.place}")
    first = Block(SectionKind.DESCRIPTION, "Wann und wo", "wann", "\n".join(lines), lines=lines)
    return [first, *found]


def when(front: EventFront) -> str:
    """When an event takes place, as printed on its page."""
    start = f"{front.start:%d.%m.%Y}" + _time(front.start.hour, front.start.minute)
    if front.end is None:
        return start
    if front.end.date() == front.start.date():
        return f"{front.start:%d.%m.%Y, %H:%M}–{front.end:%H:%M} Uhr"
    return f"{start} bis {front.end:%d.%m.%Y}" + _time(front.end.hour, front.end.minute)


def _time(hour: int, minute: int) -> str:
    return f", {hour:02d}:{minute:02d} Uhr" if hour or minute else ""
