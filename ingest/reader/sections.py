"""Makes sections out of a page's parts: headings joined, kinds told, chrome lines left out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.records import Section, SectionKind
from ingest.reader.kinds import heading_kind, section_kind
from ingest.reader.metadata import date_line
from ingest.reader.parts import BOLD, PageLink, Part
from ingest.reader.vocabulary import Vocabulary


@dataclass(frozen=True)
class ReadSection:
    """A section with the links that stand in it."""

    section: Section
    links: tuple[PageLink, ...]


def make_sections(parts: Sequence[Part], title: str, vocabulary: Vocabulary) -> list[ReadSection]:
    """Turn parts into sections.

    A heading without text of its own is put before its children's headings ("Gebühren: Kinder"); a bold
    line that heads nothing becomes a line again; a kind is inherited from the heading above.
    """
    made: list[ReadSection] = []
    above: list[tuple[int, str, SectionKind | None, bool]] = []
    for part in _settle(parts, vocabulary):
        while above and above[-1][0] >= part.level:
            above.pop()
        is_title = part.level <= 1 and part.heading.casefold() == title.casefold()
        inherited = next((kind for _, _, kind, _ in reversed(above) if kind), None)
        heading = "" if is_title else part.heading
        if part.lines:
            before = [text for _, text, _, empty in above if empty and text]
            shown = ": ".join([*(text.rstrip(" :") for text in before), heading]) if heading else heading
            made.append(_section(part, shown, section_kind(heading, part.lines, vocabulary, inherited)))
        above.append((part.level, heading, heading_kind(heading, vocabulary) or inherited, not part.lines))
    return made


def _section(part: Part, heading: str, kind: SectionKind) -> ReadSection:
    section = Section(kind=kind, heading=heading, text="\n".join(part.lines), anchor=part.anchor)
    return ReadSection(section, tuple(part.links))


def _settle(parts: Sequence[Part], vocabulary: Vocabulary) -> list[Part]:
    """Leave out chrome lines and give headings that head nothing back, as lines, to the part before."""
    settled: list[Part] = []
    for position, part in enumerate(parts):
        lines = [line for line in part.lines if not _is_chrome_line(line, vocabulary)]
        kept = Part(part.heading, part.level, part.anchor, part.opened, lines, part.links)
        following = parts[position + 1].level if position + 1 < len(parts) else 0
        if settled and not lines and (part.level == BOLD or (following <= part.level and _says_more(part))):
            settled[-1].lines.append(part.heading)
            settled[-1].links.extend(part.links)
        else:
            settled.append(kept)
    return settled


def _says_more(part: Part) -> bool:
    """Tell whether a heading without text is a statement itself ("Polizei: 110", "Mehr finden Sie hier.")."""
    return part.level > 1 and bool(re.search(r"[\d@]|[a-zäöüß)][.!:]$", part.heading))


def _is_chrome_line(line: str, vocabulary: Vocabulary) -> bool:
    text = line.removeprefix("- ")
    return (
        bool(vocabulary.chrome_lines.search(text))
        or date_line(text) is not None
        or not any(map(str.isalnum, text))
    )
