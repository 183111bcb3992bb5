"""Which servers tell the truth about what changed (docs/decisions/0006-believing-servers.md)."""

import time
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from ingest.website.state.notes import Notes
from ingest.website.state.records import Answer

_ENOUGH = 3
_LOST = -50
_FORGIVEN_AFTER = 30 * 86_400.0
_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


class Truth:
    """What was learnt about each host: whether its validators and its sitemap's dates can be believed.

    ETag and Last-Modified are believed until one was the same for two contents; the sitemap's dates only
    after three changes that they announced and none that they didn't.
    """

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._hosts: dict[str, tuple[int, float | None]] = {}

    def believes_validators(self, url: str) -> bool:
        """Tell whether a 304 from this host counts."""
        lied = self._of(url)[1]
        return lied is None or time.time() - lied > _FORGIVEN_AFTER

    def believes_date(self, known: Answer, lastmod: datetime | None) -> bool:
        """Tell whether the sitemap's date alone says that a page is as it was."""
        return (
            lastmod is not None
            and lastmod.isoformat() == known.lastmod
            and _is_over(lastmod, known.fetched)
            and self._of(known.url)[0] >= _ENOUGH
            and self.believes_validators(known.url)
        )

    def judge(self, known: Answer, etag: str, last_modified: str, lastmod: datetime | None) -> bool:
        """Learn from a page that did change; tells whether the server had kept that quiet."""
        right, lied = self._of(known.url)
        same_tag = (
            etag == known.etag if etag else bool(last_modified) and last_modified == known.last_modified
        )
        quiet = False
        if lastmod is not None and known.lastmod:
            if lastmod.isoformat() != known.lastmod:
                right += 1
            elif _is_over(lastmod, known.fetched):
                quiet, right = right >= _ENOUGH, _LOST
        if same_tag:
            lied = time.time()
        host = urlsplit(known.url).netloc
        self._hosts[host] = (right, lied)
        self._notes.put_host(host, right, lied)
        return same_tag or quiet

    def _of(self, url: str) -> tuple[int, float | None]:
        host = urlsplit(url).netloc
        if host not in self._hosts:
            self._hosts[host] = self._notes.host(host)
        return self._hosts[host]


def _is_over(lastmod: datetime, fetched: float) -> bool:
    """Tell whether the day or minute that a sitemap names was over when the page was fetched.

    Else it may have changed once more within it.
    """
    if not lastmod.tzinfo:
        lastmod = lastmod.replace(tzinfo=UTC)
    length = _DAY if (lastmod.hour, lastmod.minute, lastmod.second) == (0, 0, 0) else _MINUTE
    return datetime.fromtimestamp(fetched, UTC) > lastmod + length
