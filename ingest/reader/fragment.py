"""Reads a fragment of HTML (a field of an export) into sections."""

from bs4 import BeautifulSoup

from corpus.machine_text.addressed import addressed_sentences
from corpus.records import SectionKind
from ingest.errors import Unreadable
from ingest.reader.bounds import break_lines
from ingest.reader.characters import lines_of
from ingest.reader.hidden import page_rules, panels, remove_hidden
from ingest.reader.parsing import body_of, parse_html
from ingest.reader.parts import Part
from ingest.reader.sections import ReadSection, make_sections
from ingest.reader.vocabulary import Vocabulary, vocabulary
from ingest.reader.walker import Walker


def read_fragment(html: str, heading: str = "", kind: SectionKind | None = None) -> list[ReadSection]:
    """Read a fragment; `heading` and `kind` (if given) are those of its first section.

    Later sections have the headings in the fragment, bold lines included, and inherit `kind`.
    """
    words = vocabulary()
    try:
        parts = _parts(html, words)
    except Unreadable:
        # Beyond lxml's bounds; an export's field isn't worth losing for its structure.
        parts = [Part(lines=lines_of(BeautifulSoup(html, "html.parser").get_text("\n")))]
    parts[0].heading = heading
    made = make_sections(parts, "", words)
    if kind is None:
        return made
    return [
        ReadSection(one.section.model_copy(update={"kind": kind}), one.links)
        if one.section.heading == heading or one.section.kind is SectionKind.DESCRIPTION
        else one
        for one in made
    ]


def _parts(html: str, words: Vocabulary) -> list[Part]:
    body = body_of(parse_html(f"<body>{html}</body>"))
    opened = panels(body)
    concealed = remove_hidden(body, opened, words, page_rules(body))
    walker = Walker({}, opened)
    walker.read(body)
    break_lines(walker.parts)
    # The inspection of documents takes such sentences out and tells the editors where they stood.
    walker.parts[-1].lines.extend(addressed_sentences(concealed))
    return walker.parts
