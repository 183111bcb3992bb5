"""Turns a text module's HTML into sections with the page reader; fillers count as nothing said."""

import html
import re

from corpus.records import Section, SectionKind
from ingest.reader.characters import lines_of, one_line
from ingest.reader.fragment import read_fragment
from ingest.reader.parts import PageLink
from ingest.reader.sections import ReadSection

_TAG = r"(?:p|br|h[1-6]|b|strong|i|em|u|sup|sub|ul|ol|li|a|div|span|table|t[rdh]|tbody|thead|dl|dt|dd)\b"
_MARKUP = re.compile(rf"<\s*/?\s*{_TAG}[^<>]*>|<!--", re.IGNORECASE)
_ESCAPED = re.compile(rf"&(?:amp;)?lt;\s*/?\s*{_TAG}", re.IGNORECASE)
_ANY_TAG = re.compile(r"<!--.*?-->|<(?:script|style)\b.*?</(?:script|style)\s*>|<[^<>]+>", re.DOTALL)
_FILLER = re.compile(
    r"(?:derzeit |bisher |noch )?nicht angegeben|(?:es liegen )?(?:derzeit )?keine? angaben?(?: vorhanden)?"
    r"|ohne angaben?|k\.? ?a\.?|n\. ?n\.?|n/a|not specified|not (?:yet )?available|no information|\./\."
    r"|[-–—.…*/\s]*",
    re.IGNORECASE,
)
_LEADING_DASH = re.compile(r"^[-–—]\s+")
_LONGEST_FILLER = 60


def read_text(text: str, heading: str, kind: SectionKind | None) -> list[ReadSection]:
    """Read a text (HTML, or plain with line breaks) into sections, the first under `heading`.

    A filler ("nicht angegeben", "-", only "&nbsp;") gives none. Texts escaped twice are unescaped once more.
    """
    settled = _settle(text)
    shown = plain(settled)
    if is_filler(shown):
        return []
    if not _MARKUP.search(settled):
        return [ReadSection(_plain_section(settled, heading, kind), ())]
    found = read_fragment(settled, heading, kind)
    if found and "<li" not in settled.lower():
        found[0] = _without_dash(found[0])
    return found


def plain(text: str) -> str:
    """Give a text without its markup, on one line: for titles, names and terms."""
    return one_line(html.unescape(_ANY_TAG.sub(" ", _settle(text))))


def is_filler(shown: str) -> bool:
    """Tell whether a text only says that nothing is said."""
    return len(shown) <= _LONGEST_FILLER and bool(_FILLER.fullmatch(shown.strip().rstrip(".!")))


def joined(found: list[ReadSection]) -> list[ReadSection]:
    """Join neighbours with the same heading and kind; a line that has been said already is left out."""
    made: list[ReadSection] = []
    for one in found:
        last = made[-1] if made else None
        if last and (last.section.heading, last.section.kind) == (one.section.heading, one.section.kind):
            lines = dict.fromkeys([*last.section.text.splitlines(), *one.section.text.splitlines()])
            section = last.section.model_copy(update={"text": "\n".join(lines)})
            made[-1] = ReadSection(section, (*last.links, *one.links))
        else:
            made.append(one)
    return made


def lines_section(lines: list[str], heading: str, kind: SectionKind) -> ReadSection:
    """Make a section of finished lines."""
    return ReadSection(Section(kind=kind, heading=heading, text="\n".join(dict.fromkeys(lines))), ())


def link_section(links: list[PageLink], heading: str, kind: SectionKind) -> ReadSection:
    """Make a section of links: their words as a list, so that they show as links and not as statements."""
    lines = [f"- {link.text}" for link in links if link.text]
    section = Section(kind=kind, heading=heading, text="\n".join(dict.fromkeys(lines)))
    return ReadSection(section, tuple(links))


def _settle(text: str) -> str:
    if _ESCAPED.search(text) and not _MARKUP.search(text):
        text = html.unescape(text)
        if _ESCAPED.search(text):
            text = html.unescape(text)
    return text


def _plain_section(text: str, heading: str, kind: SectionKind | None) -> Section:
    lines = lines_of(html.unescape(text))
    if len(lines) == 1:
        lines = [_LEADING_DASH.sub("", lines[0])]
    return Section(kind=kind or SectionKind.DESCRIPTION, heading=heading, text="\n".join(lines))


def _without_dash(one: ReadSection) -> ReadSection:
    if "\n" in one.section.text:
        return one
    section = one.section.model_copy(update={"text": _LEADING_DASH.sub("", one.section.text)})
    return ReadSection(section, one.links)
