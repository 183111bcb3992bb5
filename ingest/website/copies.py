"""Finds the pages that show the same text: by canonical address, same words, or all but the same lines."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from corpus.records import Document
from ingest.website.likeness import alike, fingerprint
from ingest.website.state.records import Page

_MOST_EXTRA = 0.08
_FEWEST_WORDS = 40
_LONGEST_CHAIN = 10


@dataclass
class Read:
    """A page that was read: its document, its canonical address, and the addresses that show the same."""

    document: Document
    page: Page
    canonical: str
    aliases: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Copy:
    """An address that shows what a document shows."""

    url: str
    document_id: str


def add_redirects(read: Iterable[Read], redirects: dict[str, str]) -> None:
    """Make the addresses that redirect to a page its aliases."""
    by_url = {one.document.url: one for one in read}
    for url in redirects:
        target, hops = redirects[url], 0
        while target in redirects and hops < _LONGEST_CHAIN:
            target, hops = redirects[target], hops + 1
        if target in by_url and target != url:
            by_url[target].aliases.append(url)


def without_copies(read: list[Read]) -> tuple[list[Read], list[tuple[Read, Read]]]:
    """Give the pages with the best address of each text, and pairs of a copy and what it is a copy of.

    A canonical address is believed only if that page says the same: careless templates name the home page
    everywhere. Without one, pages are copies if they have the same words, or the same title and numbers and
    one holds all lines of the other with hardly any more (a print view's footer): two districts' pages that
    differ in a street or a number stay two.
    """
    by_url = {one.document.url: one for one in read}
    kept: dict[str, Read] = {}
    into: dict[int, Read] = {}
    for one in sorted(read, key=_preference):
        canonical = by_url.get(one.canonical)
        original = _last(canonical, into) if canonical is not None else one
        if original is not one and alike(one.document, original.document):
            into[id(one)] = original
            continue
        same = _last(kept.setdefault(fingerprint(one.document), one), into)
        if same is not one:
            into[id(one)] = same
    left = [one for one in kept.values() if id(one) not in into]
    into |= {id(copy): original for copy, original in _near_copies(left)}
    copies = [(one, _last(one, into)) for one in read if id(one) in into]
    for copy, original in copies:
        original.aliases.extend([copy.document.url, *copy.aliases])
    return [one for one in read if id(one) not in into], copies


def _last(one: Read, into: dict[int, Read]) -> Read:
    """Follow copies of copies to what is left; nothing becomes a copy of itself, so they don't circle."""
    while id(one) in into:
        one = into[id(one)]
    return one


def _preference(one: Read) -> tuple[bool, bool, bool, int, str]:
    url = one.document.url
    return (one.canonical != url, not one.page.in_sitemap, bool(urlsplit(url).query), len(url), url)


@dataclass(frozen=True)
class _Shape:
    one: Read
    lines: frozenset[str]
    words: int


def _near_copies(read: Iterable[Read]) -> list[tuple[Read, Read]]:
    groups: dict[str, list[_Shape]] = defaultdict(list)
    for one in read:
        lines = [" ".join(re.findall(r"\w+", line)) for line in one.document.text().lower().splitlines()]
        lines = [line for line in lines if line]
        words = sum(line.count(" ") + 1 for line in lines)
        if words >= _FEWEST_WORDS:
            groups[_key(one.document, lines)].append(_Shape(one, frozenset(lines), words))
    found: list[tuple[Read, Read]] = []
    for group in groups.values():
        originals: list[_Shape] = []
        for shape in sorted(group, key=lambda shape: _preference(shape.one)):
            original = next((other for other in originals if _holds(shape, other)), None)
            if original is None:
                originals.append(shape)
            else:
                found.append((shape.one, original.one))
    return found


def _key(document: Document, lines: list[str]) -> str:
    """Give what two near copies have in common: language, title, all numbers, the longest line."""
    numbers = sorted(number for line in lines for number in re.findall(r"\d+", line))
    title = " ".join(re.findall(r"\w+", document.title.lower()))
    longest = max(lines, key=lambda line: (len(line), line))
    return hashlib.sha256("\n".join([document.language, title, *numbers, longest]).encode()).hexdigest()


def _holds(one: _Shape, other: _Shape) -> bool:
    smaller, larger = sorted((one, other), key=lambda shape: len(shape.lines))
    if not smaller.lines <= larger.lines:
        return False
    extra = sum(line.count(" ") + 1 for line in larger.lines - smaller.lines)
    return extra <= _MOST_EXTRA * larger.words
