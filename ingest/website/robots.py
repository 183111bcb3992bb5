"""robots.txt by RFC 9309, where Scrapy's middleware is too lenient."""

from typing import Any

from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware

_ALL_FORBIDDEN = b"User-agent: *\nDisallow: /\n"


class Robots(RobotsTxtMiddleware):  # type: ignore[misc]  # Scrapy's types are not read
    """Obeys robots.txt; one that a server error hides forbids everything, a missing one nothing.

    RFC 9309, section 2.3.1: "unreachable" means complete disallow, "unavailable" (4xx) means allowed.
    """

    async def _parse_robots(self, response: Any, netloc: str, request: Any) -> None:
        if response.status >= 500 or response.status == 429:
            response = response.replace(body=_ALL_FORBIDDEN)
        elif response.status >= 400:
            response = response.replace(body=b"")
        await super()._parse_robots(response, netloc, request)
