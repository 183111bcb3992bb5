"""What each host asks of us, and the pace that it gets."""

from typing import Any
from urllib.parse import urlsplit

from ingest.website.robots_rules import Rules


def site_of(url: str) -> str:
    """Give scheme and host of an address: what a robots.txt holds for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


class Politeness:
    """The rules of the hosts met so far; slows Scrapy's downloader down where one asks for it."""

    def __init__(self, downloader: Any, delay: float) -> None:
        self._downloader, self._delay = downloader, delay
        self.rules: dict[str, Rules] = {}

    def heed(self, site: str, rules: Rules) -> None:
        """Keep a site's rules, and its delay if that is longer than ours."""
        self.rules[site] = rules
        delay = rules.delay()
        if delay is None or delay <= self._delay:
            return
        host = urlsplit(site).hostname or ""
        # For a slot that Scrapy opens later or anew, and for the one that is open.
        self._downloader.per_slot_settings[host] = {"delay": delay, "jitter": 0, "concurrency": 1}
        if host in self._downloader.slots:
            slot = self._downloader.slots[host]
            slot.delay, slot.jitter, slot.concurrency = delay, 0.0, 1

    def allow(self, url: str) -> bool | None:
        """Tell whether robots.txt lets us read `url`; None where it hasn't been asked yet."""
        rules = self.rules.get(site_of(url))
        return rules.allow(url) if rules else None
