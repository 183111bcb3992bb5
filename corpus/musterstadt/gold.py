"""What a page reader should find on the sample city's pages, to measure it with."""

from dataclasses import dataclass
from functools import lru_cache

from corpus.musterstadt.addresses import address
from corpus.musterstadt.blocks import Block, blocks
from corpus.musterstadt.body import text_of, units_of
from corpus.musterstadt.content import Content, default_folder, read_content
from corpus.records import SectionKind


@dataclass(frozen=True)
class GoldSection:
    """A section as it should come out; `text` has a line per paragraph, list item or table row.

    `units` are the texts as they stand on the page, each once: a column's head isn't repeated for every row.
    """

    kind: SectionKind
    heading: str
    text: str
    units: tuple[str, ...]


def gold(path: str, content: Content | None = None) -> list[GoldSection]:
    """The sections of the page at `path` (such as `/dienstleistungen/reisepass.html`).

    The first has no heading if the page starts with text before one. Raises `KeyError` for a path that isn't
    a content file's page (index pages, the calendar, copies).
    """
    used = content or _packaged()
    entry = {address(entry): entry for entry in used.entries.values()}[path]
    return [
        GoldSection(block.kind, block.heading, block.text, tuple(_units(block)))
        for block in blocks(entry, used)
    ]


def gold_title(path: str, content: Content | None = None) -> str:
    """The title of the page at `path`; raises `KeyError` as `gold` does."""
    used = content or _packaged()
    return {address(entry): entry for entry in used.entries.values()}[path].front.title


def gold_paths(content: Content | None = None) -> list[str]:
    """The paths that have a gold text: every page that a crawl may and should find, PDFs included."""
    used = content or _packaged()
    return sorted(
        address(entry) for entry in used.entries.values() if not getattr(entry.front, "hidden", False)
    )


def _units(block: Block) -> list[str]:
    """A block's texts: those of its Markdown, then the lines of its links, hours and contacts."""
    written = len(text_of(block.tokens).splitlines())
    lines = block.text.splitlines()[written:]
    return [*units_of(block.tokens), *(line.removeprefix("- ") for line in lines)]


@lru_cache(maxsize=1)
def _packaged() -> Content:
    return read_content(default_folder())
