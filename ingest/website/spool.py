"""The spool: what a crawl gave, page by page, written by the crawling process and read when it has ended."""

import hashlib
import json
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from ingest.website.state.answers import Answers, as_date
from ingest.website.state.file import open_state
from ingest.website.state.notes import Notes
from ingest.website.state.readings import Readings
from ingest.website.state.records import FINISHED, End, Event, Outcome, Page, Redirect

_COMMIT_AFTER = 0.5
_LONGEST_SEQUENCE = 2 * 86_400.0
_RUNS_OF_REDIRECTS = 20


class SpoolWriter:
    """Writes a crawl's results as they come; what was written up to half a second ago survives a kill.

    `since` is when the crawl began (seconds since 1970), or the first of several that were cut off: what was
    confirmed after it need not be asked again. `number` counts the crawls. `broken` says why nothing more can
    be written, once something couldn't.
    """

    def __init__(self, folder: Path) -> None:
        self._connection = open_state(folder)
        self.answers = Answers(self._connection)
        self.notes = Notes(self._connection)
        self.number = int(self.notes.get("run") or 0) + 1
        self.since = self._sequence()
        self.notes.put("run", str(self.number))
        self.notes.put("since", str(self.since))
        self.notes.put("end", "")
        for table in ("pages", "events"):
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
        self._connection.commit()
        self._committed = time.monotonic()
        self.broken = ""
        self._pages: set[str] = set()
        self._met: set[str] = set()

    def _sequence(self) -> float:
        now, before = time.time(), self.notes.get("since")
        end = self.notes.get("end")
        cut = end == "" or json.loads(end or "[0]")[0] == "max_minutes"
        if before is not None and cut and now - float(before) < _LONGEST_SEQUENCE:
            return float(before)
        return now

    @property
    def count(self) -> int:
        """The number of pages so far."""
        return len(self._pages)

    def page(self, page: Page, body: bytes | None = None) -> None:
        """Keep a page, with its body where that isn't kept already."""
        name = page.body if body is None else self.answers.put_body(body)
        self._pages.add(page.url)
        self._met.add(page.url)
        self._connection.execute(
            "INSERT OR REPLACE INTO pages(url, content_type, body, is_pdf, lastmod, in_sitemap, depth, kept,"
            " languages) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                page.url,
                page.content_type,
                name,
                page.is_pdf,
                page.lastmod.isoformat() if page.lastmod else None,
                page.in_sitemap,
                page.depth,
                page.kept,
                json.dumps(page.languages),
            ),
        )
        self._written()

    def event(self, event: Event | Redirect) -> None:
        """Keep an address that gave no page, or a redirect; a page that was there before is dropped."""
        self._met.add(event.url)
        if event.url in self._pages:
            self._pages.discard(event.url)
            self._connection.execute("DELETE FROM pages WHERE url = ?", (event.url,))
        if isinstance(event, Redirect):
            self._connection.execute(
                "INSERT OR REPLACE INTO redirects VALUES (?, ?, ?)", (event.url, event.target, self.number)
            )
        else:
            self._connection.execute(
                "INSERT INTO events(url, outcome, reason, referrer) VALUES (?, ?, ?, ?)",
                (event.url, event.outcome.value, event.reason, event.referrer),
            )
        self._written()

    def target(self, url: str) -> str | None:
        """Tell where an address led when its server was last able to say so."""
        row = self._connection.execute("SELECT target FROM redirects WHERE url = ?", (url,)).fetchone()
        return str(row[0]) if row else None

    def trusted(self) -> Iterator[tuple[str, bool, int]]:
        """Give address, whether in the sitemap, and depth of all pages of the last reading."""
        yield from self._connection.execute("SELECT url, in_sitemap, depth FROM trusted").fetchall()

    def met(self, url: str) -> bool:
        """Tell whether this crawl learnt what is at an address."""
        return url in self._met

    def close(self, end: End) -> None:
        """Say how the crawl ended and close the file."""
        self.notes.put("end", json.dumps([end.reason, end.requests, end.complete]))
        self._connection.commit()
        self._connection.close()

    def _written(self) -> None:
        now = time.monotonic()
        if now - self._committed > _COMMIT_AFTER:
            self._connection.commit()
            self._committed = now


