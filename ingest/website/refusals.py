"""Why a request isn't made at all."""

from scrapy.exceptions import IgnoreRequest


class AddressRefused(IgnoreRequest):  # type: ignore[misc]  # Scrapy's types are not read
    """A host that leads to a private, loopback or link-local address."""


class RobotsForbid(IgnoreRequest):  # type: ignore[misc]  # Scrapy's types are not read
    """A page that robots.txt forbids."""


class RobotsUnreachable(IgnoreRequest):  # type: ignore[misc]  # Scrapy's types are not read
    """A page of a host whose robots.txt can't be had now; the message is a German sentence."""


class ServerOverburdened(IgnoreRequest):  # type: ignore[misc]  # Scrapy's types are not read
    """A page of a host that asked for more patience than we have; the message is a German sentence."""
