"""Which pages and official names no entry of the lexicon reaches."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from corpus.analysis.tokens import stem, words
from corpus.lexicon.lexicon import Lexicon
from corpus.musterstadt.content import default_folder, read_content

_NAMES = "service_names.txt"
_CORPUS = "corpus.jsonl"
_KEYWORDS = 20
_SERVICES = "services"


class DataError(Exception):
    """A file with titles that can't be read; the message names it and says what is wrong."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page or an official name, as far as it tells what it is about."""

    title: str
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the lexicon reaches into one collection of pages or names."""

    name: str
    count: int
    missed: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share that at least one service is found for, from 0 to 1; 1 of an empty collection."""
        return 1 - len(self.missed) / self.count if self.count else 1.0


def reach(lexicon: Lexicon, name: str, pages: list[Page]) -> Reach:
    """Which `pages` neither title nor keywords lead to a service for."""
    return Reach(name, len(pages), tuple(page.title for page in pages if not _is_reached(lexicon, page)))


def sample_city() -> list[Page]:
    """The services of the sample city."""
    content = read_content(default_folder())
    return [Page(entry.front.title) for entry in content.of(_SERVICES)]


def collections(data: Path) -> Iterator[tuple[str, list[Page]]]:
    """What lies in `data`: service_names.txt, a name a line, and corpora in folders of their own.

    Names that concern only businesses and authorities are left out. Raises `DataError`.
    """
    for path in sorted(data.glob(f"*/{_CORPUS}")):
        yield path.parent.name, list(_pages(path))
    if (names := data / _NAMES).is_file():
        lines = names.read_text(encoding="utf-8").splitlines()
        yield _NAMES, [Page(line.strip()) for line in lines if line.strip() and not _is_for_business(line)]


def _is_reached(lexicon: Lexicon, page: Page) -> bool:
    return any(lexicon.find(text) for text in (page.title, *page.keywords[:_KEYWORDS]))


def _pages(path: Path) -> Iterator[Page]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                document = json.loads(line)
                yield Page(str(document["title"]), tuple(map(str, document.get("keywords") or ())))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise DataError(f"{path}, Zeile {number}, ist kein Dokument mit „title“: {error}") from error


def _is_for_business(name: str) -> bool:
    return any(stem(word).startswith(_business()) for word in words(name))


@cache
def _business() -> tuple[str, ...]:
    text = resources.files(__package__).joinpath("lists", "business.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(stem(word) for line in lines for word in words(line))
