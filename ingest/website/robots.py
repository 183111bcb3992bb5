"""Obeys robots.txt: the one place through which every request goes."""

import asyncio
from typing import Any

from scrapy import Request
from scrapy.http.request import NO_CALLBACK

from ingest.website.failures import FAILURES, describe
from ingest.website.politeness import site_of
from ingest.website.refusals import AddressRefused, RobotsForbid, RobotsUnreachable
from ingest.website.robots_rules import Rules


class Robots:
    """Downloader middleware: asks for each host's robots.txt once, and keeps to it.

    Scrapy's own takes a robots.txt that a server error hides for one that allows everything.
    """

    def __init__(self, crawler: Any) -> None:
        self._crawler = crawler
        self._asking: dict[str, asyncio.Lock] = {}

    @classmethod
    def from_crawler(cls, crawler: Any) -> "Robots":
        """Make it for a crawler whose spider has a `politeness`."""
        return cls(crawler)

    async def process_request(self, request: Any) -> None:
        """Raise `RobotsForbid` or `RobotsUnreachable` where the request must not be made."""
        if request.meta.get("dont_obey_robotstxt"):
            return
        rules = await self._rules(site_of(request.url))
        if rules.unreachable:
            raise RobotsUnreachable(rules.unreachable)
        if not rules.allow(request.url):
            raise RobotsForbid(request.url)

    async def _rules(self, site: str) -> Rules:
        politeness = self._crawler.spider.politeness
        async with self._asking.setdefault(site, asyncio.Lock()):
            if site not in politeness.rules:
                politeness.heed(site, await self._ask(site))
        found: Rules = politeness.rules[site]
        return found

    async def _ask(self, site: str) -> Rules:
        try:
            response = await self._crawler.engine.download_async(robots_request(site, callback=NO_CALLBACK))
        except AddressRefused:
            # Its pages are refused for the same reason, and say so.
            return Rules.read(b"", site)
        except FAILURES as error:
            return Rules.silent(describe(error)[1])
        return Rules.of_response(response.status, response.body, f"{site}/robots.txt")


def robots_request(site: str, **how: Any) -> Any:
    """Make the request for the robots.txt of a site (scheme and host)."""
    return Request(
        f"{site}/robots.txt",
        priority=1000,
        dont_filter=True,
        meta={"dont_obey_robotstxt": True, "kind": "robots", "site": site},
        **how,
    )
