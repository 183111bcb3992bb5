"""What a crawl leaves on disk: a line per page or failure, bodies as files, and how it ended."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import IO

from pydantic import BaseModel, ConfigDict

PAGES, EVENTS, END = "pages.jsonl", "events.jsonl", "end.json"


class Outcome(StrEnum):
    """Why an address gave no page."""

    ROBOTS = "robots"
    NOINDEX = "noindex"
    GONE = "gone"
    """404 or 410: the page is no longer there."""
    REFUSED = "refused"
    """A private address, or a host that isn't allowed."""
    TEMPORARY = "temporary"
    """A timeout, a server error, a lost connection: what was read earlier stays."""
    UNFIT = "unfit"
    """Neither HTML nor PDF, or too large."""
    BOUNDED = "bounded"
    """Left out by a bound against crawl traps."""


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Page(_Line):
    """A fetched page; `body` is the file's name in the spool."""

    url: str
    body: str
    content_type: str
    is_pdf: bool = False
    lastmod: datetime | None = None
    in_sitemap: bool = False
    depth: int = 0


class Event(_Line):
    """An address that gave no page, with the reason and the page that led there."""

    url: str
    outcome: Outcome
    reason: str
    referrer: str = ""


class Redirect(_Line):
    """An address that leads to another."""

    url: str
    target: str


class End(_Line):
    """How the crawl ended: "finished", "max_pages" …; without this file it was cut off."""

    reason: str
    requests: int = 0


@dataclass(frozen=True)
class Spool:
    """Reads a finished crawl's folder."""

    folder: Path

    def pages(self) -> Iterator[Page]:
        """Iterate over the fetched pages, in the order in which they came."""
        for line in _lines(self.folder / PAGES):
            yield Page.model_validate_json(line)

    def body(self, page: Page) -> bytes:
        """Read a page's body."""
        return (self.folder / page.body).read_bytes()

    def events(self) -> Iterator[Event]:
        """Iterate over the addresses that gave no page."""
        for line in _lines(self.folder / EVENTS):
            if "outcome" in json.loads(line):
                yield Event.model_validate_json(line)

    def redirects(self) -> dict[str, str]:
        """Give all redirects, from address to address."""
        found = (json.loads(line) for line in _lines(self.folder / EVENTS))
        return {line["url"]: line["target"] for line in found if "target" in line}

    def end(self) -> End | None:
        """Tell how the crawl ended; None if it was cut off."""
        path = self.folder / END
        return End.model_validate_json(path.read_text(encoding="utf-8")) if path.exists() else None


class SpoolWriter:
    """Writes a crawl's results as they come."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pages = (folder / PAGES).open("a", encoding="utf-8")
        self._events = (folder / EVENTS).open("a", encoding="utf-8")
        self.count = 0

    def page(self, page: Page, body: bytes) -> None:
        """Keep a page; its body is written first, so that no line names a missing file."""
        self.count += 1
        name = f"{self.count:06}.{'pdf' if page.is_pdf else 'html'}"
        (self._folder / name).write_bytes(body)
        _write(self._pages, page.model_copy(update={"body": name}))

    def event(self, event: Event | Redirect) -> None:
        """Keep an address that gave no page, or a redirect."""
        _write(self._events, event)

    def close(self, end: End) -> None:
        """Close the files and say how it ended."""
        self._pages.close()
        self._events.close()
        (self._folder / END).write_text(end.model_dump_json(), encoding="utf-8")


def _write(file: IO[str], line: BaseModel) -> None:
    file.write(line.model_dump_json() + "\n")
    file.flush()


def _lines(path: Path) -> Iterator[str]:
    if not path.exists():
        return
    with path.open(encoding="utf-8") as file:
        # A last line without its end was cut off with the process that wrote it.
        yield from (line for line in file if line.endswith("\n"))
