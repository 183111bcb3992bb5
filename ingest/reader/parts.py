"""Parts of a page in the making: a heading with the lines and links below it."""

from dataclasses import dataclass, field

#: The level of headings that are only bold paragraphs; below h6.
BOLD = 7


@dataclass(frozen=True)
class PageLink:
    """A link as it stands in the page: visible text (or its label) and the raw address."""

    text: str
    address: str


@dataclass
class Part:
    """Lines and links under one heading; `level` 0 is what stands before the first heading.

    `opened` marks what a button, a summary or an accordion's title opens.
    """

    heading: str = ""
    level: int = 0
    anchor: str | None = None
    opened: bool = False
    lines: list[str] = field(default_factory=list)
    links: list[PageLink] = field(default_factory=list)