class Spool:
    """Reads what the last crawl in `folder` gave, and marks it as trusted once it was made use of."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._connection = open_state(folder)
        self._answers = Answers(self._connection)
        self.notes = Notes(self._connection)
        self.readings = Readings(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def pages(self) -> Iterator[Page]:
        """Iterate over the pages, in the order in which they came."""
        rows = self._connection.execute(
            "SELECT url, content_type, body, is_pdf, lastmod, in_sitemap, depth, kept, languages"
            " FROM pages ORDER BY number"
        )
        for url, content_type, body, is_pdf, lastmod, in_sitemap, depth, kept, languages in rows:
            yield Page(
                url=url,
                content_type=content_type,
                body=body,
                is_pdf=bool(is_pdf),
                lastmod=as_date(lastmod),
                in_sitemap=bool(in_sitemap),
                depth=depth,
                kept=bool(kept),
                languages=tuple((language, address) for language, address in json.loads(languages)),
            )

    def count(self) -> int:
        """Give the number of pages."""
        return int(self._connection.execute("SELECT count(*) FROM pages").fetchone()[0])

    def answered(self) -> bool:
        """Tell whether the server gave at least one page this time."""
        return self._connection.execute("SELECT 1 FROM pages WHERE NOT kept LIMIT 1").fetchone() is not None

    def body(self, page: Page) -> bytes:
        """Read a page's body."""
        return self._answers.body(page.body)

    def events(self) -> Iterator[Event]:
        """Iterate over the addresses that gave no page."""
        rows = self._connection.execute("SELECT url, outcome, reason, referrer FROM events ORDER BY number")
        for url, outcome, reason, referrer in rows:
            yield Event(url, Outcome(outcome), reason, referrer)

    def redirects(self) -> dict[str, str]:
        """Give all redirects of this crawl, from address to address."""
        return dict(
            self._connection.execute(
                "SELECT url, target FROM redirects WHERE run = ? ORDER BY url", (self._run(),)
            )
        )

    def first(self) -> bool:
        """Tell whether nothing was known before this crawl."""
        return self._run() == 1

    def digest(self) -> str:
        """Give a hash over everything that documents are made of: pages with their bodies, and redirects."""
        digest = hashlib.sha256()
        rows = self._connection.execute(
            "SELECT url, content_type, body, is_pdf, lastmod, in_sitemap, kept, languages FROM pages"
            " ORDER BY url"
        )
        for row in rows:
            digest.update(json.dumps(row).encode())
        digest.update(json.dumps(sorted(self.redirects().items())).encode())
        return digest.hexdigest()

    def end(self) -> End | None:
        """Tell how the crawl ended; None if it was cut off."""
        noted = self.notes.get("end")
        return End(*json.loads(noted)) if noted else None

    def note(self, key: str, value: str) -> None:
        """Keep a note for later readings."""
        with self._connection:
            self.notes.put(key, value)

    def trust(self) -> None:
        """Make this crawl's pages what a later crawl starts from, and forget what belongs to no page."""
        end = self.end()
        with self._connection:
            self._connection.execute("DELETE FROM trusted")
            self._connection.execute("INSERT INTO trusted SELECT url, in_sitemap, depth FROM pages")
            self._connection.execute(
                "DELETE FROM redirects WHERE run <= ?", (self._run() - _RUNS_OF_REDIRECTS,)
            )
            if end is not None and end.complete and end.reason == FINISHED:
                self._connection.execute(
                    "DELETE FROM answers WHERE checked < ? AND url NOT IN (SELECT url FROM pages)",
                    (float(self.notes.get("since") or 0),),
                )
            self._connection.execute(
                "DELETE FROM bodies WHERE hash NOT IN (SELECT body FROM answers UNION SELECT body FROM pages)"
            )

    def _run(self) -> int:
        return int(self.notes.get("run") or 0)
