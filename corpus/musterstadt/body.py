"""A content file's Markdown: cut into sections, as HTML for the page and as text for the gold."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count, pairwise

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from corpus.records import SectionKind

_ATTRIBUTES = re.compile(r"\s*\{(?P<attributes>[^{}]*)\}\s*$")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


class BodyError(ValueError):
    """Markdown that doesn't keep to the agreed format."""


@dataclass(frozen=True)
class Part:
    """The words under one heading; the first one of a file has none."""

    kind: SectionKind
    heading: str
    anchor: str
    text: str
    tokens: tuple[Token, ...]


def parts(markdown: str) -> tuple[Part, ...]:
    """Cut a body at its second-level headings; raises `BodyError`."""
    tokens = _parser().parse(markdown)
    starts = [
        index for index, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h2"
    ]
    if any(token.type == "heading_open" and token.tag == "h1" for token in tokens):
        raise BodyError(
            "die Überschrift der ersten Ebene kommt aus „title“; im Text beginnen Überschriften mit ##"
        )
    found = []
    first = tokens[: starts[0]] if starts else tokens
    if first:
        found.append(Part(SectionKind.DESCRIPTION, "", "", text_of(first), tuple(first)))
    for start, end in pairwise([*starts, len(tokens)]):
        heading, anchor, kind = _heading(tokens[start + 1].content)
        inner = tokens[start + 3 : end]
        found.append(Part(kind, heading, anchor, text_of(inner), tuple(inner)))
    return tuple(found)


def html_of(tokens: Sequence[Token], link: Callable[[str], str]) -> str:
    """Render tokens; every link's address goes through `link`."""
    parser = _parser()
    return str(parser.renderer.render(list(tokens), parser.options, {"link": link}))


def text_of(tokens: Sequence[Token]) -> str:
    """Tokens as text: a line per paragraph, list item ("- …", "1. …") or table row ("Spalte: Wert; …")."""
    return "\n".join(_Lines(tokens).lines)


def units_of(tokens: Sequence[Token]) -> list[str]:
    """The texts that tokens consist of, each once: paragraphs, list items, heads and cells of tables."""
    return [text for token in tokens if token.type == "inline" and (text := _inline_text(token))]


def slug(text: str) -> str:
    """An address out of a title: lower case, umlauts spelled out, hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().translate(_UMLAUTS)).strip("-")


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.add_render_rule("link_open", _render_link)
    return parser


def _render_link(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType
) -> str:
    return f'<a href="{escapeHtml(env["link"](str(tokens[index].attrGet("href") or "")))}">'


def _heading(content: str) -> tuple[str, str, SectionKind]:
    match = _ATTRIBUTES.search(content)
    if match is None:
        return content, slug(content), SectionKind.DESCRIPTION
    heading = content[: match.start()]
    anchor, kind = slug(heading), SectionKind.DESCRIPTION
    for attribute in match["attributes"].split():
        if attribute.startswith("#"):
            anchor = attribute[1:]
        elif attribute.startswith(".") and attribute[1:] in set(SectionKind):
            kind = SectionKind(attribute[1:])
        else:
            raise BodyError(
                f"„{attribute}“ an der Überschrift „{heading}“ ist weder eine Sprungmarke (#name) "
                f"noch eine Art von Abschnitt (.{', .'.join(SectionKind)})"
            )
    return heading, anchor, kind


class _Lines:
    """Walks over tokens and collects lines of text."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.lines: list[str] = []
        self._markers: list[Callable[[], str]] = []
        self._marker = ""
        self._columns: list[str] = []
        self._cells: list[str] = []
        self._in_head = False
        self._in_cell = False
        for token in tokens:
            self._read(token)

    def _read(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open":
                self._markers.append(lambda: "- ")
            case "ordered_list_open":
                numbers = count(int(token.attrGet("start") or 1))
                self._markers.append(lambda: f"{next(numbers)}. ")
            case "bullet_list_close" | "ordered_list_close":
                self._markers.pop()
            case "list_item_open":
                self._marker = self._markers[-1]()
            case "thead_open" | "thead_close":
                self._in_head = token.type == "thead_open"
            case "tr_open":
                self._cells = []
            case "th_open" | "td_open" | "th_close" | "td_close":
                self._in_cell = token.nesting == 1
            case "tr_close":
                self._end_row()
            case "inline":
                self._read_inline(token)

    def _read_inline(self, token: Token) -> None:
        text = _inline_text(token)
        if self._in_cell:
            self._cells.append(text)
            return
        self.lines.append(self._marker + text)
        self._marker = ""

    def _end_row(self) -> None:
        if self._in_head:
            self._columns = self._cells
            return
        pairs = zip(self._columns, self._cells, strict=False)
        self.lines.append(
            "; ".join(f"{column}: {cell}" if column else cell for column, cell in pairs if cell)
        )


def _inline_text(token: Token) -> str:
    pieces = []
    for child in token.children or ():
        if child.type in {"text", "code_inline"}:
            pieces.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            pieces.append(" ")
    return "".join(pieces).strip()
